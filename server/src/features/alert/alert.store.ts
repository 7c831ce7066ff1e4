import type { Alert, AlertChange } from '@zhibiao/shared/alert';
import type { Instant, PlainDate } from '@zhibiao/shared/calendar';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';
import type { AlertEvent } from '@zhibiao/shared/statistics';

/** Which alerts are listed. What is left out does not narrow; an empty list matches nothing. */
export interface AlertFilter {
  readonly indicators?: readonly IndicatorCode[];
  readonly units?: readonly UnitCode[];
  readonly year?: number;
}

/** One entry of an alert's life; never changed or deleted. What it says is as of the event. */
export interface AlertEntry extends Pick<Alert, 'level' | 'rules' | 'period' | 'figures'> {
  readonly id: number;
  readonly alert: number;
  /** `updated` is only found in the life of alerts that were kept by light, before there were levels. */
  readonly event: Exclude<AlertEvent, 'unchanged'> | 'updated';
  /** Somebody is to be told. */
  readonly notify: boolean;
  readonly at: Instant;
}

/** Alerts and what became of them: one for each indicator, unit and year. */
export interface AlertStore {
  /** Latest change first; those that have gone quiet are among them. */
  list(filter: AlertFilter): Promise<readonly Alert[]>;
  /**
   * Stores what `alertChanges` found at an instant, and an event for each that is one. What opens counts as opened
   * at that instant. Each alert may change once.
   */
  record(changes: readonly AlertChange[], at: Instant): Promise<void>;
  /** The life of one alert, oldest entry first. */
  events(alert: number): Promise<readonly AlertEntry[]>;
  /** Notes on which day the alerts of some indicators were judged. */
  noteJudged(indicators: readonly IndicatorCode[], day: PlainDate): Promise<void>;
  /** The day on which the alerts of each indicator were last judged; none for one that never was. */
  judgedOn(): Promise<ReadonlyMap<IndicatorCode, PlainDate>>;
}
