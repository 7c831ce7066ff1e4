import { requireCounts, type Counts } from './counts';
import { fraction, multiply, signOf, sumFractions, toNumber, type Fraction } from './fraction';
import { compareProducts } from './products';

/** One part seen twice: two periods, or ourselves and a comparator. */
export interface Stratum {
  readonly a: Counts;
  readonly b: Counts;
}

/** −1, 0 or 1: which of two rates is higher. */
export type Sign = -1 | 0 | 1;

/** The difference of two totals, taken apart (statistics.md c). */
export interface Simpson {
  readonly rateA: number | null;
  readonly rateB: number | null;
  readonly difference: number | null;
  readonly aggregateSign: Sign | null;
  /** In the order given; null where a stratum has no samples on one side. */
  readonly strataSigns: readonly (Sign | null)[];
  /** What follows is null as soon as a stratum is empty on one side. */
  readonly parts: SimpsonParts | null;
}

/** Kitagawa's two effects, which sum to the difference (JASA 50:1168, 1955). */
export interface SimpsonParts {
  /** No stratum opposes, at least one favours, and the total says the opposite (Simpson's paradox). */
  readonly reversal: boolean;
  readonly rateEffect: number;
  readonly mixEffect: number;
  /** The rates alone would have moved the total the other way: the change comes from what was sampled. */
  readonly mixDominates: boolean;
}

/** Compares a with b, in total and by stratum; every sign by whole numbers. */
export function simpson(strata: readonly Stratum[]): Simpson {
  for (const { a, b } of strata) {
    requireCounts(a.x, a.n);
    requireCounts(b.x, b.n);
  }
  const a = total(strata.map((stratum) => stratum.a));
  const b = total(strata.map((stratum) => stratum.b));
  const rateA = a.n === 0 ? null : a.x / a.n;
  const rateB = b.n === 0 ? null : b.x / b.n;
  const aggregateSign = signBetween(a, b);
  const strataSigns = strata.map((stratum) => signBetween(stratum.a, stratum.b));
  return {
    rateA,
    rateB,
    difference: rateA === null || rateB === null ? null : rateA - rateB,
    aggregateSign,
    strataSigns,
    parts:
      aggregateSign === null || strataSigns.includes(null)
        ? null
        : {
            reversal:
              aggregateSign !== 0 &&
              strataSigns.includes(aggregateSign === 1 ? -1 : 1) &&
              !strataSigns.includes(aggregateSign),
            ...effects(strata, { a, b }, aggregateSign),
          },
  };
}

const total = (parts: readonly Counts[]): Counts => ({
  x: parts.reduce((sum, part) => sum + part.x, 0),
  n: parts.reduce((sum, part) => sum + part.n, 0),
});

const signBetween = (a: Counts, b: Counts): Sign | null =>
  a.n === 0 || b.n === 0 ? null : compareProducts([a.x, b.n], [b.x, a.n]);

/**
 * rateEffect = Σ(wA+wB)/2·(pA−pB), mixEffect = Σ(pA+pB)/2·(wA−wB), w the shares of the samples. Exact: opposing
 * strata may cancel to nothing, where floats would leave a stray sign.
 */
function effects(strata: readonly Stratum[], whole: Stratum, sign: Sign): Omit<SimpsonParts, 'reversal'> {
  const half = fraction(1, 2);
  const sums = (side: 'rate' | 'mix'): Fraction =>
    sumFractions(
      strata.map(({ a, b }) => {
        const rates = [fraction(a.x, a.n), fraction(side === 'rate' ? -b.x : b.x, b.n)];
        const shares = [fraction(a.n, whole.a.n), fraction(side === 'mix' ? -b.n : b.n, whole.b.n)];
        return multiply(half, multiply(sumFractions(rates), sumFractions(shares)));
      }),
    );
  const rate = sums('rate');
  return {
    rateEffect: toNumber(rate),
    mixEffect: toNumber(sums('mix')),
    mixDominates: signOf(rate) * sign < 0,
  };
}
