import type { Instant, PeriodCode } from '../calendar';
import type { LegKind } from '../evaluation';
import type { DecimalText, IndicatorCode, UnitCode } from '../programme';
import type { AlertLevel, AlertRule } from '../statistics';

/** What an alert says in numbers: those of the year so far, at the period it last spoke of. Plain values. */
export interface AlertFigures {
  /** Display text of rate or score without unit; null without a figure. */
  readonly rateText: string | null;
  readonly passes: number | null;
  readonly total: number | null;
  /** The number asked, in percent or points; null where only a reference or a rise is asked. */
  readonly target: DecimalText | null;
  /** The leg with the widest gap and what it compares with; null while nothing is short. */
  readonly leg: LegKind | null;
  readonly against: DecimalText | null;
  /** Shortfall in percentage points or points, ≥ 0. */
  readonly shortfall: number;
  /** Samples that had to pass and did not; null without counts. */
  readonly shortBy: number | null;
  /** Samples of the year, and the failures it can still bear: negative when overdrawn. */
  readonly plan: { readonly planned: number; readonly firm: boolean; readonly remaining: number } | null;
  /** Probability of meeting the yearly target, 0…1; null where too little is known to say so. */
  readonly outlook: number | null;
}

/** What the ledger says of one indicator, unit and year (statistics.md i); the same ledger and day say the same. */
export interface StandingAlert {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly year: number;
  readonly level: AlertLevel;
  /** Active rules, most urgent first. */
  readonly rules: readonly AlertRule[];
  /** The period it last spoke of. */
  readonly period: PeriodCode;
  /** First period of the unbroken alarm that stands; null below yellow. */
  readonly since: PeriodCode | null;
  readonly figures: AlertFigures;
}

/** A standing alert with its life; one for each indicator, unit and year. */
export interface Alert extends StandingAlert {
  readonly id: number;
  /** When this alarm was raised; null where there never was one, only a blue notice. */
  readonly openedAt: Instant | null;
  readonly changedAt: Instant;
}
