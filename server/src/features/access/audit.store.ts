import type { AuditEntry, AuditHead, AuditOutcome, NewAuditEntry } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';

export type { AuditEntry, AuditHead, NewAuditEntry } from '@zhibiao/shared/access';

/** Which lines are meant; what is not given is not asked. */
export interface AuditQuestion {
  /** Only lines with a lower sequence, for the next page. */
  readonly before?: number;
  /** Instants, the first included, the second not. */
  readonly from?: Instant;
  readonly until?: Instant;
  readonly actorId?: string;
  /** Part of the id or of the name in either language. */
  readonly person?: string;
  readonly events?: readonly string[];
  /** Beginning of the object, `submission:12`. */
  readonly object?: string;
  readonly outcome?: AuditOutcome;
}

/** Which lines are listed, newest first. */
export interface AuditFilter extends AuditQuestion {
  /** 1…500. */
  readonly limit: number;
}

/** The audit trail: append only, and written in the same transaction as what it tells of. */
export interface AuditStore {
  /**
   * Adds lines in the order given, cleaned (`cleanEntry`) and chained; answers the sequence of the last (0 for an
   * empty trail).
   */
  append(entries: readonly NewAuditEntry[]): Promise<number>;
  list(filter: AuditFilter): Promise<readonly AuditEntry[]>;
  /** The lines after a sequence, oldest first, at most so many: for going along the whole trail. */
  after(sequence: number, most: number): Promise<readonly AuditEntry[]>;
  /** The newest line's seal; sequence 0 for an empty trail. */
  head(): Promise<AuditHead>;
}
