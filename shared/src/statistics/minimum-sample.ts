import type { Ratio } from './decimal';
import { confidenceOf } from './verdict';
import { z95 } from './wilson-interval';

/** The smallest n that, all passed, is confidently met; null for 100 %, which no sample proves. */
export function minimumSample(target: Ratio): number | null {
  const t = target.num / target.den;
  if (target.num >= target.den) return null;
  // All passed, Wilson's lower bound is n ÷ (n + z²) and the tail t^n: both solved for n, then walked to the spot.
  const wilson = (t * z95 * z95) / (1 - t);
  const tail = t === 0 ? 0 : Math.log(0.025) / Math.log(t);
  let n = Math.max(1, Math.floor(Math.max(wilson, tail)) - 1);
  while (confidenceOf(n, n, target) !== 'confidently-met') n += 1;
  return n;
}
