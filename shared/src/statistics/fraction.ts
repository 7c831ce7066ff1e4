/** An exact fraction of any size; den ≥ 1. Only for decisions that sum fractions: floats are for drawing. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** num ÷ den for whole numbers, den ≥ 1. */
export const fraction = (num: number, den: number): Fraction => ({ num: BigInt(num), den: BigInt(den) });

/** The exact sum; 0 for none. */
export function sumFractions(terms: readonly Fraction[]): Fraction {
  let num = 0n;
  let den = 1n;
  for (const term of terms) {
    num = num * term.den + term.num * den;
    den *= term.den;
  }
  return { num, den };
}

/** The exact product of two fractions. */
export const multiply = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.num, den: a.den * b.den });

/** −1, 0 or 1. */
export const signOf = (value: Fraction): -1 | 0 | 1 => (value.num < 0n ? -1 : value.num > 0n ? 1 : 0);

/** The nearest float, or within a last digit of it, though both parts may be beyond a float's range. */
export function toNumber({ num, den }: Fraction): number {
  if (num === 0n) return 0;
  const size = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;
  // Shifted so that the whole quotient has some 64 digits.
  const shift = 64 + size(den) - size(num);
  const scaled = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  return Number(scaled) * 2 ** -shift;
}
