import { compareDecimals, powerOfTen, type Decimal } from './decimal';
import { compareProducts } from './products';

/** The verdict on a published rate without its counts (statistics.md b, rate only). */
export interface RateOnlyVerdict {
  readonly status: 'met' | 'short';
  /** The rate as published may have been rounded across the target: ask for counts. */
  readonly ambiguous: boolean;
  /** What the unrounded rate may have been, in percent, within 0…100: for drawing only. */
  readonly possible: { readonly lower: number; readonly upper: number };
}

/** Judges a published percentage against a target percentage, on their decimals; half a unit either way is doubt. */
export function rateOnlyVerdict(rate: Decimal, target: Decimal): RateOnlyVerdict {
  const met = compareDecimals(rate, target) >= 0;
  const scale = powerOfTen(rate.decimals);
  const below = 2 * rate.units - 1;
  const above = 2 * rate.units + 1;
  return {
    status: met ? 'met' : 'short',
    ambiguous: met ? compareHalves(below, scale, target) < 0 : compareHalves(above, scale, target) >= 0,
    possible: { lower: Math.max(0, below / (2 * scale)), upper: Math.min(100, above / (2 * scale)) },
  };
}

/** Sign of halves ÷ (2·scale) − target. */
const compareHalves = (halves: number, scale: number, target: Decimal): -1 | 0 | 1 =>
  compareProducts([halves, powerOfTen(target.decimals)], [2 * target.units, scale]);
