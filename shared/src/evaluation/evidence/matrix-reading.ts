import type { IndicatorCode, UnitCode } from '../../programme';
import { benjaminiHochberg, binomCdf, binomSf, chanceOf, type Ratio } from '../../statistics';

/** Counts of one unit in one indicator, and the fraction they are compared with. */
export interface MatrixCounts {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly passes: number;
  readonly total: number;
  readonly target: Ratio;
}

/** One cell of the counties × indicators sheet among all the others. */
export interface MatrixCell {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  /** Twice the smaller exact tail at the target, at most 1. */
  readonly p: number;
  /** That after Benjamini and Hochberg's correction for how many cells the sheet compares. */
  readonly pAdjusted: number;
  /** Which side of its target stands out, the share of false alarms held at 10 %; null where chance may be all. */
  readonly stands: 'below' | 'above' | null;
}

/** Everything a sheet compares, taken together (statistics.md d). */
export interface MatrixReading {
  readonly cells: readonly MatrixCell[];
}

/** The share of false alarms among the cells that stand out. */
export const falseAlarms = 0.1;

/** One failure alone never stands out (statistics.md b and d). */
const fewestFailures = 2;

/**
 * Compares every sampled cell with its own target and corrects for their number: of forty cells several would
 * stand out by chance alone. Cells without samples take no part.
 */
export const matrixReading = (counts: readonly MatrixCounts[]): MatrixReading => {
  const sampled = counts.filter(({ total }) => total > 0);
  const tails = sampled.map(({ passes, total, target }) => {
    const at = chanceOf(target);
    return { below: binomCdf(passes, total, at), above: binomSf(passes, total, at) };
  });
  const ps = tails.map(({ below, above }) => Math.min(1, 2 * Math.min(below, above)));
  const adjusted = benjaminiHochberg(ps);
  return {
    cells: sampled.map(({ indicator, unit, passes, total }, at) => {
      const pAdjusted = adjusted[at] ?? 1;
      const isBelow = (tails[at]?.below ?? 1) < (tails[at]?.above ?? 1);
      const side = isBelow ? 'below' : 'above';
      const isFirm = pAdjusted < falseAlarms && (!isBelow || total - passes >= fewestFailures);
      return { indicator, unit, p: ps[at] ?? 1, pAdjusted, stands: isFirm ? side : null };
    }),
  };
};
