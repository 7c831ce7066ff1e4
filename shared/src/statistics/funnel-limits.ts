import { binomCdf } from './binomial';
import { binomDensity, opposite, type Chance } from './saddle-point';
import { z95, z998 } from './wilson-interval';

/** Lower and upper limit lines of a funnel, rates 0…1. */
export interface Limits {
  readonly lo95: number;
  readonly hi95: number;
  readonly lo998: number;
  readonly hi998: number;
}

/**
 * Exact limit lines at n ≥ 1 samples around a centre (Spiegelhalter, Statistics in Medicine 24:1185, 2005, App.
 * A.1.1). The upper line is the lower one of the failures, mirrored: only so is a point outside its line exactly
 * when its one-sided exact tail is below 2.5 % or 0.1 %.
 */
export const funnelLimits = (n: number, centre: Chance): Limits => ({
  lo95: lowerLimit(n, centre, 0.025),
  hi95: upperLimit(n, centre, 0.025),
  lo998: lowerLimit(n, centre, 0.001),
  hi998: upperLimit(n, centre, 0.001),
});

/** θ ± z·√(θ(1−θ)/n), as Fingertips draws: for comparison only, at 98.5 % its true tails are far too heavy. */
export function scoreLimits(n: number, { p, q }: Chance): Limits {
  const sigma = Math.sqrt((p * q) / n);
  const low = (z: number): number => Math.max(0, p - z * sigma);
  const high = (z: number): number => Math.min(1, p + z * sigma);
  return { lo95: low(z95), hi95: high(z95), lo998: low(z998), hi998: high(z998) };
}

/** The upper limit line with one-sided tail `tail`. */
export const upperLimit = (n: number, centre: Chance, tail: number): number =>
  1 - lowerLimit(n, opposite(centre), tail);

/** r is the smallest count with F(r) ≥ tail; the line stands between r−1 and r where F, drawn straight, is `tail`. */
export function lowerLimit(n: number, centre: Chance, tail: number): number {
  const { p, q } = centre;
  if (p <= 0) return 0;
  if (q <= 0) return 1;
  let r = Math.max(0, Math.floor(n * p - 3 * Math.sqrt(n * p * q)));
  let reached = binomCdf(r, n, centre);
  while (r > 0 && reached >= tail) {
    r -= 1;
    reached = binomCdf(r, n, centre);
  }
  // From below upwards: sums of what is added keep their relative precision.
  let before = r === 0 ? 0 : binomCdf(r - 1, n, centre);
  while (reached < tail) {
    r += 1;
    before = reached;
    reached += binomDensity(r, n, centre);
  }
  return Math.max(0, (r - (reached - tail) / (reached - before)) / n);
}
