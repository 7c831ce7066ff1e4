import type { Figure } from '../observation';
import { compareDecimals, parseDecimal, type Decimal } from '../statistics';
import type { Leg } from './types';

/** Half a unit of the last printed decimal: `98.5` may stand for 98.45…98.55. */
const shifted = (rate: Decimal, by: 1 | -1): Decimal => ({
  units: rate.units * 10 + by * 5,
  decimals: rate.decimals + 1,
});

const mayBeOtherwise = (rate: Decimal, leg: Leg): boolean => {
  const against = leg.against === null ? null : parseDecimal(leg.against);
  if (against === null) return false;
  if (leg.verdict === 'met') return compareDecimals(shifted(rate, -1), against) < 0;
  if (leg.verdict === 'short') return compareDecimals(shifted(rate, 1), against) >= 0;
  return false;
};

/**
 * Whether a finished rate, unrounded, could lie on the other side of a comparison (statistics.md b, rate
 * only): published 98.5 against 98.5 is met, but 98.46 would have been printed the same.
 */
export const rateIsAmbiguous = (figure: Figure, legs: readonly Leg[]): boolean => {
  if (figure.kind !== 'rate') return false;
  const rate = parseDecimal(figure.rate);
  return rate !== null && legs.some((leg) => mayBeOtherwise(rate, leg));
};
