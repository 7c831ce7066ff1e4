import type { PeriodCode } from '../../calendar';
import {
  compareProducts,
  isMet,
  lastVariation,
  pChart,
  variationOf,
  xmrChart,
  type Assurance,
  type ChartStatus,
  type Counts,
  type Improvement,
  type PointType,
  type Ratio,
  type Variation,
} from '../../statistics';
import { decimalNumber, seriesValues, type SeriesFigure } from './series-values';

/** One period on a control chart; all null for a gap, and limits null below six points. */
export interface ControlPoint {
  readonly period: PeriodCode;
  /** 0…1 for shares, points for scores. */
  readonly value: number | null;
  /** Limits as drawn, shares clamped to 0…1; the decision was made on exact tails. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly type: PointType | null;
  /** 好转 / 转差 / 平稳 of this point, kept apart from any light (screens.md 2.3). */
  readonly variation: Variation | null;
}

/**
 * The newest figures that lie without a break on one side of the centre. Seven or more after the baseline
 * count without those inside it: a baseline says nothing about itself.
 */
export interface ControlRun {
  readonly side: 'above' | 'below';
  readonly from: PeriodCode;
  readonly to: PeriodCode;
  readonly points: number;
  /** How many of them reach the target; null without a target. */
  readonly met: number | null;
}

/** What a control chart says (statistics.md e): plain values, ready to be sent and drawn. */
export interface ControlReading {
  /** `p`: shares of counts with exact limits; `xmr`: figures that arrived without counts. */
  readonly chart: 'p' | 'xmr';
  readonly scale: 'share' | 'points';
  /** Below six points a run chart, below twelve trial limits (试行限). */
  readonly status: ChartStatus;
  readonly centre: number | null;
  readonly points: readonly ControlPoint[];
  /** What the newest figure shows; null below six points. */
  readonly variation: Variation | null;
  /** The rule behind it, and the period it speaks of. */
  readonly last: { readonly type: PointType; readonly period: PeriodCode } | null;
  readonly run: ControlRun | null;
  /** 稳定达标 / 稳定不达标 / 时好时坏; null without a target. */
  readonly assurance: Assurance | null;
  /** The periods whose figures set the centre. */
  readonly baseline: {
    readonly from: PeriodCode;
    readonly to: PeriodCode;
    readonly points: number;
  } | null;
  /** Laney's σz where it exceeds 1.5 with a thousand samples a period (离散度); limits are not widened. */
  readonly dispersion: number | null;
}

/** How to read a series. */
export interface ControlOptions {
  /** Exact fraction, points for scores; null without one. */
  readonly target: Ratio | null;
  readonly improvement: Improvement;
  /**
   * First figures that set the centre of a p-chart, chosen by a person (at least 6); `null` for all of them. When
   * absent all of them up to twelve, where limits become firm and stay (NHS Making Data Count).
   */
  readonly baseline?: number | null;
}

/** Charts the single figures of one indicator and unit, oldest first. */
export const controlReading = (series: readonly SeriesFigure[], options: ControlOptions): ControlReading => {
  const values = seriesValues(series);
  if (values.kind === 'counts') return shareReading(series, values.points, options);
  const { points, isScore } = values;
  return finishedReading(
    series,
    points.map((point) => point && decimalNumber(point)),
    { ...options, isScore },
  );
};

/**
 * Whether the chart of a series shows a decline at its newest period: `variation` of `controlReading` where that
 * period has a figure, without drawing the chart.
 */
export const isConcern = (
  series: readonly SeriesFigure[],
  { baseline }: Pick<ControlOptions, 'baseline'>,
): boolean => {
  if (series.at(-1)?.figure == null) return false;
  const values = seriesValues(series);
  if (values.kind === 'decimals') {
    const options = { target: null, improvement: 'increase', isScore: values.isScore } as const;
    const points = values.points.map((point) => point && decimalNumber(point));
    return points.at(-1) !== null && finishedReading(series, points, options).variation === 'concern';
  }
  const { points } = values;
  if (points.at(-1) === null) return false;
  const available = points.filter((point) => point !== null).length;
  return (
    lastVariation(points, { improvement: 'increase', baseline: lockedPoints(available, baseline) }) ===
    'concern'
  );
};

/** How many of the first figures set the centre. */
const lockedPoints = (available: number, baseline: number | null | undefined): number => {
  const asked = baseline === undefined ? firmPoints : (baseline ?? available);
  return Math.min(available, Math.max(fewestPoints, asked));
};

/** Length of a run that chance rarely makes (NHS Making Data Count). */
const shiftRun = 7;
const firmPoints = 12;
const fewestPoints = 6;

const shareReading = (
  series: readonly SeriesFigure[],
  counts: readonly (Counts | null)[],
  { target, improvement, baseline }: ControlOptions,
): ControlReading => {
  const available = counts.filter((point) => point !== null).length;
  const locked = lockedPoints(available, baseline);
  const chart = pChart(counts, { improvement, target, baseline: locked });
  if (chart.points === null) return runChart(series, counts.map(rateOf), 'share');
  const { centre, points } = chart;
  const drawn = series.map(({ period }, at) => {
    const point = points[at] ?? null;
    if (point === null) return gap(period);
    const { rate: value, loExact: lower, hiExact: upper, type } = point;
    return { period, value, lower, upper, type, variation: variationOf([type], improvement) };
  });
  const base = pooledRatio(counts, locked);
  return {
    chart: 'p',
    scale: 'share',
    status: chart.status,
    centre,
    points: drawn,
    variation: chart.variation,
    last: lastOf(drawn),
    run: lastRun(
      series,
      counts.map((point) => point && compareProducts([point.x, base.den], [base.num, point.n])),
      target === null ? null : counts.map((point) => point !== null && isMet(point.x, point.n, target)),
      counts.findIndex(
        (_, at) => counts.slice(0, at + 1).filter((point) => point !== null).length === locked,
      ),
    ),
    // Where every sample of the baseline passed, or none did, the limits have no width and assure nothing.
    assurance: base.num === 0 || base.num === base.den ? null : chart.assurance,
    baseline: baselineOf(
      series,
      counts.map((point) => point !== null),
      locked,
    ),
    dispersion: shownDispersion(chart.laneySigmaZ, counts),
  };
};

