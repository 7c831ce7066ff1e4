import type { Kysely, Selectable } from 'kysely';
import type { AuditEntry, AuditFilter, AuditStore, NewAuditEntry } from '../../features/access/audit.store';
import type { Connection } from '../connection';
import type { Database } from '../database';

/** The audit trail; the table itself refuses any change. */
export const auditStore = (connection: Connection): AuditStore => {
  const { build } = connection;
  return {
    append: (entries) =>
      connection.atomic(async (writing) => {
        const last = build.selectFrom('audit_entry').select('sequence').orderBy('sequence', 'desc').limit(1);
        const [row] = await writing.rows(last);
        let sequence = row?.sequence ?? 0;
        for (const entry of entries) {
          sequence += 1;
          await writing.write(build.insertInto('audit_entry').values(columnsOf(entry, sequence)));
        }
        return sequence;
      }),
    list: async (filter) => (await connection.rows(listing(build, filter))).map(entryOf),
  };
};

const columnsOf = (entry: NewAuditEntry, sequence: number) => ({
  sequence,
  at: entry.at,
  actor_id: entry.actor?.id ?? null,
  actor_role: entry.actor?.role ?? null,
  actor_name_zh: entry.actor?.name.zh ?? null,
  actor_name_en: entry.actor?.name.en ?? null,
  ip: entry.ip,
  event: entry.event,
  object: entry.object,
  outcome: entry.outcome,
  state_before: entry.before,
  state_after: entry.after,
  request_id: entry.requestId,
});

const listing = (build: Kysely<Database>, { limit, before, actorId, events }: AuditFilter) => {
  let query = build.selectFrom('audit_entry').selectAll().orderBy('sequence', 'desc').limit(limit);
  if (before !== undefined) query = query.where('sequence', '<', before);
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (events !== undefined) query = query.where('event', 'in', events);
  return query;
};

const entryOf = (row: Selectable<Database['audit_entry']>): AuditEntry => ({
  sequence: row.sequence,
  at: row.at,
  actor:
    row.actor_id === null
      ? null
      : {
          id: row.actor_id,
          // Only roles are written, and the columns are null together.
          role: row.actor_role as NonNullable<AuditEntry['actor']>['role'],
          name: { zh: row.actor_name_zh ?? '', en: row.actor_name_en ?? '' },
        },
  ip: row.ip,
  event: row.event,
  object: row.object,
  // The column's CHECK admits nothing else.
  outcome: row.outcome as AuditEntry['outcome'],
  before: row.state_before,
  after: row.state_after,
  requestId: row.request_id,
});
