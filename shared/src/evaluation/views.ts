import type { Basis, Instant, PeriodCode, PlainDate } from '../calendar';
import type { Figure } from '../observation';
import type { DecimalText, IndicatorCode, Text, UnitCode } from '../programme';
import type { Shown } from '../publication';
import type { ControlReading } from './evidence/control-reading';
import type { Decomposition } from './evidence/decomposition';
import type { FunnelReading } from './evidence/funnel-reading';
import type { HowEntry } from './evidence/how-computed';
import type { MatrixReading } from './evidence/matrix-reading';
import type { PlanningQuestion } from './evidence/planning-aid';
import type { RankInterval } from './evidence/rank-intervals';
import type { TrendReading } from './evidence/trend-reading';
import type { Variation } from '../statistics';
import type { Assessment, Interval, Light } from './types';

/** Which state of the ledger a page shows; every data page prints it. */
export interface Stamp {
  readonly period: PeriodCode;
  readonly basis: Basis;
  /** Last day the figures speak of. */
  readonly dataThrough: PlainDate;
  /** Highest revision id in the ledger; 0 for an empty one. */
  readonly ledgerPosition: number;
  /** When the newest revision was recorded; null for an empty ledger. */
  readonly recordedAt: Instant | null;
  /** Which version of the figures it is; absent where a page is not asked for one. */
  readonly shown?: Shown;
  /** Periods that can be chosen, oldest first. */
  readonly periods: readonly PeriodCode[];
}

/** One indicator on the overview, in policy order. */
export interface OverviewCard {
  readonly assessment: Assessment;
  /** Target as shown, `94.8`; for rising targets last year's score; null while unknown. */
  readonly targetText: DecimalText | null;
  /** Up to eight single periods, oldest first; null where there is no figure. */
  readonly history: readonly { readonly period: PeriodCode; readonly value: number | null }[];
  /** Change against the same basis last year, percentage points or points. */
  readonly yearOnYear: number | null;
  /** Change of the single period against the one before. */
  readonly periodOnPeriod: number | null;
  /** Last year's figure text where this year's is still awaited. */
  readonly lastYearText: string | null;
  /** Day by which the awaited figure is due; null when it is there. */
  readonly dueOn: PlainDate | null;
}

/** Who has reported for the period, and what is still awaited. */
export interface ReportingProgress {
  readonly unitsReported: number;
  readonly unitsExpected: number;
  readonly departmentsReported: number;
  readonly departmentsExpected: number;
  readonly awaited: readonly {
    readonly indicator: IndicatorCode;
    readonly dueOn: PlainDate;
    readonly overdueDays: number;
  }[];
  readonly next: { readonly period: PeriodCode; readonly dueOn: PlainDate } | null;
}

/** Answer of `evaluation.overview`. */
export interface OverviewView {
  readonly stamp: Stamp;
  /** The sentence a leader can repeat in a meeting. */
  readonly headline: Text;
  /** What deserves attention most; null when every light is green. */
  readonly focus: Text | null;
  readonly counts: Readonly<Record<Light, number>>;
  readonly cards: readonly OverviewCard[];
  /** Indicators that count a register, drawn as the strip under the gauges. */
  readonly coverage: readonly OverviewCard[];
  readonly reporting: ReportingProgress;
}

/** One period of an indicator for one unit. */
export interface SeriesPoint {
  readonly period: PeriodCode;
  readonly figure: Figure | null;
  readonly rateText: string | null;
  readonly value: number | null;
  readonly interval95: Interval | null;
  /** Figure minus target in percentage points (points for scores); null without either. */
  readonly againstTarget: number | null;
  readonly periodOnPeriod: number | null;
  readonly yearOnYear: number | null;
  readonly light: Light;
  /** The reference unit's value in the same period. */
  readonly reference: { readonly value: number; readonly text: string } | null;
  /** How many revisions of this unit's own figure the ledger holds; 0 for sums. */
  readonly revisions: number;
  /** Its newest correction after it was published; absent where there was none. */
  readonly correction?: PointCorrection;
}

