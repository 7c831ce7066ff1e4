import type { Instant, PeriodCode } from '../calendar';
import type { LegKind } from '../evaluation';
import type { IndicatorCode, UnitCode } from '../programme';

/** Where an alert stands. In this release a shortfall opens it and recovery marks it; the human steps come later. */
export type AlertState = 'open' | 'recovered';

/** An open shortfall with an owner and a deadline: one per indicator, unit and year. */
export interface Alert {
  readonly id: number;
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly year: number;
  readonly state: AlertState;
  /** `miss` or `risk`: the light that the shortfall shows. */
  readonly light: 'miss' | 'risk';
  /** What it falls short of: the leg with the widest gap. */
  readonly leg: LegKind;
  /** Period of the assessment that last spoke. */
  readonly period: PeriodCode;
  readonly rateText: string;
  /** Shortfall in percentage points, ≥ 0. */
  readonly shortfall: number;
  readonly shortBy: number | null;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}
