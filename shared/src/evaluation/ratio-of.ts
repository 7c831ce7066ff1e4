import type { Figure } from '../observation';
import { compareProducts, parseDecimal, percentRatio, powerOfTen, type Ratio } from '../statistics';

/** The exact fraction a figure means: 0…1 for counts and rates, points for scores. Null without samples. */
export const ratioOf = (figure: Figure): Ratio | null => {
  switch (figure.kind) {
    case 'counts':
      return figure.total === 0 ? null : { num: figure.passes, den: figure.total };
    case 'rate':
      return percentRatio(figure.rate);
    case 'score': {
      const decimal = parseDecimal(figure.score);
      return decimal === null ? null : { num: decimal.units, den: powerOfTen(decimal.decimals) };
    }
  }
};

/** Sign of one fraction minus another, exact at any size. */
export const compareRatios = (one: Ratio, other: Ratio): -1 | 0 | 1 =>
  compareProducts([one.num, other.den], [other.num, one.den]);

/** A fraction as a float: for drawing and for words, never for deciding. */
export const toNumber = (ratio: Ratio): number => ratio.num / ratio.den;

/**
 * One fraction minus another, times a scale (100 for percentage points), for words: the difference is taken
 * in whole numbers, so that 150 of 160 is 3.75 above 90 % and not 3.7499999.
 */
export const ratioGap = (one: Ratio, other: Ratio, scale: number): number => {
  const left = one.num * other.den;
  const right = other.num * one.den;
  const den = one.den * other.den;
  const most = Number.MAX_SAFE_INTEGER / scale;
  if (left <= most && right <= most && den <= most) return ((left - right) * scale) / den;
  const exact = BigInt(one.num) * BigInt(other.den) - BigInt(other.num) * BigInt(one.den);
  return (Number(exact) * scale) / den;
};
