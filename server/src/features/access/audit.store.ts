import type { Actor } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';

/** One line of the audit trail. Never holds a password, token or secret. */
export interface NewAuditEntry {
  readonly at: Instant;
  /** Null while nobody is signed in, as for a failed sign-in. */
  readonly actor: Pick<Actor, 'id' | 'role' | 'name'> | null;
  /** Address of the socket; empty for the command line. */
  readonly ip: string;
  /** Dotted and permanent, `submission.commit`. */
  readonly event: string;
  /** What it was done to, `submission:12`; empty when there is no one thing. */
  readonly object: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** JSON text of the state before and after; null where nothing changed. */
  readonly before: string | null;
  readonly after: string | null;
  /** Ties the line to the log; empty outside a request. */
  readonly requestId: string;
}

/** A kept line; `sequence` rises by one, whatever the clock does. */
export interface AuditEntry extends NewAuditEntry {
  readonly sequence: number;
}

/** Which lines are listed, newest first. */
export interface AuditFilter {
  /** 1…500. */
  readonly limit: number;
  /** Only lines with a lower sequence, for the next page. */
  readonly before?: number;
  readonly actorId?: string;
  readonly events?: readonly string[];
}

/** The audit trail: append only, and written in the same transaction as what it tells of. */
export interface AuditStore {
  /** Adds lines in the order given; answers the sequence of the last (0 for an empty trail). */
  append(entries: readonly NewAuditEntry[]): Promise<number>;
  list(filter: AuditFilter): Promise<readonly AuditEntry[]>;
}
