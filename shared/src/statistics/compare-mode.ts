import { requireCounts } from './counts';
import type { Ratio } from './decimal';
import { powerOfTen } from './decimal';
import { compareProducts } from './products';
import { roundedUnits } from './rounding';
import { isMet } from './verdict';

/** The verdict under both comparison methods of GB/T 8170-2008: 全数值比较法 and 修约值比较法. */
export interface ComparedBothWays {
  readonly full: 'met' | 'short';
  readonly rounded: 'met' | 'short';
}

/** Compares unrounded, and rounded once to so many decimals of percent; null for n = 0. */
export function compareMode(
  counts: { x: number; n: number },
  target: Ratio,
  decimals: number,
): ComparedBothWays | null {
  requireCounts(counts.x, counts.n);
  if (counts.n === 0) return null;
  const units = roundedUnits(counts, decimals, 'gbt8170');
  const rounded = compareProducts([units, target.den], [target.num, powerOfTen(decimals + 2)]) >= 0;
  return {
    full: isMet(counts.x, counts.n, target) ? 'met' : 'short',
    rounded: rounded ? 'met' : 'short',
  };
}
