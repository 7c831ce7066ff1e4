import { binomSf } from './binomial';
import { requireCounts } from './counts';
import { binomDensity, chance } from './saddle-point';
import type { Interval } from './wilson-interval';

/**
 * The Clopper–Pearson interval (Biometrika 26:404, 1934), for export and audit only. `alpha` is what both tails
 * share: 0.05 for 95 %. Null for n = 0.
 */
export function exactInterval(x: number, n: number, alpha = 0.05): Interval | null {
  requireCounts(x, n);
  if (n === 0) return null;
  return { lower: lowerBound(x, n, alpha / 2), upper: 1 - lowerBound(n - x, n, alpha / 2) };
}

/** The p at which P(X ≥ x) = tail: Newton steps on the tail, whose slope is n·P(X' = x−1 of n−1), in a bracket. */
function lowerBound(x: number, n: number, tail: number): number {
  if (x === 0) return 0;
  if (x === n) return Math.pow(tail, 1 / n);
  let low = 0;
  let high = x / n;
  let p = high / 2;
  for (let step = 0; step < 200 && high - low > 1e-16 * high; step += 1) {
    const gap = binomSf(x, n, chance(p)) - tail;
    if (gap > 0) high = p;
    else low = p;
    const next = p - gap / (n * binomDensity(x - 1, n - 1, chance(p)));
    if (Math.abs(next - p) <= 1e-15 * p) break;
    p = next > low && next < high ? next : (low + high) / 2;
  }
  return p;
}
