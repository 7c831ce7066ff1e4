import { areCounts } from './counts';
import { powerOfTen, type Decimal } from './decimal';
import { ceilQuotient, floorQuotient } from './products';

/** What a published percentage says beside its own counts, first that applies (statistics.md j). */
export type RateCheck =
  | 'ok'
  | 'ok-hides-failure'
  | 'directed-rounding'
  | 'fraction-scale'
  | 'failure-rate'
  | 'mismatch'
  | 'rate-without-samples'
  | 'invalid-counts';

/** Checks a published percentage against x of n; both ways to round a tie pass. Exact at any size. */
export function rateCheck(x: number, n: number, rate: Decimal): RateCheck {
  if (!areCounts(x, n)) return 'invalid-counts';
  if (n === 0) return 'rate-without-samples';
  const { units, decimals } = rate;
  const scale = 100 * powerOfTen(decimals);
  const isNear = (count: number, at: number): boolean => withinHalf({ count, n, units }, at);
  if (isNear(x, scale)) return units === scale && x < n ? 'ok-hides-failure' : 'ok';
  if (units === floorQuotient(x, scale, n) || units === ceilQuotient(x, scale, n)) return 'directed-rounding';
  const fraction = powerOfTen(decimals);
  if (decimals >= 2 && units <= fraction && isNear(x, fraction)) return 'fraction-scale';
  return isNear(n - x, scale) ? 'failure-rate' : 'mismatch';
}

/** 2·|scale·count − units·n| ≤ n. */
function withinHalf(given: { count: number; n: number; units: number }, scale: number): boolean {
  const { count, n, units } = given;
  const left = scale * count;
  const right = units * n;
  // Twice the gap stays exact below a quarter of the safe range.
  if (left < 2 ** 51 && right < 2 ** 51) return 2 * Math.abs(left - right) <= n;
  const gap = BigInt(scale) * BigInt(count) - BigInt(units) * BigInt(n);
  return 2n * (gap < 0n ? -gap : gap) <= BigInt(n);
}
