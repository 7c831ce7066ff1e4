import type { PartKind } from '../../calendar';
import { mannKendall, recentTrend, type Improvement } from '../../statistics';
import { seriesValues, type SeriesFigure } from './series-values';

/** Why no trend is told. */
export type TrendReason =
  | 'too-few-points'
  | 'no-variation'
  | 'too-few-failures'
  | 'not-significant'
  | 'single-point-driven';

/** Whether the latest periods show a trend (statistics.md f). */
export interface TrendReading {
  /** χ² for trend on counts, Mann–Kendall on figures without counts. */
  readonly method: 'chi-squared' | 'mann-kendall';
  readonly result: 'increasing' | 'decreasing' | 'no-significant-change' | 'cannot-calculate';
  readonly reason: TrendReason | null;
  /** What a trend means; null where there is none. */
  readonly meaning: 'improvement' | 'concern' | 'neutral' | null;
  readonly p: number | null;
  /** Theil–Sen slope per period in percentage points (points for scores); Mann–Kendall only. */
  readonly slope: number | null;
  /** Periods looked at, gaps included, and figures among them. */
  readonly window: number;
  readonly points: number;
  /** Periods shorter than a year have seasons, which the test does not take out (未做季节调整). */
  readonly seasonal: boolean;
}

/** Periods looked at: five years or eight quarters (statistics.md f); for others whole years of our choice. */
const windows: Readonly<Record<PartKind, number>> = { year: 5, half: 6, third: 6, quarter: 8, month: 12 };

/** Tests the latest single figures of one indicator and unit, oldest first. */
export const trendReading = (
  series: readonly SeriesFigure[],
  { kind, improvement }: { readonly kind: PartKind; readonly improvement: Improvement },
): TrendReading => {
  const values = seriesValues(series.slice(-windows[kind]));
  const points = values.points.filter((point) => point !== null).length;
  const shared = { window: windows[kind], points, seasonal: kind !== 'year' };
  if (values.kind === 'counts') {
    const { result, reason, p } = recentTrend(values.points);
    return {
      method: 'chi-squared',
      result,
      reason,
      meaning: meaningOf(result, improvement),
      p,
      slope: null,
      ...shared,
    };
  }
  const trend = mannKendall(values.points);
  return {
    method: 'mann-kendall',
    result: trend.result,
    reason: trend.reason,
    meaning: meaningOf(trend.result, improvement),
    p: 'p' in trend ? trend.p : null,
    slope: 'slope' in trend ? trend.slope : null,
    ...shared,
  };
};

const meaningOf = (result: TrendReading['result'], improvement: Improvement): TrendReading['meaning'] => {
  if (result !== 'increasing' && result !== 'decreasing') return null;
  if (improvement === 'neutral') return 'neutral';
  return (result === 'increasing') === (improvement === 'increase') ? 'improvement' : 'concern';
};
