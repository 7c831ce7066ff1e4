import { chiSquaredSf } from './chi-squared';
import type { Counts } from './counts';

/** Pearson's χ² over k groups × passes and failures. */
export interface Homogeneity {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  /** An expected count is below 5: for orientation only (参考). */
  readonly caution: boolean;
}

/** Whether the groups may share one rate; null with fewer than two of them, or without failures or passes at all. */
export function homogeneity(groups: readonly Counts[]): Homogeneity | null {
  const sampled = groups.filter((group) => group.n > 0);
  const x = sampled.reduce((sum, group) => sum + group.x, 0);
  const n = sampled.reduce((sum, group) => sum + group.n, 0);
  if (sampled.length < 2 || x === 0 || x === n) return null;
  const p = x / n;
  const q = (n - x) / n;
  let chi2 = 0;
  let least = Infinity;
  for (const group of sampled) {
    const gap = group.x - group.n * p;
    chi2 += (gap * gap) / (group.n * p * q);
    least = Math.min(least, group.n * p, group.n * q);
  }
  const df = sampled.length - 1;
  return { chi2, df, p: chiSquaredSf(chi2, df), caution: least < 5 };
}
