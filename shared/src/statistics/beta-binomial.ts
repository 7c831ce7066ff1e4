import { incompleteBeta } from './incomplete-beta';
import { normalQuantile } from './normal-quantile';
import { binomDensity } from './saddle-point';

/** Shape of a beta distribution, both > 0. */
export interface Shape {
  readonly a: number;
  readonly b: number;
}

/**
 * Beyond so many terms the sum gives way to the continuous limit, whose error is then far below any threshold:
 * a hostile count must not stop the clock.
 */
const mostTerms = 2e6;

/** P(K ≤ k) for K ~ BetaBinomial(m, a, b), summed along the shorter tail from k. */
export function betaBinomCdf(k: number, m: number, shape: Shape): number {
  if (k < 0) return 0;
  if (k >= m) return 1;
  const { a, b } = shape;
  if (9 * spread(m, shape) > mostTerms) return incompleteBeta((k + 0.5) / m, shape);
  return k < (m * a) / (a + b) ? lowerTail(k, m, shape) : 1 - lowerTail(m - k - 1, m, { a: b, b: a });
}

/** P(K ≥ k). */
export const betaBinomSf = (k: number, m: number, { a, b }: Shape): number =>
  betaBinomCdf(m - k, m, { a: b, b: a });

/**
 * P(K = k) as a quotient of saddle-point densities (Loader 2000, as he writes the hypergeometric):
 * C(m,k)·B(k+a, m−k+b) ÷ B(a,b), with every gamma function moved up by one so that a = ½ is no exception.
 */
export function betaBinomDensity(k: number, m: number, { a, b }: Shape): number {
  if (k < 0 || k > m) return 0;
  const whole = m + a + b;
  const passes = k + a;
  const failures = m - k + b;
  const at = { p: passes / whole, q: failures / whole };
  const parts = (binomDensity(k, m, at) * binomDensity(a, a + b, at)) / binomDensity(passes, whole, at);
  return (parts * ((a * b) / (a + b)) * whole) / (passes * failures);
}

/** The smallest k with P(K ≤ k) ≥ probability: Newton steps on the distribution, kept inside a bracket. */
export function betaBinomQuantile(probability: number, m: number, shape: Shape): number {
  let below = -1;
  let reached = m;
  const middle = (m * shape.a) / (shape.a + shape.b);
  let guess = Math.round(middle + normalQuantile(probability) * spread(m, shape));
  for (let step = 0; reached - below > 1; step += 1) {
    const inside = guess > below && guess < reached && step < 12;
    const k = inside ? guess : Math.floor((below + reached) / 2);
    const gap = probability - betaBinomCdf(k, m, shape);
    if (gap <= 0) reached = k;
    else below = k;
    const stride = Math.ceil(Math.abs(gap) / betaBinomDensity(k, m, shape));
    guess = gap <= 0 ? k - Math.max(1, stride - 1) : k + Math.max(1, stride);
  }
  return reached;
}

function lowerTail(k: number, m: number, { a, b }: Shape): number {
  let term = betaBinomDensity(k, m, { a, b });
  let sum = term;
  for (let i = k; i > 0; i -= 1) {
    term *= (i * (m - i + b)) / ((m - i + 1) * (i - 1 + a));
    const next = sum + term;
    // Towards zero the terms of a ½ shape rise again, so only terms that also fall may end the sum.
    if (next === sum && i * (m - i + b) < (m - i + 1) * (i - 1 + a)) break;
    sum = next;
  }
  return sum;
}

/** Standard deviation of K. */
const spread = (m: number, { a, b }: Shape): number => {
  const whole = a + b;
  return Math.sqrt((m * a * b * (whole + m)) / (whole * whole * (whole + 1)));
};
