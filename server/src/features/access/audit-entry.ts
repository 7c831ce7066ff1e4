import type { Actor, NewAuditEntry } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';

/** Who acts, from where, in which request: what every audited act knows of its doer. */
export interface Doer {
  readonly actor: Actor | null;
  readonly address: string;
  readonly requestId: string;
  /** Hash of the session's token; only its beginning is kept. */
  readonly session?: string | null;
}

/** Digits of a token's hash that name a session in the trail: enough to tell sessions apart. */
const sessionDigits = 12;

/** Who acts when nobody does: the program itself, at start and stop. */
export const theProgram: Doer = { actor: null, address: '', requestId: '' };

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
  session: (doer.session ?? '').slice(0, sessionDigits),
  event: act.event,
  object: act.object ?? '',
  outcome: act.outcome ?? 'done',
  before: act.before === undefined ? null : JSON.stringify(act.before),
  after: act.after === undefined ? null : JSON.stringify(act.after),
  requestId: doer.requestId,
});
