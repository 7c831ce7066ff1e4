import type { Alert, AlertState } from '@zhibiao/shared/alert';
import type { Instant, PeriodCode } from '@zhibiao/shared/calendar';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';

/** An alert as it should now stand; there is one for each indicator, unit and year. */
export type AlertStanding = Omit<Alert, 'id' | 'openedAt'>;

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
  readonly event: 'opened' | 'changed' | 'recovered' | 'reopened';
  readonly light: Alert['light'];
  readonly period: PeriodCode;
  readonly rateText: string;
  readonly shortfall: number;
  readonly shortBy: number | null;
  readonly at: Instant;
}

/** Open shortfalls and what became of them. */
export interface AlertStore {
  /** The open ones, in order of indicator, unit and year. */
  open(): Promise<readonly Alert[]>;
  /** Latest change first. */
  list(filter: AlertFilter): Promise<readonly Alert[]>;
  /**
   * Brings alerts to the state given and adds one event for each. A key never seen opens at `changedAt`;
   * a recovered one that is open again reopens at `changedAt`. Answers the alerts as stored, in the order given.
   */
  save(standings: readonly AlertStanding[]): Promise<readonly Alert[]>;
  /** The life of one alert, oldest entry first. */
  events(alert: number): Promise<readonly AlertEvent[]>;
}
