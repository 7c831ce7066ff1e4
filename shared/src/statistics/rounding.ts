import { powerOfTen } from './decimal';

/** Ways to round the percentage 100·x ÷ n. */
export type Rounding = 'half-up' | 'gbt8170' | 'down';

/**
 * 100·x ÷ n in units of 10^−decimals, rounded once on the exact quotient: `half-up` as spreadsheets do, `gbt8170`
 * half to even (四舍六入五成双, GB/T 8170-2008), `down` cut off. n ≥ 1, 0 ≤ decimals ≤ 10.
 */
export function roundedUnits(counts: { x: number; n: number }, decimals: number, rounding: Rounding): number {
  const { x, n } = counts;
  const scale = powerOfTen(decimals + 2);
  const product = x * scale;
  if (product > Number.MAX_SAFE_INTEGER) return roundedBig(counts, BigInt(scale), rounding);
  const rest = product % n;
  const units = (product - rest) / n;
  // Twice the rest may leave the safe range where n is huge; n − rest does not.
  return units + (isUp(rest - (n - rest), units % 2 === 1, rounding) ? 1 : 0);
}

/** 100·x ÷ n as text with so many decimals, halves upwards: for the eye. `98.5` for 197 of 200. */
export const halfUp = (x: number, n: number, decimals: number): string =>
  decimalText(roundedUnits({ x, n }, decimals, 'half-up'), decimals);

/** 100·x ÷ n as text with so many decimals, halves to even: GB/T 8170-2008. `98.4` for 1969 of 2000. */
export const gbt8170 = (x: number, n: number, decimals: number): string =>
  decimalText(roundedUnits({ x, n }, decimals, 'gbt8170'), decimals);

/** Units of 10^−decimals as text: 9850 with two decimals is `98.50`. */
export function decimalText(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function roundedBig({ x, n }: { x: number; n: number }, scale: bigint, rounding: Rounding): number {
  const divisor = BigInt(n);
  const product = BigInt(x) * scale;
  const rest = product % divisor;
  const units = product / divisor;
  const above = 2n * rest - divisor;
  return Number(units) + (isUp(above < 0n ? -1 : above > 0n ? 1 : 0, units % 2n === 1n, rounding) ? 1 : 0);
}

/** Whether to add one unit, given the sign of rest − half and whether the kept last digit is odd. */
const isUp = (aboveHalf: number, odd: boolean, rounding: Rounding): boolean =>
  rounding !== 'down' && (aboveHalf > 0 || (aboveHalf === 0 && (rounding === 'half-up' || odd)));
