import { binomCdf, binomSf } from './binomial';
import { requireCounts } from './counts';
import type { Ratio } from './decimal';
import { funnelLimits, type Limits } from './funnel-limits';
import { holmAdjust } from './holm-adjust';
import { homogeneity, type Homogeneity } from './homogeneity';
import { chanceOf, type Chance } from './saddle-point';

/** A group to compare. */
export interface FunnelUnit {
  readonly id: string;
  readonly x: number;
  readonly n: number;
}

/** What stands out: at 95 % shade it, at 99.8 % name it. */
export type FunnelFlag = 'none' | 'low-95' | 'low-998' | 'high-95' | 'high-998';

/** One group against the centre. */
export type FunnelReading =
  | { readonly id: string; readonly rate: null; readonly flag: null }
  | {
      readonly id: string;
      readonly rate: number;
      readonly flag: FunnelFlag;
      /** P(X ≤ x) and P(X ≥ x) at the centre; twice the smaller, at most 1; and that after Holm. */
      readonly pLow: number;
      readonly pHigh: number;
      readonly pTwo: number;
      readonly pHolm: number;
      readonly limits: Limits;
    };

/** A comparison of groups of unequal size (statistics.md d). */
export interface Funnel {
  /** The rate compared with; null if it was to be pooled and there is nothing to pool. */
  readonly centre: number | null;
  readonly units: readonly FunnelReading[];
  readonly homogeneity: Homogeneity | null;
}

/** Where the centre stands (null: the pooled rate), and how many failures a low flag needs at least. */
export interface FunnelOptions {
  readonly centre: Ratio | null;
  readonly minFailures?: number;
}

/** Compares each group's exact tails with the centre; flags are strict (p < α). */
export function funnel(units: readonly FunnelUnit[], { centre, minFailures = 2 }: FunnelOptions): Funnel {
  for (const unit of units) requireCounts(unit.x, unit.n);
  const ratio = centre ?? pooled(units);
  const at = chanceOf(ratio);
  const least = at.q <= 0 ? Math.min(1, minFailures) : minFailures;
  const sampled = units.filter((unit) => unit.n > 0).map((unit) => tails(unit, at));
  const adjusted = holmAdjust(sampled.map((entry) => entry.pTwo));
  const holm = new Map(sampled.map((entry, index) => [entry.unit, adjusted[index] ?? 1]));
  const readings = new Map(
    sampled.map(({ unit, ...p }) => [
      unit,
      {
        id: unit.id,
        rate: unit.x / unit.n,
        flag: flagOf(p.pLow, p.pHigh, unit.n - unit.x >= least),
        ...p,
        pHolm: holm.get(unit) ?? 1,
        limits: funnelLimits(unit.n, at),
      },
    ]),
  );
  return {
    centre: ratio.den === 0 ? null : at.p,
    units: units.map((unit) => readings.get(unit) ?? { id: unit.id, rate: null, flag: null }),
    homogeneity: homogeneity(units),
  };
}

const pooled = (units: readonly FunnelUnit[]): Ratio => ({
  num: units.reduce((sum, unit) => sum + unit.x, 0),
  den: units.reduce((sum, unit) => sum + unit.n, 0),
});

function tails(
  unit: FunnelUnit,
  at: Chance,
): { unit: FunnelUnit; pLow: number; pHigh: number; pTwo: number } {
  const pLow = binomCdf(unit.x, unit.n, at);
  const pHigh = binomSf(unit.x, unit.n, at);
  return { unit, pLow, pHigh, pTwo: Math.min(1, 2 * Math.min(pLow, pHigh)) };
}

function flagOf(pLow: number, pHigh: number, enoughFailures: boolean): FunnelFlag {
  if (enoughFailures && pLow < 0.025) return pLow < 0.001 ? 'low-998' : 'low-95';
  if (pHigh < 0.025) return pHigh < 0.001 ? 'high-998' : 'high-95';
  return 'none';
}
