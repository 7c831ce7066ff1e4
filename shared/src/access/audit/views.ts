import type { AuditEntry } from './types';

/** A page of the trail, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Asks for the next page; null at the end. */
  readonly next: number | null;
  /** Days that entries are promised to be kept. Nothing deletes them. */
  readonly keepDays: number;
}
