import { chainOf, cleanEntry, emptyTrail, type AuditEntry, type AuditHead } from '@zhibiao/shared/access';
import { sql, type Kysely } from 'kysely';
import type { AuditFilter, AuditStore } from '../../features/access/audit.store';
import type { Connection } from '../connection';
import type { Database } from '../database';
import { columnsOf, entryOf, sha256 } from './audit-row';

/** The audit trail; the table itself refuses any change. */
export const auditStore = (connection: Connection, audited: (head: AuditHead) => void): AuditStore => {
  const { build } = connection;
  return {
    append: async (entries) => {
      const head = await connection.atomic(async (writing) => {
        let last = await headOn(writing);
        for (const given of entries) {
          const entry = { ...cleanEntry(given), sequence: last.sequence + 1 };
          const sealed: AuditEntry = { ...entry, chain: chainOf(last.chain, entry, sha256) };
          await writing.write(build.insertInto('audit_entry').values(columnsOf(sealed)));
          last = sealed;
        }
        return { sequence: last.sequence, chain: last.chain };
      });
      if (entries.length > 0) audited(head);
      return head.sequence;
    },
    list: async (filter) => (await connection.rows(listing(build, filter))).map(entryOf),
    after: async (sequence, most) => {
      const query = build.selectFrom('audit_entry').selectAll().where('sequence', '>', sequence);
      return (await connection.rows(query.orderBy('sequence').limit(most))).map(entryOf);
    },
    head: () => headOn(connection),
  };
};

const headOn = async (connection: Connection): Promise<AuditHead> => {
  const newest = connection.build.selectFrom('audit_entry').select(['sequence', 'chain']);
  const [row] = await connection.rows(newest.orderBy('sequence', 'desc').limit(1));
  return row ?? emptyTrail;
};

const listing = (build: Kysely<Database>, filter: AuditFilter) => {
  const { limit, before, from, until, actorId, person, events, object, outcome } = filter;
  let query = build.selectFrom('audit_entry').selectAll().orderBy('sequence', 'desc').limit(limit);
  if (before !== undefined) query = query.where('sequence', '<', before);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (until !== undefined) query = query.where('at', '<', until);
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (events !== undefined) query = query.where('event', 'in', events);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (object !== undefined) query = query.where(sql`substr(object, 1, length(${object}))`, '=', object);
  if (person !== undefined) {
    query = query.where(
      sql<number>`instr(lower(concat_ws(char(10), actor_id, actor_name_zh, actor_name_en)), lower(${person}))`,
      '>',
      0,
    );
  }
  return query;
};
