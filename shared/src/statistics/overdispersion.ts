import { requireCounts } from './counts';
import type { FunnelUnit } from './funnel';
import type { Limits } from './funnel-limits';
import { z95, z998 } from './wilson-interval';

/** Extra spread between many groups and the limits widened by it (statistics.md d). */
export type Overdispersion =
  | { readonly phi: null; readonly tau2: null; readonly limits: null; readonly reason: 'too-few-units' }
  | {
      /** Mean squared z-score: above 1.5 the groups scatter more than chance explains. */
      readonly phi: number;
      /** Variance between groups on the arcsine scale. */
      readonly tau2: number;
      readonly limits: readonly (Limits & { readonly id: string })[];
      readonly reason: null;
    };

/** Fewer groups than these cannot tell their spread from chance. */
const fewestUnits = 10;

/**
 * Additive random effects on the arcsine scale, z-scores winsorised at 10 % (Spiegelhalter 2005, as coded in
 * FunnelPlotR 0.6.0). Centre: the pooled rate. Groups without samples are left out.
 */
export function overdispersion(units: readonly FunnelUnit[]): Overdispersion {
  for (const unit of units) requireCounts(unit.x, unit.n);
  const sampled = units.filter((unit) => unit.n > 0);
  const k = sampled.length;
  if (k < fewestUnits) return { phi: null, tau2: null, limits: null, reason: 'too-few-units' };
  const x = sampled.reduce((sum, unit) => sum + unit.x, 0);
  const n = sampled.reduce((sum, unit) => sum + unit.n, 0);
  const centre = Math.asin(Math.sqrt(x / n));
  const scores = sampled.map(
    (unit) => (Math.asin(Math.sqrt(unit.x / unit.n)) - centre) * 2 * Math.sqrt(unit.n),
  );
  const phi = winsorised(scores).reduce((sum, z) => sum + z * z, 0) / k;
  // The weight of a group is 1/s² = 4n.
  const weight = 4 * n;
  const squares = sampled.reduce((sum, unit) => sum + 16 * unit.n * unit.n, 0);
  const tau2 = k * phi < k - 1 ? 0 : (k * phi - (k - 1)) / (weight - squares / weight);
  const limits = sampled.map((unit) => {
    const sd = Math.sqrt(1 / (4 * unit.n) + tau2);
    return {
      id: unit.id,
      lo95: rateAt(centre - z95 * sd),
      hi95: rateAt(centre + z95 * sd),
      lo998: rateAt(centre - z998 * sd),
      hi998: rateAt(centre + z998 * sd),
    };
  });
  return { phi, tau2, limits, reason: null };
}

const rateAt = (angle: number): number => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;

/** Pulls the outer tenths to the 10 % and 90 % quantiles. */
function winsorised(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = quantile(sorted, 0.1);
  const high = quantile(sorted, 0.9);
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** Type 7 of Hyndman and Fan (1996), the usual one of R and spreadsheets; values sorted. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}
