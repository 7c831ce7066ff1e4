import type { Basis, Instant, PeriodCode } from '../calendar';
import type { DecimalText, IndicatorCode, UnitCode } from '../programme';

/** What was found. Provincial averages are often published without counts; surveys give a score. */
export type Figure =
  | { readonly kind: 'counts'; readonly passes: number; readonly total: number }
  /** A finished percentage as published, its decimals kept: `98.5` and `98.50` say different things. */
  | { readonly kind: 'rate'; readonly rate: DecimalText }
  | { readonly kind: 'score'; readonly score: DecimalText };

/** indicator × unit × period × basis: what a figure is about. */
export interface ObservationKey {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
}

/** A key with the figure known for it now. A null figure was withdrawn. */
export interface Observation extends ObservationKey {
  readonly figure: Figure | null;
  /** Where the figure was published, or why it is fictional; empty when unknown. */
  readonly source: string;
  readonly note: string;
}

/** One entry of the ledger: a later revision supersedes, nothing is overwritten. */
export interface Revision extends Observation {
  /** Position in the ledger, rising by one. */
  readonly id: number;
  readonly submission: number;
  readonly recordedAt: Instant;
}
