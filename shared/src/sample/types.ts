import type { PeriodCode } from '../calendar';
import type { IndicatorCode, UnitCode } from '../programme';
import type { FailingItem } from '../submission';

/**
 * What one sample turned out to be. The numbers are how it is stored: 0 passed, 1 failed, 2 passed at a retest (复检),
 * 3 failed at a retest as well.
 */
export type SampleVerdict = 0 | 1 | 2 | 3;

/** Whether a sample counts as failing. */
export const hasFailed = (verdict: SampleVerdict): boolean => verdict % 2 === 1;

/** Whether the verdict comes from a retest, which outweighs the first test. */
export const isRetest = (verdict: SampleVerdict): boolean => verdict >= 2;

/** What a sample is counted under. Samples of one group differ only in their verdicts, days and items. */
export interface SampleGroup {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  /** As the list says it (餐饮食品); empty where it says none. */
  readonly category: string;
}

/** One line of a list of samples (明细), checked. Persons and firms are not among what is kept. */
export interface SampleRow {
  /** The sample number in its one spelling, `XBJ24441521607730202ZX`. */
  readonly number: string;
  /** Place of its group in the list's dictionary. */
  readonly group: number;
  readonly verdict: SampleVerdict;
  /** Day of sampling as eight digits, 20250812; 0 where the list has none. */
  readonly day: number;
  /** Name of the product; only of failing samples, else empty. */
  readonly product: string;
  /** What it failed; empty for one that passed, or where the list does not say. */
  readonly items: readonly FailingItem[];
  /** Line of the file, as a spreadsheet counts. */
  readonly line: number;
}

/** Samples of one group, counted. */
export interface GroupCount extends SampleGroup {
  readonly passes: number;
  readonly total: number;
}
