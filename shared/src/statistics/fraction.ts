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
