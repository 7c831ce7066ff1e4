import type { Actor } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';
import type { NewAuditEntry } from './audit.store';

/** Who acts, from where, in which request: what every audited act knows of its doer. */
export interface Doer {
  readonly actor: Actor | null;
  readonly address: string;
  readonly requestId: string;
}

/** One line for the audit trail; states before and after become JSON. */
export const auditEntry = (
  doer: Doer,
  at: Instant,
  act: {
    readonly event: string;
    readonly object?: string;
    readonly outcome?: NewAuditEntry['outcome'];
    readonly before?: unknown;
    readonly after?: unknown;
  },
): NewAuditEntry => ({
  at,
  actor: doer.actor === null ? null : { id: doer.actor.id, role: doer.actor.role, name: doer.actor.name },
  ip: doer.address,
  event: act.event,
  object: act.object ?? '',
  outcome: act.outcome ?? 'done',
  before: act.before === undefined ? null : JSON.stringify(act.before),
  after: act.after === undefined ? null : JSON.stringify(act.after),
  requestId: doer.requestId,
});
