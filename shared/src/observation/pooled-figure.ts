import type { Combination, UnitCode } from '../programme';
import type { Figure } from './types';

/** One part of a sum: a unit with its figure, or null where it has not reported. */
export interface Addend {
  readonly unit: UnitCode;
  readonly figure: Figure | null;
}

/** The sum with what it lacks: units without figures, and units that gave only a rate, which is never averaged in. */
export interface PooledFigure {
  readonly figure: Extract<Figure, { kind: 'counts' }> | null;
  readonly missing: readonly UnitCode[];
  readonly rateOnly: readonly UnitCode[];
}

/**
 * Adds counts (statistics.md c). Only an indicator declared `pooled` may be summed: the type refuses
 * `weighted` and `given` ones, whose batches do not add up to their rate.
 */
export const pooledFigure = (
  _indicator: { readonly combination: Extract<Combination, 'pooled'> },
  addends: readonly Addend[],
): PooledFigure => {
  let passes = 0;
  let total = 0;
  let counted = 0;
  const missing: UnitCode[] = [];
  const rateOnly: UnitCode[] = [];
  for (const { unit, figure } of addends) {
    if (figure === null) missing.push(unit);
    else if (figure.kind !== 'counts') rateOnly.push(unit);
    else {
      passes += figure.passes;
      total += figure.total;
      counted += 1;
    }
  }
  return { figure: counted === 0 ? null : { kind: 'counts', passes, total }, missing, rateOnly };
};
