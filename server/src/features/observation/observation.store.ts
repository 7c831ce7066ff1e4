import type { Basis, Instant, PeriodCode } from '@zhibiao/shared/calendar';
import type { Figure, Revision } from '@zhibiao/shared/observation';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';
import type { Author } from '../access/author';

/** Which part of the ledger is asked for. What is left out does not narrow; an empty list matches nothing. */
export interface ObservationFilter {
  readonly indicators?: readonly IndicatorCode[];
  readonly units?: readonly UnitCode[];
  readonly periods?: readonly PeriodCode[];
  readonly basis?: Basis;
  /** First and last year, both included, by the four digits that a period code begins with. */
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** A revision as it is kept, with the cell that proves it (`抽检!E4`; empty when it came from no sheet). */
export interface LedgerEntry extends Revision {
  readonly cell: string;
}

/** What `append` takes: the ledger itself gives the ids, in order and without a gap. */
export type NewLedgerEntry = Omit<LedgerEntry, 'id'>;

/** A figure that stands: the newest revision of its key, unless that one withdrew it. */
export interface StandingObservation extends LedgerEntry {
  readonly figure: Figure;
}

/** A revision beside what it superseded and who submitted it. */
export interface HistoryEntry extends LedgerEntry {
  readonly before: Figure | null;
  readonly by: Author;
}

/** How far the ledger has come: highest revision id (0 when empty) and when that revision was recorded. */
export interface LedgerPosition {
  readonly position: number;
  readonly recordedAt: Instant | null;
}

/** What pages read of the ledger, whole or up to a position. */
export interface ObservationReads {
  /** The figures that stand now, in order of indicator, unit, period, basis; withdrawn ones are left out. */
  current(filter: ObservationFilter): Promise<readonly StandingObservation[]>;
  /** Every revision of the keys that match, newest first. */
  history(filter: ObservationFilter): Promise<readonly HistoryEntry[]>;
  position(): Promise<LedgerPosition>;
  /** Every period for which a figure stands, in order of code. */
  periods(): Promise<readonly PeriodCode[]>;
}

/** The append-only ledger of figures and its current state. Nothing is changed or deleted. */
export interface ObservationStore extends ObservationReads {
  /** Adds revisions in the order given and brings the current state up to date; answers the new position. */
  append(revisions: Iterable<NewLedgerEntry>): Promise<number>;
  /** The ledger as it was when it had come to a position: later revisions do not exist for it. */
  upTo(position: number): ObservationReads;
  /** The revisions after one position and up to another, newest first. */
  between(after: number, upTo: number): Promise<readonly HistoryEntry[]>;
  /** The figures that stood at an instant: the newest revision recorded up to and including it. */
  asOf(instant: Instant, filter: ObservationFilter): Promise<readonly StandingObservation[]>;
}
