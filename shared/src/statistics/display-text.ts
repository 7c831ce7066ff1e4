import { requireCounts } from './counts';
import type { Ratio } from './decimal';
import { powerOfTen } from './decimal';
import { compareProducts } from './products';
import { decimalText, roundedUnits } from './rounding';
import { isMet } from './verdict';

/**
 * The percentage as text that never contradicts the verdict (statistics.md 0.6): the fewest of one to four decimals
 * whose half-up text stands on the same side of the target as the exact rate, shows 100 only for no failure and 0
 * only for no pass; failing all, cut off at four. Null for n = 0.
 */
export function displayText(x: number, n: number, target: Ratio | null = null): string | null {
  requireCounts(x, n);
  if (n === 0) return null;
  const met = target !== null && isMet(x, n, target);
  for (let decimals = 1; decimals <= 4; decimals += 1) {
    const units = roundedUnits({ x, n }, decimals, 'half-up');
    const whole = powerOfTen(decimals + 2);
    if ((units === whole && x < n) || (units === 0 && x > 0)) continue;
    if (target !== null && compareProducts([units, target.den], [target.num, whole]) >= 0 !== met) continue;
    return decimalText(units, decimals);
  }
  return decimalText(roundedUnits({ x, n }, 4, 'down'), 4);
}
