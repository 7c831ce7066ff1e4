import type { Ratio } from './decimal';

/*
 * Catherine Loader, "Fast and accurate computation of binomial probabilities" (2000): the density written with the
 * error of Stirling's formula and deviances, so that nothing large cancels. Arguments may be any positive reals,
 * which is what the beta-binomial needs.
 */

const twoPi = 2 * Math.PI;

/** ln Γ(n+1) − ln(√(2πn)·(n/e)^n) for n > 0: the error of Stirling's formula. */
export function stirlingError(n: number): number {
  if (n > 15) return series(n);
  const halves = 2 * n;
  return Number.isInteger(halves) ? (atHalves[halves] ?? shifted(n)) : shifted(n);
}

/** x·ln(x ÷ mean) + mean − x without cancellation when x is near its mean; both > 0. */
export function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - gap;
  const v = gap / (x + mean);
  const square = v * v;
  let sum = gap * v;
  let power = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** A probability beside its complement: 1 − p would lose the digits that matter near 100 %. */
export interface Chance {
  readonly p: number;
  readonly q: number;
}

/** The chance p with q = 1 − p, for a p that is only known as a float. */
export const chance = (p: number): Chance => ({ p, q: 1 - p });

/** The chance num ÷ den with both halves rounded once. */
export const chanceOf = (ratio: Ratio): Chance => ({
  p: ratio.num / ratio.den,
  q: (ratio.den - ratio.num) / ratio.den,
});

/** The same trial seen from its failures. */
export const opposite = ({ p, q }: Chance): Chance => ({ p: q, q: p });

/** Γ(n+1) ÷ (Γ(x+1)·Γ(n−x+1)) · p^x · q^(n−x) for real 0 ≤ x ≤ n: the binomial density where they are whole. */
export function binomDensity(x: number, n: number, { p, q }: Chance): number {
  if (p <= 0) return x === 0 ? 1 : 0;
  if (q <= 0) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * logOf(q, p));
  if (x === n) return Math.exp(n * logOf(p, q));
  const rest = n - x;
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (twoPi * x * rest));
}

/** ln(share), exact to the last digits also when the share is next to one. */
const logOf = (share: number, complement: number): number =>
  share > 0.5 ? Math.log1p(-complement) : Math.log(share);

const series = (n: number): number => {
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
};

/** S(n) = S(n+1) + (n+½)·ln(1+1/n) − 1, from Γ(n+2) = (n+1)·Γ(n+1), climbed to where the series is exact. */
function shifted(n: number): number {
  let sum = 0;
  let at = n;
  for (; at <= 15; at += 1) sum += (at + 0.5) * Math.log1p(1 / at) - 1;
  return sum + series(at);
}

/** S(i/2) for i = 0…30; S(0) is never asked for. */
const atHalves = Float64Array.from({ length: 31 }, (_, i) => (i === 0 ? 0 : shifted(i / 2)));