const finishedReading = (
  series: readonly SeriesFigure[],
  values: readonly (number | null)[],
  { target, improvement, isScore }: ControlOptions & { readonly isScore: boolean },
): ControlReading => {
  const scale = isScore ? 'points' : 'share';
  const unit = isScore ? 1 : 100;
  const goal = target === null ? null : (unit * target.num) / target.den;
  const chart = xmrChart(values, { improvement, target: goal });
  if (chart.status === 'insufficient')
    return {
      ...runChart(
        series,
        values.map((value) => value && value / unit),
        scale,
      ),
      chart: 'xmr',
    };
  const limit = (value: number): number =>
    isScore ? Math.max(0, value) : Math.min(1, Math.max(0, value / unit));
  const drawn = series.map(({ period }, at) => {
    const value = values[at] ?? null;
    const type = chart.types[at] ?? null;
    if (value === null || type === null) return gap(period);
    const variation = variationOf([type], improvement);
    return { period, value: value / unit, lower: limit(chart.lpl), upper: limit(chart.upl), type, variation };
  });
  const known = values.map((value) => value !== null);
  return {
    chart: 'xmr',
    scale,
    status: chart.status,
    centre: chart.mean / unit,
    points: drawn,
    variation: chart.variation,
    last: lastOf(drawn),
    run: lastRun(
      series,
      values.map((value) => (value === null ? null : sideOf(value - chart.mean))),
      goal === null ? null : values.map((value) => value !== null && sideOf(value - goal) >= 0),
      values.length,
    ),
    assurance: chart.assurance,
    baseline: baselineOf(series, known, known.filter(Boolean).length),
    dispersion: null,
  };
};

/** Below six figures: the values alone. */
const runChart = (
  series: readonly SeriesFigure[],
  values: readonly (number | null)[],
  scale: ControlReading['scale'],
): ControlReading => ({
  chart: 'p',
  scale,
  status: 'insufficient',
  centre: null,
  points: series.map(({ period }, at) => ({ ...gap(period), value: values[at] ?? null })),
  variation: null,
  last: null,
  run: null,
  assurance: null,
  baseline: null,
  dispersion: null,
});

const gap = (period: PeriodCode): ControlPoint => ({
  period,
  value: null,
  lower: null,
  upper: null,
  type: null,
  variation: null,
});

const rateOf = (point: Counts | null): number | null => point && point.x / point.n;

const pooledRatio = (points: readonly (Counts | null)[], locked: number): Ratio => {
  let num = 0;
  let den = 0;
  let used = 0;
  for (const point of points) {
    if (point === null || used === locked) continue;
    num += point.x;
    den += point.n;
    used += 1;
  }
  return { num, den };
};

const lastOf = (points: readonly ControlPoint[]): ControlReading['last'] => {
  const last = points.findLast((point) => point.type !== null);
  return last === undefined || last.type === null ? null : { type: last.type, period: last.period };
};

/** Slack as in the chart itself: twelve times 98.1 has a mean of 98.09999999999998. */
const sideOf = (difference: number): -1 | 0 | 1 => (difference > 1e-9 ? 1 : difference < -1e-9 ? -1 : 0);

/** A figure on the centre or a gap ends the run, a gap after it does not. `baseEnd`: place of the baseline's last. */
const lastRun = (
  series: readonly SeriesFigure[],
  sides: readonly (number | null)[],
  met: readonly boolean[] | null,
  baseEnd: number,
): ControlRun | null => {
  const last = sides.findLastIndex((side) => side !== null);
  const side = sides[last] ?? 0;
  if (side === 0) return null;
  let first = last;
  while (sides[first - 1] === side && !(first === baseEnd + 1 && last - first + 1 >= shiftRun)) first -= 1;
  const from = series[first]?.period;
  const to = series[last]?.period;
  if (from === undefined || to === undefined) return null;
  return {
    side: side > 0 ? 'above' : 'below',
    from,
    to,
    points: last - first + 1,
    met: met === null ? null : met.slice(first, last + 1).filter(Boolean).length,
  };
};

const baselineOf = (
  series: readonly SeriesFigure[],
  known: readonly boolean[],
  points: number,
): ControlReading['baseline'] => {
  const used = series.filter((_, at) => known[at] === true).slice(0, points);
  const from = used[0]?.period;
  const to = used.at(-1)?.period;
  return from === undefined || to === undefined ? null : { from, to, points: used.length };
};

const shownDispersion = (sigmaZ: number | null, points: readonly (Counts | null)[]): number | null => {
  const sampled = points.filter((point) => point !== null);
  const samples = sampled.reduce((sum, { n }) => sum + n, 0);
  return sigmaZ !== null && sigmaZ > 1.5 && samples >= 1000 * sampled.length ? sigmaZ : null;
};
