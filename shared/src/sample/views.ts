import type { PeriodCode } from '../calendar';
import type { IndicatorCode, UnitCode } from '../programme';
import type { FailingItem } from '../submission';
import type { Pareto } from './pareto-of';

/** Samples of one category. */
export interface CategoryCount {
  /** As the lists say it; empty where they say none. */
  readonly category: string;
  readonly passes: number;
  readonly total: number;
}

/** One failing sample with what it failed. */
export interface FailingSample {
  readonly number: string;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly category: string;
  readonly product: string;
  /** Day of sampling, ISO; null where the list has none. */
  readonly day: string | null;
  /** It failed at the retest as well. */
  readonly retested: boolean;
  readonly items: readonly FailingItem[];
  /** The line of its file. */
  readonly line: number;
}

/** Where the samples behind a figure come from. */
export interface SampleSource {
  readonly fileName: string;
  readonly samples: number;
}

/** Samples behind one figure: categories, then the failing ones of a category. */
export interface SampleView {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly periods: readonly PeriodCode[];
  /** Units with samples, the one asked for or its parts. */
  readonly units: readonly { readonly unit: UnitCode; readonly passes: number; readonly total: number }[];
  /** Most failing ones first. Empty: the figure was reported without its samples. */
  readonly categories: readonly CategoryCount[];
  readonly passes: number;
  readonly total: number;
  readonly pareto: Pareto;
  readonly sources: readonly SampleSource[];
}

/** The failing samples of a category, or of all. */
export interface FailingView {
  readonly category: string | null;
  /** The first 200, newest day first. */
  readonly samples: readonly FailingSample[];
  readonly total: number;
}
