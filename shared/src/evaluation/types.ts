import type { Basis, PeriodCode } from '../calendar';
import type { Figure } from '../observation';
import type { DecimalText, IndicatorCode, UnitCode } from '../programme';
import type { FailureBudget } from '../statistics';

/** What the policy reads: met, short, or no figure to judge. Never depends on statistics (statistics.md b). */
export type Verdict = 'met' | 'short' | 'no-data';

/** What the reader's eye gets: 达标, 临界, 未达标, 待数据/不判定 (statistics.md k). */
export type Light = 'met' | 'risk' | 'miss' | 'none';

/** How strongly the counts speak for standing above or below the target's number (statistics.md b). */
export type Evidence =
  | 'confidently-met'
  | 'met-within-noise'
  | 'short-within-noise'
  | 'confidently-short'
  | 'certain-met'
  | 'certain-short';

/** Names of the legs on which a target stands. */
export type LegKind = 'value' | 'province' | 'all' | 'rising' | 'coverage';

/** One comparator of a target, judged. */
export interface Leg {
  readonly comparator: LegKind;
  readonly verdict: Verdict;
  /** What it was compared with, in percent or points as text; null while that is unknown. */
  readonly against: DecimalText | null;
  /** Figure minus comparison, in percentage points or points; negative is a shortfall; null without figures. */
  readonly by: number | null;
  /** For a reference: the period its figure speaks of; provisional (暂定) until the year's own average is out. */
  readonly reference: {
    readonly unit: UnitCode;
    readonly period: PeriodCode;
    readonly basis: Basis;
    readonly provisional: boolean;
    /** The reference figure itself, for the gauge's diamond. */
    readonly figure: Figure;
  } | null;
}

/** Where a figure comes from when nobody reported just it. */
export type Derivation = 'reported' | 'summed-units' | 'summed-periods' | 'differenced';

/** Rate bounds 0…1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Failing samples the rest of the year can still bear (statistics.md g). */
export interface BudgetReading {
  readonly status: FailureBudget['status'];
  readonly planned: number | null;
  readonly firm: boolean;
  readonly allowed: number | null;
  readonly used: number;
  readonly remaining: number | null;
  readonly burnRate: number | null;
  /** Passes needed among the samples still to come, 0…1 and above 1 when out of reach. */
  readonly requiredRate: number | null;
  readonly remainingSamples: number | null;
  readonly recoveryPasses: number | null;
}

/** Probability of meeting the yearly target (statistics.md h). */
export interface OutlookReading {
  readonly probability: number;
  /** 很高, 较高, 居中, 较低, 很低: see `outlookWord`. */
  readonly word: 'very-likely' | 'likely' | 'uncertain' | 'doubtful' | 'unlikely';
  /** Below 30 samples or a fifth of the plan: for orientation only (仅供参考). */
  readonly tentative: boolean;
}

/** The judgement of a figure against its target. Everything a page, bulletin, alert or export says comes from here. */
export interface Assessment {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure | null;
  readonly derivation: Derivation | null;
  /** False when a part of the span or one of the summed units is still missing. */
  readonly complete: boolean;
  /** What is missing, as `unit` or `unit@period` codes. */
  readonly missing: readonly string[];
  /** Display text of the rate or score without unit, `98.54`; null without a figure or without samples. */
  readonly rateText: string | null;
  /** 0…1 for rates, points for scores: for drawing only, never for deciding. */
  readonly value: number | null;
  readonly verdict: Verdict;
  readonly legs: readonly Leg[];
  readonly light: Light;
  /** Code of the sentence in wording that explains the light. */
  readonly lightReason: LightReason;
  /** Speaks of the target's number alone: a city may be confidently above it and still below the province. */
  readonly evidence: Evidence | null;
  readonly interval95: Interval | null;
  /** Samples that had to pass and did not, ⌈t·n⌉ − x; 0 when the number is reached; null without counts. */
  readonly shortBy: number | null;
  readonly budget: BudgetReading | null;
  readonly outlook: OutlookReading | null;
}

/** Why a light is on: each has its words in both languages. */
export type LightReason =
  | 'met'
  | 'met-and-likely'
  | 'met-but-uncertain'
  | 'short-but-possible'
  | 'short-and-unlikely'
  | 'unreachable'
  | 'short-within-noise'
  | 'significantly-short'
  | 'short-of-all'
  | 'rate-met'
  | 'rate-short'
  | 'rate-ambiguous'
  | 'below-province'
  | 'coverage-on-pace'
  | 'coverage-behind'
  | 'coverage-missed'
  | 'rising'
  | 'level'
  | 'falling'
  | 'closed-met'
  | 'closed-short'
  | 'too-few-samples'
  | 'no-figure'
  | 'no-samples'
  | 'no-earlier-year'
  | 'no-target';
