import { chiSquaredSf } from './chi-squared';
import { binomDensity, opposite, type Chance } from './saddle-point';

/*
 * Both tails begin with Loader's saddle-point density and add the shorter tail by the ratio of neighbouring
 * probabilities, so that small tails keep their relative precision.
 */

/** Beyond so many terms (counts above 10^12) the normal limit is good to nine digits: no count stops the clock. */
const mostTerms = 2e6;

/** P(X ≤ k) for X ~ Binomial(n, chance). */
export function binomCdf(k: number, n: number, at: Chance): number {
  if (k < 0) return 0;
  if (k >= n || at.p <= 0) return 1;
  if (at.q <= 0) return 0;
  if (81 * n * at.p * at.q > mostTerms * mostTerms) return normalTail(k, n, at);
  return k < n * at.p ? lowerTail(k, n, at) : 1 - lowerTail(n - k - 1, n, opposite(at));
}

/** P(X ≥ k) for X ~ Binomial(n, chance): at most n − k failures. */
export const binomSf = (k: number, n: number, at: Chance): number => binomCdf(n - k, n, opposite(at));

/** P(X ≤ k) summed downwards from a k below the mean, where the terms only fall. */
function lowerTail(k: number, n: number, at: Chance): number {
  let term = binomDensity(k, n, at);
  let sum = term;
  const odds = at.q / at.p;
  for (let i = k; i > 0; i -= 1) {
    term *= (i * odds) / (n - i + 1);
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** The normal approximation with continuity and skewness corrected (one term of Edgeworth's series). */
function normalTail(k: number, n: number, { p, q }: Chance): number {
  const sigma = Math.sqrt(n * p * q);
  const y = (k + 0.5 - n * p) / sigma;
  const half = chiSquaredSf(y * y, 1) / 2;
  const density = Math.exp((-y * y) / 2) / Math.sqrt(2 * Math.PI);
  return (y < 0 ? half : 1 - half) - ((q - p) / (6 * sigma)) * (y * y - 1) * density;
}
