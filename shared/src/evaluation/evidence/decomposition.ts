import type { UnitCode } from '../../programme';
import { simpson, type Sign } from '../../statistics';
import type { UnitCounts } from './funnel-reading';

/** One part seen before and after. */
export interface DecomposedPart {
  readonly unit: UnitCode;
  /** Rates 0…1, null without samples on that side. */
  readonly before: number | null;
  readonly after: number | null;
  /** Shares of all samples, 0…1. */
  readonly shareBefore: number;
  readonly shareAfter: number;
  /** Whether its own rate rose. */
  readonly sign: Sign | null;
  /** Its part of the rate effect; null where none can be told. */
  readonly rateEffect: number | null;
}

/** Why a total moved between two periods: rates of its parts, or how much was sampled of each (statistics.md c). */
export interface Decomposition {
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
  /** Kitagawa's effects, which sum to the difference; null when a part was sampled on one side only. */
  readonly effects: {
    readonly rate: number;
    readonly mix: number;
    /** The rates alone would have moved the total the other way (变化主要由抽样结构引起). */
    readonly mixDominates: boolean;
    /** Every part moved one way, or not at all, and the total the other (Simpson's paradox). */
    readonly reversal: boolean;
  } | null;
  readonly parts: readonly DecomposedPart[];
  /** Parts sampled on one side only, for which no effects can be told. */
  readonly oneSided: readonly UnitCode[];
}

/** Compares the counts of the same parts in two periods. Parts sampled in neither are left out. */
export const decomposition = (before: readonly UnitCounts[], after: readonly UnitCounts[]): Decomposition => {
  const earlier = new Map(before.map((part) => [part.unit, part]));
  const later = new Map(after.map((part) => [part.unit, part]));
  const codes = [...new Set([...earlier.keys(), ...later.keys()])];
  const strata = codes
    .map((unit) => ({ unit, a: countsOf(later.get(unit)), b: countsOf(earlier.get(unit)) }))
    .filter(({ a, b }) => a.n > 0 || b.n > 0);
  const found = simpson(strata);
  const samplesAfter = strata.reduce((sum, { a }) => sum + a.n, 0);
  const samplesBefore = strata.reduce((sum, { b }) => sum + b.n, 0);
  const share = (n: number, all: number): number => (all === 0 ? 0 : n / all);
  return {
    before: found.rateB,
    after: found.rateA,
    difference: found.difference,
    effects: found.parts && {
      rate: found.parts.rateEffect,
      mix: found.parts.mixEffect,
      mixDominates: found.parts.mixDominates,
      reversal: found.parts.reversal,
    },
    parts: strata.map(({ unit, a, b }, at) => {
      const shareBefore = share(b.n, samplesBefore);
      const shareAfter = share(a.n, samplesAfter);
      const isBoth = a.n > 0 && b.n > 0;
      return {
        unit,
        before: b.n === 0 ? null : b.x / b.n,
        after: a.n === 0 ? null : a.x / a.n,
        shareBefore,
        shareAfter,
        sign: found.strataSigns[at] ?? null,
        rateEffect: isBoth ? ((shareBefore + shareAfter) / 2) * (a.x / a.n - b.x / b.n) : null,
      };
    }),
    oneSided: strata.filter(({ a, b }) => a.n === 0 || b.n === 0).map(({ unit }) => unit),
  };
};

const countsOf = (part: UnitCounts | undefined): { readonly x: number; readonly n: number } => ({
  x: part?.passes ?? 0,
  n: part?.total ?? 0,
});
