import type { Selectable } from 'kysely';
import type {
  ProgrammeFileKind,
  ProgrammeStore,
  ProgrammeVersion,
} from '../../features/programme/programme.store';
import type { Connection } from '../connection';
import type { Database } from '../database';

/** Programme and units files, every version of each. */
export const programmeStore = (connection: Connection): ProgrammeStore => {
  const newest = async (reading: Connection, kind: ProgrammeFileKind, code?: string) => {
    let query = reading.build
      .selectFrom('programme_version')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .limit(1);
    if (code !== undefined) query = query.where('code', '=', code);
    const [row] = await reading.rows(query);
    return row === undefined ? null : versionOf(row);
  };
  return {
    keep: (file) =>
      connection.atomic(async (writing) => {
        const known = await newest(writing, file.kind, file.code);
        if (known !== null && known.sha256 === file.sha256) return { version: known, added: false };
        const [row] = await writing.rows(
          writing.build
            .insertInto('programme_version')
            .values({
              kind: file.kind,
              code: file.code,
              sha256: file.sha256,
              json: file.json,
              loaded_at: file.loadedAt,
            })
            .returningAll(),
        );
        if (row === undefined) throw new Error('an inserted programme version has no id');
        return { version: versionOf(row), added: true };
      }),
    newest: (kind, code) => newest(connection, kind, code),
    versions: async (kind, code) => {
      const query = connection.build
        .selectFrom('programme_version')
        .selectAll()
        .where('kind', '=', kind)
        .where('code', '=', code)
        .orderBy('id', 'desc');
      return (await connection.rows(query)).map(versionOf);
    },
  };
};

const versionOf = (row: Selectable<Database['programme_version']>): ProgrammeVersion => ({
  id: row.id,
  // The column's CHECK admits nothing else.
  kind: row.kind as ProgrammeFileKind,
  code: row.code,
  sha256: row.sha256,
  json: row.json,
  loadedAt: row.loaded_at,
});
