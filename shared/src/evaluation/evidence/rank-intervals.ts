import type { UnitCode } from '../../programme';
import { compareProducts, type Counts } from '../../statistics';
import type { UnitCounts } from './funnel-reading';
import { seededDraws, type SeededDraws } from './seeded-draws';

/** The place of one unit, and how surely it holds it. 1 is best. */
export interface RankInterval {
  readonly unit: UnitCode;
  /** By the figures as they are, equal rates sharing a rank; null without samples, like the rest. */
  readonly rank: number | null;
  readonly median: number | null;
  /** The ranks that hold it with 95 % probability. */
  readonly lower: number | null;
  readonly upper: number | null;
  /**
   * Units whose order against this one is not settled (名次不分先后): the median rank of each lies within the
   * interval of the other.
   */
  readonly tiedWith: readonly UnitCode[];
}

/** How to draw. A generator wins over a seed; better is a higher rate unless told otherwise. */
export interface RankOptions {
  readonly seed?: number;
  readonly draws?: number;
  readonly generator?: SeededDraws;
  readonly improvement?: 'increase' | 'decrease';
}

const usualSeed = 2025;
const usualDraws = 2000;

/**
 * Ranks units by their sampled rates, with 95 % intervals of rank simulated from Beta(x+½, n−x+½): the posterior of
 * Jeffreys' prior, as in the outlook (statistics.md h). The same counts in the same order give the same answer.
 */
export const rankIntervals = (
  units: readonly UnitCounts[],
  { seed = usualSeed, draws = usualDraws, generator, improvement = 'increase' }: RankOptions = {},
): readonly RankInterval[] => {
  const better = improvement === 'increase' ? 1 : -1;
  const ranked = units
    .filter(({ total }) => total > 0)
    .map(({ unit, passes, total }) => ({ unit, x: passes, n: total }));
  const frequencies = simulate(ranked, { better, draws, random: generator ?? seededDraws(seed) });
  const places = ranked.map((unit, at) => {
    const quantile = quantilesOf(frequencies, { at, count: ranked.length, draws });
    return {
      unit: unit.unit,
      rank: 1 + ranked.filter((other) => better * compareRates(other, unit) > 0).length,
      median: quantile(0.5),
      lower: quantile(0.025),
      upper: quantile(0.975),
    };
  });
  const byUnit = new Map(places.map((place) => [place.unit, place]));
  return units.map(({ unit }) => {
    const place = byUnit.get(unit);
    if (place === undefined)
      return { unit, rank: null, median: null, lower: null, upper: null, tiedWith: [] };
    const tied = places.filter((other) => other !== place && areTied(place, other));
    return { ...place, tiedWith: tied.map((other) => other.unit) };
  });
};

const compareRates = (a: Counts, b: Counts): number => compareProducts([a.x, b.n], [b.x, a.n]);

interface Place {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

const areTied = (a: Place, b: Place): boolean =>
  a.median >= b.lower && a.median <= b.upper && b.median >= a.lower && b.median <= a.upper;

interface Simulation {
  readonly better: number;
  readonly draws: number;
  readonly random: SeededDraws;
}

/** How often unit `at` held rank r: `frequencies[at * count + r − 1]`. */
const simulate = (units: readonly Counts[], { better, draws, random }: Simulation): Uint32Array => {
  const count = units.length;
  const frequencies = new Uint32Array(count * count);
  const rates = new Float64Array(count);
  const order = Array.from(units, (_, at) => at);
  // The order of the last draw is nearly that of the next, which sorting by insertion likes.
  for (let draw = 0; draw < draws; draw += 1) {
    units.forEach(({ x, n }, at) => {
      rates[at] = better * random.beta(x + 0.5, n - x + 0.5);
    });
    order.sort((one, other) => (rates[other] ?? 0) - (rates[one] ?? 0));
    order.forEach((at, rank) => {
      const place = at * count + rank;
      frequencies[place] = (frequencies[place] ?? 0) + 1;
    });
  }
  return frequencies;
};

/** The smallest rank that is reached with at least so much probability. */
const quantilesOf =
  (
    frequencies: Uint32Array,
    { at, count, draws }: { readonly at: number; readonly count: number; readonly draws: number },
  ) =>
  (probability: number): number => {
    let reached = 0;
    for (let rank = 1; rank <= count; rank += 1) {
      reached += frequencies[at * count + rank - 1] ?? 0;
      if (reached >= probability * draws) return rank;
    }
    return count;
  };
