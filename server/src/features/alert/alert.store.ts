import type { Alert, AlertChange, AlertState } from '@zhibiao/shared/alert';
import type { Instant, PeriodCode } from '@zhibiao/shared/calendar';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';

/** Which alerts are listed. What is left out does not narrow; an empty list matches nothing. */
export interface AlertFilter {
  readonly state?: AlertState;
  readonly indicators?: readonly IndicatorCode[];
  readonly units?: readonly UnitCode[];
  readonly year?: number;
}

/** One entry of an alert's life; never changed or deleted. */
export interface AlertEvent {
  readonly id: number;
  readonly alert: number;
  readonly event: AlertChange['kind'];
  /** The light when it happened; for a recovery the last one that was on. */
  readonly light: Alert['light'];
  readonly leg: Alert['leg'];
  readonly period: PeriodCode;
  readonly rateText: string;
  readonly shortfall: number;
  readonly shortBy: number | null;
  readonly at: Instant;
}

/** Open shortfalls and what became of them: one alert for each indicator, unit and year. */
export interface AlertStore {
  /** The open ones, in order of indicator, unit and year. */
  open(): Promise<readonly Alert[]>;
  /** Latest change first. */
  list(filter: AlertFilter): Promise<readonly Alert[]>;
  /**
   * Stores what `reconcileAlerts` found at an instant and adds one event for each change. A reopened alert
   * counts as opened at that instant; a recovered one keeps its light and has no shortfall left. Answers the
   * alerts as they now stand, in the order given.
   */
  record(changes: readonly AlertChange[], at: Instant): Promise<readonly Alert[]>;
  /** The life of one alert, oldest entry first. */
  events(alert: number): Promise<readonly AlertEvent[]>;
}
