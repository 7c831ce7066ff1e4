import type { Basis, PeriodCode } from '@zhibiao/shared/calendar';
import type { Assessment } from '@zhibiao/shared/evaluation';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';

/** One period seen across indicators and units: the overview and the comparison. */
export interface AssessmentFilter {
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly indicators?: readonly IndicatorCode[];
  readonly units?: readonly UnitCode[];
}

/** One indicator seen across periods: the indicator page. */
export interface SheetFilter {
  readonly indicator: IndicatorCode;
  readonly units?: readonly UnitCode[];
  readonly basis?: Basis;
  /** First and last year, both included, by the four digits that a period code begins with. */
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** The judgements, kept ready so that no page ever has to judge: written with the revisions they come from. */
export interface AssessmentStore {
  /** Writes each assessment, in place of an earlier one of the same indicator, unit, period and basis. */
  replace(assessments: readonly Assessment[]): Promise<void>;
  /** In order of indicator and unit. */
  find(filter: AssessmentFilter): Promise<readonly Assessment[]>;
  /** In order of period, basis and unit. */
  sheet(filter: SheetFilter): Promise<readonly Assessment[]>;
  /** Every assessment, in order of period, basis, indicator, unit; for `verify` and exports. */
  all(): Promise<readonly Assessment[]>;
  /** Every period for which a unit is judged, in order of code. */
  periods(): Promise<readonly PeriodCode[]>;
  /** Empties the table before everything is judged anew, as after a change of programme. */
  clear(): Promise<void>;
}
