import type { Instant } from '../../calendar';
import type { Actor } from '../types';

/** One line of the audit trail. Never holds a password, token or secret. */
export interface NewAuditEntry {
  readonly at: Instant;
  /** Null while nobody is signed in, as for a failed sign-in. */
  readonly actor: Pick<Actor, 'id' | 'role' | 'name'> | null;
  /** Address of the socket; empty for the command line. */
  readonly ip: string;
  /** First twelve digits of the hash of the session's token; empty without a session. Opens nothing. */
  readonly session: string;
  /** Dotted and permanent, `submission.commit`. */
  readonly event: string;
  /** What it was done to, `submission:12`; empty when there is no one thing. */
  readonly object: string;
  readonly outcome: AuditOutcome;
  /** JSON text of the state before and after; null where nothing changed. */
  readonly before: string | null;
  readonly after: string | null;
  /** Ties the line to the log; empty outside a request. */
  readonly requestId: string;
}

/** How an act ended: it was done, the rules declined it, or it broke. */
export type AuditOutcome = 'done' | 'refused' | 'failed';

/** A kept line; `sequence` rises by one, whatever the clock does. */
export interface AuditEntry extends NewAuditEntry {
  readonly sequence: number;
  /** SHA-256, 64 hexadecimal digits, over the chain of the line before and this line's canonical text. */
  readonly chain: string;
}

/** Where the trail stands: everything before is sealed by `chain`. Sequence 0 is the empty trail. */
export interface AuditHead {
  readonly sequence: number;
  readonly chain: string;
}
