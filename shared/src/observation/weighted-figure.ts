import type { DecimalText, UnitCode } from '../programme';
import type { Figure } from './types';

/** One stratum of a weighted rate with its declared weight, a positive decimal such as `12.5`. */
export interface Stratum {
  readonly unit: UnitCode;
  readonly weight: DecimalText;
  readonly figure: Figure | null;
}

/** A weighted rate; null while any stratum is missing: the rest is never re-weighted silently. */
export interface WeightedFigure {
  readonly figure: Extract<Figure, { kind: 'rate' }> | null;
  /**
   * Standard error of the rate, 0…1, for an approximate interval; null with the figure, and where every stratum
   * is all pass or all fail: the approximation would then claim certainty.
   */
  readonly standardError: number | null;
  readonly missing: readonly UnitCode[];
}

const DECIMALS = 6;

/** `12.5` → 12500000n: weights as whole millionths, so that the sum stays exact. */
const millionths = (weight: DecimalText): bigint => {
  const [whole = '0', fraction = ''] = weight.split('.');
  return BigInt(whole + fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
};

const percentText = (numerator: bigint, denominator: bigint): DecimalText => {
  // Cut, not rounded: a cut rate lies on the same side of every target with at most six decimals.
  const scaled = ((numerator * 100n * 10n ** BigInt(DECIMALS)) / denominator)
    .toString()
    .padStart(DECIMALS + 1, '0');
  return `${scaled.slice(0, -DECIMALS)}.${scaled.slice(-DECIMALS)}`;
};

/**
 * Σw·x/n ÷ Σw over strata (statistics.md l), by whole numbers. A stratum without samples or with only a
 * rate makes the result incomplete. The standard error is that of independent shares: √Σ(w²·p(1−p)/n) ÷ Σw.
 */
export const weightedFigure = (strata: readonly Stratum[]): WeightedFigure => {
  let numerator = 0n;
  let denominator = 1n;
  let weights = 0n;
  let variance = 0;
  const missing: UnitCode[] = [];
  for (const { unit, weight, figure } of strata) {
    const w = millionths(weight);
    weights += w;
    if (figure?.kind !== 'counts' || figure.total === 0) {
      missing.push(unit);
      continue;
    }
    const total = BigInt(figure.total);
    numerator = numerator * total + w * BigInt(figure.passes) * denominator;
    denominator *= total;
    const share = figure.passes / figure.total;
    variance += (Number(w) ** 2 * share * (1 - share)) / figure.total;
  }
  if (missing.length > 0 || weights === 0n) return { figure: null, standardError: null, missing };
  return {
    figure: { kind: 'rate', rate: percentText(numerator, denominator * weights) },
    standardError: variance === 0 ? null : Math.sqrt(variance) / Number(weights),
    missing,
  };
};
