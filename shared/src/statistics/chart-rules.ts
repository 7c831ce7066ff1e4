/** Which way is better; `neutral` where neither is. */
export type Improvement = 'increase' | 'decrease' | 'neutral';

/** How many points a chart stands on: below 6 no limits, below 12 trial limits (试行限). */
export type ChartStatus = 'insufficient' | 'trial' | 'firm';

/** What a point shows, the first rule that applies; `common` is chance. */
export type PointType =
  | 'outside-high'
  | 'outside-low'
  | 'trend-up'
  | 'trend-down'
  | 'two-of-three-high'
  | 'two-of-three-low'
  | 'shift-high'
  | 'shift-low'
  | 'common';

/** What the last point says about the process. */
export type Variation = 'improvement' | 'concern' | 'common' | 'neutral-high' | 'neutral-low';

/** What the limits say about the target: always missed, always met, or now and then. */
export type Assurance = 'consistent-fail' | 'consistent-pass' | 'inconsistent';

/** 1 above, −1 below, 0 on the line or within. */
export type Side = -1 | 0 | 1;

/** A point as the rules see it. */
export interface RulePoint {
  /** Beyond a limit. */
  readonly outside: Side;
  /** Not outside, but in the outer third. */
  readonly near: Side;
  /** Against the centre, strictly. */
  readonly side: Side;
  /** Against the point before, strictly; 0 after a gap. */
  readonly step: Side;
}

/** Limits need six points, firm ones twelve. */
export const chartStatus = (points: number): ChartStatus =>
  points < 6 ? 'insufficient' : points < 12 ? 'trial' : 'firm';

/** Length of a run that chance rarely makes, and steps of a trend of seven points. */
const run = 7;

/**
 * The rules of NHS Making Data Count as coded in NHSRplotthedots 0.2.2, strongest first. Gaps are null and break
 * runs, trends and windows. `mayShift` decides on a maximal run from first to last point on one side.
 */
export function pointTypes(
  points: readonly (RulePoint | null)[],
  mayShift: (first: number, last: number) => boolean,
): (PointType | null)[] {
  const types = points.map((point): PointType | null => (point === null ? null : 'common'));
  // Weakest first, so that stronger rules and later trends overwrite.
  for (const { first, last, sign } of runs(points, (point) => point.side)) {
    if (last - first + 1 >= run && mayShift(first, last))
      types.fill(sign > 0 ? 'shift-high' : 'shift-low', first, last + 1);
  }
  for (let i = 2; i < points.length; i += 1) markTwoOfThree(points, types, i);
  for (const { first, last, sign } of runs(points, (point) => point.step)) {
    // A run of steps begins with the point before its first step, where that is among the points.
    if (last - first + 1 >= run - 1)
      types.fill(sign > 0 ? 'trend-up' : 'trend-down', Math.max(0, first - 1), last + 1);
  }
  for (const [i, point] of points.entries()) {
    if (point !== null && point.outside !== 0) types[i] = point.outside > 0 ? 'outside-high' : 'outside-low';
  }
  return types;
}

/** The last available point's type in the direction that is better. */
export function variationOf(types: readonly (PointType | null)[], improvement: Improvement): Variation {
  const last = types.findLast((type) => type !== null) ?? 'common';
  if (last === 'common') return 'common';
  const high = last.endsWith('high') || last === 'trend-up';
  if (improvement === 'neutral') return high ? 'neutral-high' : 'neutral-low';
  return high === (improvement === 'increase') ? 'improvement' : 'concern';
}

/** How the target lies to the limits at the last point. A 100 % target can be always missed, never assured. */
export function assuranceOf(
  target: { readonly aboveUpper: boolean; readonly belowLower: boolean; readonly isWhole: boolean } | null,
  improvement: Improvement,
): Assurance | null {
  if (target === null || improvement === 'neutral') return null;
  const rising = improvement === 'increase';
  if (rising ? target.aboveUpper : target.belowLower) return 'consistent-fail';
  if (target.isWhole) return null;
  return (rising ? target.belowLower : target.aboveUpper) ? 'consistent-pass' : 'inconsistent';
}

/** Maximal runs of points with the same sign. */
function runs(
  points: readonly (RulePoint | null)[],
  signOf: (point: RulePoint) => Side,
): { first: number; last: number; sign: Side }[] {
  const found: { first: number; last: number; sign: Side }[] = [];
  for (const [i, point] of points.entries()) {
    const sign = point === null ? 0 : signOf(point);
    const open = found.at(-1);
    if (open?.sign === sign && open.last === i - 1) open.last = i;
    else if (sign !== 0) found.push({ first: i, last: i, sign });
  }
  return found;
}

/** Three in a row strictly on one side, at least two of them near: the near ones are flagged. */
function markTwoOfThree(
  points: readonly (RulePoint | null)[],
  types: (PointType | null)[],
  last: number,
): void {
  const sign = points[last]?.side ?? 0;
  const window = [last - 2, last - 1, last];
  if (sign === 0 || !window.every((i) => points[i]?.side === sign)) return;
  const near = window.filter((i) => points[i]?.near === sign);
  if (near.length < 2) return;
  for (const i of near) types[i] = sign > 0 ? 'two-of-three-high' : 'two-of-three-low';
}
