import { binomCdf, binomSf } from './binomial';
import type { Improvement, RulePoint, Side } from './chart-rules';
import type { Counts } from './counts';
import type { Ratio } from './decimal';
import { ceilQuotient, compareProducts, floorQuotient } from './products';
import { chanceOf, type Chance } from './saddle-point';

/** One-sided tail beyond three sigma. */
export const outsideTail = 0.00135;
/** One-sided tail beyond two sigma. */
const nearTail = 0.02275;
/** Slack for a product of float probabilities that meets 2⁻⁷ exactly. */
const rounding = 1 + 1e-12;

/** What points are read against. */
export interface Centre {
  readonly centre: Ratio;
  readonly at: Chance;
  readonly improvement: Improvement;
}

/** Side and step of a point by whole numbers alone, as if it lay within all limits: enough for runs and trends. */
export const plainPoint = (
  { x, n }: Counts,
  before: Counts | null,
  { centre }: Pick<Centre, 'centre'>,
): RulePoint => ({
  outside: 0,
  near: 0,
  side: compareProducts([x, centre.den], [centre.num, n]),
  step: before === null ? 0 : compareProducts([x, before.n], [before.x, n]),
});

/** A point of counts as the rules see it: limits by exact tails, sides and steps by whole numbers. */
export function rulePoint(point: Counts, before: Counts | null, against: Centre): RulePoint {
  const { x, n } = point;
  const { at, improvement } = against;
  // On the bad side one bad item is never a signal.
  const pLow = improvement === 'increase' && n - x < 2 ? 1 : binomCdf(x, n, at);
  const pHigh = improvement === 'decrease' && x < 2 ? 1 : binomSf(x, n, at);
  const beyond = (tail: number): Side => (pLow < tail ? -1 : pHigh < tail ? 1 : 0);
  const outside = beyond(outsideTail);
  return { ...plainPoint(point, before, against), outside, near: outside === 0 ? beyond(nearTail) : 0 };
}

/**
 * The high-yield guard: near 100 % seven perfect periods in a row mean nothing, so a run counts only if the
 * probability of that side over it is at most 2⁻⁷, the chance which the rule assumes.
 */
export function isRareRun(
  run: readonly (Counts | null)[],
  centre: Ratio,
  first: RulePoint | null | undefined,
): boolean {
  const at = chanceOf(centre);
  const high = (first?.side ?? 0) > 0;
  let product = 1;
  for (const point of run) {
    if (point === null) continue;
    const { n } = point;
    product *= high
      ? binomSf(floorQuotient(centre.num, n, centre.den) + 1, n, at)
      : binomCdf(ceilQuotient(centre.num, n, centre.den) - 1, n, at);
  }
  return product <= 2 ** -7 * rounding;
}
