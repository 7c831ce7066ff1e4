import { compareProducts } from './products';

/** An exact decimal: `units` ÷ 10^`decimals`. `98.50` is 9850 with two decimals: the written precision is kept. */
export interface Decimal {
  readonly units: number;
  readonly decimals: number;
}

/** An exact fraction `num` ÷ `den` of whole numbers, den ≥ 1. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

const written = /^(\d+)(?:\.(\d+))?$/;
/** More digits than a float holds exactly are refused rather than rounded. */
const mostDigits = 15;

/** Reads a non-negative decimal such as `98.5`; null for anything else, signs and exponents included. */
export function parseDecimal(text: string): Decimal | null {
  const match = written.exec(text);
  if (match === null) return null;
  const fraction = match[2] ?? '';
  const digits = (match[1] + fraction).replace(/^0+(?=\d)/, '');
  if (digits.length > mostDigits || fraction.length > mostDigits - 2) return null;
  return { units: Number(digits), decimals: fraction.length };
}

/** Reads a percentage from `0` to `100`: `98.5` becomes 985 ÷ 1000. Null for anything else. */
export function percentRatio(text: string): Ratio | null {
  const decimal = parseDecimal(text);
  if (decimal === null) return null;
  const ratio = ratioOfPercent(decimal);
  return ratio.num <= ratio.den ? ratio : null;
}

/** The fraction that a percentage means: 98.5 becomes 985 ÷ 1000. */
export const ratioOfPercent = (decimal: Decimal): Ratio => ({
  num: decimal.units,
  den: powerOfTen(decimal.decimals + 2),
});

/** Reads a fraction from `0` to `1`: `0.985` becomes 985 ÷ 1000. Null for anything else. */
export function fractionRatio(text: string): Ratio | null {
  const decimal = parseDecimal(text);
  if (decimal === null) return null;
  const den = powerOfTen(decimal.decimals);
  return decimal.units <= den ? { num: decimal.units, den } : null;
}

/** Sign of a − b, exact whatever their written precision. */
export const compareDecimals = (a: Decimal, b: Decimal): -1 | 0 | 1 =>
  compareProducts([a.units, powerOfTen(b.decimals)], [b.units, powerOfTen(a.decimals)]);

/** Powers of ten up to 10^15, exact; Math.pow is not promised to be. */
const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** 10^exponent for 0 ≤ exponent ≤ 15. */
export function powerOfTen(exponent: number): number {
  const power = powers[exponent];
  if (power === undefined) throw new RangeError(`no exact power of ten: ${exponent}`);
  return power;
}
