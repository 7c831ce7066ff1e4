import { requireCounts } from './counts';

/** A range of rates, 0…1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Normal quantile of 97.5 %: two-sided 95 %. Not 1.96 (statistics.md 0.7). */
export const z95 = 1.959963984540054;
/** Normal quantile of 99.9 %: two-sided 99.8 %. Not 3.09 (statistics.md 0.7). */
export const z998 = 3.090232306167813;

/**
 * Wilson's score interval for x passes of n (Wilson 1927, JASA 22:209; formula as in PHEindicatormethods `utils.R`).
 * Exactly 0 below no passes and exactly 1 above no failures. Null for n = 0: no samples, no interval.
 */
export function wilsonInterval(x: number, n: number, z: number = z95): Interval | null {
  requireCounts(x, n);
  return n === 0 ? null : wilsonBounds(x, n, z);
}

/** The same without checks, for callers that know 0 ≤ x ≤ n and n ≥ 1. */
export function wilsonBounds(x: number, n: number, z: number): Interval {
  const square = z * z;
  const middle = 2 * x + square;
  const half = z * Math.sqrt(square + (4 * x * (n - x)) / n);
  const width = 2 * (n + square);
  return { lower: x === 0 ? 0 : (middle - half) / width, upper: x === n ? 1 : (middle + half) / width };
}
