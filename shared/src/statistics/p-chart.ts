import {
  assuranceOf,
  chartStatus,
  pointTypes,
  variationOf,
  type Assurance,
  type ChartStatus,
  type Improvement,
  type PointType,
  type RulePoint,
  type Variation,
} from './chart-rules';
import { requireCounts, type Counts } from './counts';
import type { Ratio } from './decimal';
import { lowerLimit, upperLimit } from './funnel-limits';
import { laneySigmaZ } from './laney-sigma-z';
import { isRareRun, outsideTail, plainPoint, rulePoint } from './p-chart-rules';
import { chanceOf, type Chance } from './saddle-point';

/** A drawn point of a p-chart, rates 0…1. */
export interface PChartPoint {
  readonly rate: number;
  readonly sigma: number;
  /** Montgomery's three-sigma limits, clamped, for export. */
  readonly lo3: number;
  readonly hi3: number;
  /** The limits drawn and decided by: exact tails of 0.135 %, mirrored. */
  readonly loExact: number;
  readonly hiExact: number;
  readonly type: PointType;
}

/** A control chart of shares (statistics.md e). */
export interface PChart {
  readonly status: ChartStatus;
  /** The baseline's pooled rate; null without samples. */
  readonly centre: number | null;
  /** One per period, null for a gap; null altogether below six points. */
  readonly points: readonly (PChartPoint | null)[] | null;
  readonly variation: Variation | null;
  readonly assurance: Assurance | null;
  /** Mean |zᵢ − zᵢ₋₁| ÷ 1.128 (Laney 2002): show above 1.5 with n ≥ 1000; never widens limits by itself. */
  readonly laneySigmaZ: number | null;
}

/** How to read a chart; `baseline` is the number of first points whose limits are locked, null for all. */
export interface PChartOptions {
  readonly improvement: Improvement;
  readonly target?: Ratio | null;
  readonly baseline?: number | null;
}

/** Single periods, not cumulative; null or n = 0 is a gap. */
export function pChart(periods: readonly (Counts | null)[], options: PChartOptions): PChart {
  const points = periods.map((period) => {
    if (period !== null) requireCounts(period.x, period.n);
    return period === null || period.n === 0 ? null : period;
  });
  const available = points.filter((point) => point !== null);
  const locked = options.baseline ?? 0;
  const centre = pooled(locked > 0 ? available.slice(0, locked) : available);
  const at = chanceOf(centre);
  const status = chartStatus(available.length);
  if (status === 'insufficient') {
    const rate = centre.den === 0 ? null : at.p;
    return { status, centre: rate, points: null, variation: null, assurance: null, laneySigmaZ: null };
  }
  const rules = points.map(
    (point, i) =>
      point && rulePoint(point, points[i - 1] ?? null, { centre, at, improvement: options.improvement }),
  );
  const types = pointTypes(rules, (first, last) =>
    isRareRun(points.slice(first, last + 1), centre, rules[first]),
  );
  const drawn = points.map((point, i) => point && drawnPoint(point, at, types[i] ?? 'common'));
  const target = options.target ?? null;
  const last = drawn.findLast((point) => point !== null) ?? null;
  return {
    status,
    centre: at.p,
    points: drawn,
    variation: variationOf(types, options.improvement),
    assurance: assuranceOf(target && last && targetAgainst(target, last), options.improvement),
    laneySigmaZ: laneySigmaZ(points, at),
  };
}

/** Of a point's neighbours only the two before it count with their tails: two of three near a limit. */
const tailsNeeded = 3;
/** Rules that look at so many points at most; a run on one side of the centre may be longer. */
const pointsNeeded = 8;

/**
 * What the last point of the same chart shows, without drawing it: `pChart(…).variation`, at a tenth of its cost.
 * For charts of very many series that are read and not drawn.
 */
export function lastVariation(
  periods: readonly (Counts | null)[],
  { improvement, baseline }: Pick<PChartOptions, 'improvement' | 'baseline'>,
): Variation | null {
  const points = periods.map((period) => (period === null || period.n === 0 ? null : period));
  const available = points.filter((point) => point !== null);
  if (chartStatus(available.length) === 'insufficient') return null;
  const locked = baseline ?? 0;
  const centre = pooled(locked > 0 ? available.slice(0, locked) : available);
  const against = { centre, at: chanceOf(centre), improvement };
  const last = points.findLastIndex((point) => point !== null);
  const rules: RulePoint[] = [];
  // Backwards, until what lies before a point can say nothing about the last one.
  for (let i = last; i >= 0; i -= 1) {
    const point = points[i] ?? null;
    if (point === null) break;
    const read = i > last - tailsNeeded ? rulePoint : plainPoint;
    const rule = read(point, points[i - 1] ?? null, against);
    if (last - i >= pointsNeeded && rule.side !== rules.at(-1)?.side) break;
    rules.push(rule);
  }
  const from = last + 1 - rules.length;
  const types = pointTypes(rules.reverse(), (first, end) =>
    // A run that ended before says nothing about the last point.
    end === rules.length - 1 ? isRareRun(points.slice(from + first, last + 1), centre, rules[first]) : false,
  );
  return variationOf(types, improvement);
}

const pooled = (points: readonly Counts[]): Ratio => ({
  num: points.reduce((sum, point) => sum + point.x, 0),
  den: points.reduce((sum, point) => sum + point.n, 0),
});

function drawnPoint({ x, n }: Counts, at: Chance, type: PointType): PChartPoint {
  const sigma = Math.sqrt((at.p * at.q) / n);
  return {
    rate: x / n,
    sigma,
    lo3: Math.max(0, at.p - 3 * sigma),
    hi3: Math.min(1, at.p + 3 * sigma),
    loExact: lowerLimit(n, at, outsideTail),
    hiExact: upperLimit(n, at, outsideTail),
    type,
  };
}

function targetAgainst(target: Ratio, last: PChartPoint): NonNullable<Parameters<typeof assuranceOf>[0]> {
  const t = target.num / target.den;
  return { aboveUpper: t > last.hiExact, belowLower: t < last.loExact, isWhole: target.num === target.den };
}
