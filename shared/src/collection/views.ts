import type { PeriodCode, PlainDate } from '../calendar';
import type { DepartmentCode, IndicatorCode, Text, UnitCode } from '../programme';
import type { Progress, TaskState } from './types';

/** A task as a page shows it. */
export interface TaskView {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly dueOn: PlainDate;
  readonly opensOn: PlainDate;
  readonly state: TaskState;
  /** Why it is waived; null otherwise. */
  readonly waived: Text | null;
}

/** Answer of `collection.progress`: who owes what of a period, and how far it has come. */
export interface CollectionView {
  readonly period: PeriodCode;
  /** Periods that can be chosen, oldest first. */
  readonly periods: readonly PeriodCode[];
  /**
   * What is late in this year and the last, whatever period is shown: without a figure first, then what was handed in
   * late and waits for a reviewer; the longest first, the first 200.
   */
  readonly late: readonly TaskView[];
  readonly lateTotal: number;
  /** Every task of the period: a cell of units × indicators holds one, or three where figures are monthly. */
  readonly tasks: readonly TaskView[];
  readonly whole: Progress;
  readonly units: readonly (Progress & { readonly unit: UnitCode })[];
  readonly departments: readonly (Progress & { readonly department: DepartmentCode })[];
}

/** Answer of `collection.own`: what the reader still owes, soonest and latest first. */
export interface OwnTasksView {
  /** Late, due or open; never what waits for a reviewer or is done. The first 200. */
  readonly tasks: readonly TaskView[];
  readonly total: number;
}
