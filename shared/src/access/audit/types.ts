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

/** What is wrong with the trail, and at which sequence it begins. */
export interface AuditBreak {
  /** The first entry that is not what was written. */
  readonly sequence: number;
  /**
   * `changed`: an entry does not fit its chain, so it was changed, moved or put in. `missing`: a number is not
   * there, though a later one or an outside head is. `rebuilt`: every entry fits, but an outside head says
   * otherwise, so the chain was made anew from some entry after the head before.
   */
  readonly kind: 'changed' | 'missing' | 'rebuilt';
  /** For `rebuilt` the outside head that disagrees; the first bad entry lies between the head before and this. */
  readonly until: number;
}

/** What checking the whole trail came to. */
export type AuditVerdict =
  | {
      readonly kind: 'whole';
      readonly entries: number;
      /** Heads outside the database that it was held against. */
      readonly heads: number;
      readonly chain: string;
    }
  | {
      readonly kind: 'broken';
      readonly found: AuditBreak;
      /** What now stands at the first bad number; null when nothing does. */
      readonly entry: Pick<AuditEntry, 'at' | 'event'> | null;
    }
  /** It fits by itself, but the heads outside the database are gone, so a cut tail could not be seen. */
  | { readonly kind: 'heads-missing'; readonly entries: number };