/** What a version published of a period differently from the version before it. */
export interface PointCorrection {
  /** Of the version that brought it. */
  readonly number: number;
  readonly publishedAt: Instant;
  /** In the words of who published it. */
  readonly reason: string;
  readonly before: PublishedValue;
  readonly after: PublishedValue;
}

/** What a version said of a period; both null where it said nothing. */
export interface PublishedValue {
  readonly rateText: string | null;
  readonly figure: Figure | null;
}

/** One entry of the revision list beside the chart. */
export interface RevisionEntry {
  readonly id: number;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly before: Figure | null;
  readonly after: Figure | null;
  readonly note: string;
  readonly recordedAt: Instant;
  /** Name of who submitted it. */
  readonly by: Text;
}

/** One period of a part, with the limits of its own normal variation; those are null below six points. */
export interface PartPoint {
  readonly period: PeriodCode;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly variation: Variation | null;
}

/** Answer of `evaluation.indicator`. */
export interface IndicatorView {
  readonly stamp: Stamp;
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly assessment: Assessment;
  readonly targetText: DecimalText | null;
  /** Single periods from the first to the chosen one, oldest first. */
  readonly series: readonly SeriesPoint[];
  /** The parts of the whole with their own assessment and series; empty when only the whole reports. */
  readonly parts: readonly {
    readonly unit: UnitCode;
    readonly assessment: Assessment;
    readonly series: readonly PartPoint[];
    /** What the newest figure of the part shows; null below six points. Apart from any light. */
    readonly variation: Variation | null;
  }[];
  /** Figures corrected after their first report, or explained with it, newest first, at most 20. */
  readonly revisions: readonly RevisionEntry[];
  /** Normal variation and signals over the single periods; apart from any light (screens.md 2.3). */
  readonly control: ControlReading;
  readonly trend: TrendReading;
  /** How the number on this page was computed, step by step. */
  readonly how: readonly HowEntry[];
  /** What the planning aid starts from; null where no plan or no counts make it meaningless. */
  readonly planning: PlanningQuestion | null;
}

/** One row of the counties × indicators matrix. */
export interface ComparisonRow {
  readonly indicator: IndicatorCode;
  readonly targetText: DecimalText | null;
  readonly reference: {
    readonly unit: UnitCode;
    readonly text: string;
    readonly provisional: boolean;
  } | null;
  readonly whole: Assessment;
  /** In register order. */
  readonly cells: readonly Assessment[];
}

/** One unit in the ranked dots of one indicator, best first. */
export interface RankedUnit {
  /** 1 for the best; equal rates share a rank; null where there is nothing to rank. */
  readonly rank: number | null;
  readonly assessment: Assessment;
}

/** Answer of `evaluation.comparison`. */
export interface ComparisonView {
  readonly stamp: Stamp;
  readonly rows: readonly ComparisonRow[];
  /** Every sampled cell that is judged, compared together and corrected for how many they are. */
  readonly matrix: MatrixReading;
  /** How matrix, ranks, funnel and change were computed, step by step. */
  readonly how: readonly HowEntry[];
  readonly ranked: {
    readonly indicator: IndicatorCode;
    readonly targetText: DecimalText | null;
    readonly whole: Assessment;
    readonly units: readonly RankedUnit[];
    /** How many units fell where they would by chance alone; null where only rates are known or all is counted. */
    readonly funnel: FunnelReading | null;
    /** 95 % range of each unit's rank, in register order, without those not judged; empty like the funnel. */
    readonly ranks: readonly RankInterval[];
    /** Rate and mix effects against the same period of last year; null without counts in both. */
    readonly decomposition: Decomposition | null;
    /** What the dots say, including that overlapping intervals settle no order. */
    readonly sentence: Text;
  };
}
