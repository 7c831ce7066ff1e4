import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AuditEntry } from '../../features/access/audit.store';
import type { Database } from '../database';

type Row = Selectable<Database['audit_entry']>;

/** SHA-256 of a text in UTF-8, 64 lower-case hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An entry as a row of the table. */
export const columnsOf = (entry: AuditEntry): Row => ({
  sequence: entry.sequence,
  at: entry.at,
  actor_id: entry.actor?.id ?? null,
  actor_role: entry.actor?.role ?? null,
  actor_name_zh: entry.actor?.name.zh ?? null,
  actor_name_en: entry.actor?.name.en ?? null,
  ip: entry.ip,
  session: entry.session,
  event: entry.event,
  object: entry.object,
  outcome: entry.outcome,
  state_before: entry.before,
  state_after: entry.after,
  request_id: entry.requestId,
  chain: entry.chain,
});

/** A row of the table as an entry. */
export const entryOf = (row: Row): AuditEntry => ({
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
  session: row.session,
  event: row.event,
  object: row.object,
  // The column's CHECK admits nothing else.
  outcome: row.outcome as AuditEntry['outcome'],
  before: row.state_before,
  after: row.state_after,
  requestId: row.request_id,
  chain: row.chain,
});
