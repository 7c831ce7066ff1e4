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

/** Every unit of one indicator in one period and basis, ready to be stored. */
export interface PackedSheet {
  readonly indicator: IndicatorCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  /** For the store alone to read. */
  readonly content: string;
}

/**
 * What pages read of the judgements, living or published.
 * Units are answered in the order in which they were packed: the whole first, then the register's order.
 */
export interface AssessmentReads {
  /** In order of indicator. */
  find(filter: AssessmentFilter): Promise<readonly Assessment[]>;
  /** In order of period and basis. */
  sheet(filter: SheetFilter): Promise<readonly Assessment[]>;
  /** Every assessment, in order of period, basis and indicator; for `verify` and exports. */
  all(): Promise<readonly Assessment[]>;
  /** Every period for which a unit is judged, in order of code. */
  periods(): Promise<readonly PeriodCode[]>;
}

/** The judgements, kept ready so that no page ever has to judge: written with the revisions they come from. */
export interface AssessmentStore extends AssessmentReads {
  /** Makes a sheet ready to be stored; touches no database, so that another thread can do it. Throws without units. */
  pack(assessments: readonly Assessment[]): PackedSheet;
  /** Writes each sheet, in place of an earlier one of the same indicator, period and basis. */
  replace(sheets: readonly PackedSheet[]): Promise<void>;
  /** Empties the table before everything is judged anew, as after a change of programme. */
  clear(): Promise<void>;
}
