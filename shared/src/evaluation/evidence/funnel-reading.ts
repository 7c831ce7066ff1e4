import type { UnitCode } from '../../programme';
import {
  chanceOf,
  funnel,
  funnelLimits,
  overdispersion,
  type Chance,
  type Counts,
  type FunnelFlag,
  type Homogeneity,
  type Limits,
  type Ratio,
} from '../../statistics';

/** Counts of one unit. */
export interface UnitCounts {
  readonly unit: UnitCode;
  readonly passes: number;
  readonly total: number;
}

/** One unit in the funnel. Units without samples have no rate and no flag. */
export interface FunnelPoint extends UnitCounts {
  readonly rate: number | null;
  /** 95 % is a hint (提示), 99.8 % stands out (异常); weakened where units scatter more than chance explains. */
  readonly flag: FunnelFlag | null;
  /** Twice the smaller exact tail, and that after Holm's correction for how many units are compared. */
  readonly p: number | null;
  readonly pHolm: number | null;
}

/** The limit lines at so many samples, rates 0…1. */
export interface FunnelLine extends Limits {
  readonly total: number;
}

/** A comparison of units of unequal size (statistics.md d): points, lines and what they say. */
export interface FunnelReading {
  readonly centre: number | null;
  readonly centreIs: FunnelCentre['kind'];
  readonly points: readonly FunnelPoint[];
  /** Exact and mirrored limits from 1 to the largest unit, closer together where they bend. */
  readonly lines: readonly FunnelLine[];
  /** Whether all units may share one rate; `caution`: an expected count below 5, for orientation only (参考). */
  readonly homogeneity: Homogeneity | null;
  /** Spread against what chance explains, where it exceeds 1.5. */
  readonly dispersion: number | null;
  /** With ten units or more that spread more than chance: limits widened for it, by rising total. */
  readonly widened: readonly FunnelLine[] | null;
}

/** What units are compared with: their own pooled rate, the target or a reference. */
export type FunnelCentre =
  | { readonly kind: 'pooled' }
  | { readonly kind: 'target' | 'reference'; readonly rate: Ratio };

/** Compares units with a centre; the pooled rate unless told otherwise. */
export const funnelReading = (
  units: readonly UnitCounts[],
  { centre = { kind: 'pooled' } }: { readonly centre?: FunnelCentre } = {},
): FunnelReading => {
  const counts = units.map(({ unit, passes, total }) => ({ id: unit, x: passes, n: total }));
  const ratio = centre.kind === 'pooled' ? pooledOf(counts) : centre.rate;
  const found = funnel(counts, { centre: ratio });
  const spread = overdispersion(counts);
  // The spread is reckoned around the pooled rate, so only limits around that rate can be widened by it.
  const isWidened = centre.kind === 'pooled' && spread.tau2 !== null && spread.tau2 > 0;
  const wide = new Map(isWidened ? spread.limits.map((limits) => [limits.id, limits]) : []);
  const largest = Math.max(0, ...counts.map(({ n }) => n));
  const ratioOfSpread = spread.phi ?? chiSquaredPerDegree(found.homogeneity);
  return {
    centre: found.centre,
    centreIs: centre.kind,
    points: units.map((unit, at) => {
      const reading = found.units[at];
      if (reading === undefined || reading.rate === null) {
        return { ...unit, rate: null, flag: null, p: null, pHolm: null };
      }
      const { rate, flag, pTwo: p, pHolm } = reading;
      return { ...unit, rate, flag: weakened(flag, rate, wide.get(unit.unit)), p, pHolm };
    }),
    lines: found.centre === null ? [] : linesTo(largest, chanceOf(ratio)),
    homogeneity: found.homogeneity,
    dispersion: ratioOfSpread !== null && ratioOfSpread > 1.5 ? ratioOfSpread : null,
    widened: isWidened ? widenedLines(units, wide) : null,
  };
};

const pooledOf = (units: readonly Counts[]): Ratio => ({
  num: units.reduce((sum, { x }) => sum + x, 0),
  den: units.reduce((sum, { n }) => sum + n, 0),
});

/** Pearson's χ² per degree of freedom, the dispersion ratio of few units. */
const chiSquaredPerDegree = (found: Homogeneity | null): number | null => found && found.chi2 / found.df;

/** An exact flag stands only as far as the widened limits bear it out. */
const weakened = (flag: FunnelFlag, rate: number, wide: Limits | undefined): FunnelFlag => {
  if (wide === undefined || flag === 'none') return flag;
  if (flag.startsWith('low')) {
    if (flag === 'low-998' && rate < wide.lo998) return flag;
    return rate < wide.lo95 ? 'low-95' : 'none';
  }
  if (flag === 'high-998' && rate > wide.hi998) return flag;
  return rate > wide.hi95 ? 'high-95' : 'none';
};

const lineCount = 60;

const linesTo = (largest: number, centre: Chance): readonly FunnelLine[] => {
  const totals = new Set<number>();
  for (let step = 1; step <= lineCount; step += 1) {
    totals.add(Math.max(1, Math.round(largest * (step / lineCount) ** 2)));
  }
  if (largest < 1) return [];
  return [...totals].map((total) => ({ total, ...funnelLimits(total, centre) }));
};

const widenedLines = (
  units: readonly UnitCounts[],
  wide: ReadonlyMap<UnitCode, Limits>,
): readonly FunnelLine[] =>
  units
    .flatMap(({ unit, total }) => {
      const limits = wide.get(unit);
      if (limits === undefined) return [];
      const { lo95, hi95, lo998, hi998 } = limits;
      return [{ total, lo95, hi95, lo998, hi998 }];
    })
    .sort((one, other) => one.total - other.total);
