import { dayOfInstant, type Instant } from '../calendar';

/** The minus sign of printed figures; a hyphen is shorter and reads as a range. */
const MINUS = '\u2212';

/** A count with thousands separators, `5,333`. */
export const thousands = (count: number): string =>
  signed(String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ','));

/** A number with fixed decimals and a true minus sign, `−0.60`; minus zero prints as zero. */
export const decimals = (value: number, digits: number): string => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : signed(text);
};

/**
 * The size of a difference in points, without sign: one decimal, more when one would print a difference
 * that exists as `0.0` (screens.md 6, boundary rule).
 */
export const pointsText = (points: number): string => {
  if (points === 0) return '0.0';
  const size = Math.abs(points) + halfUp;
  const digits = [1, 2, 3].find((count) => Number(size.toFixed(count)) !== 0) ?? 1;
  return size.toFixed(digits);
};

/** Lifts a half that binary fractions hold a little too low, such as 0.35, so that it rounds up. */
const halfUp = 1e-9;

/** A difference in points for tables, `+0.2`, `−0.1`, `0.0`. */
export const signedPointsText = (points: number): string => {
  const text = (Math.abs(points) + halfUp).toFixed(1);
  if (Number(text) === 0) return '0.0';
  return `${points > 0 ? '+' : MINUS}${text}`;
};

/** Whether a difference is too small to speak of: 持平 in prose. */
export const isLevel = (points: number): boolean => Math.abs(points) < 0.05;

/** A value for axes, tooltips and dense tables: rates 0…1 as percent, scores as they are; one decimal. */
export const valueText = (value: number, isScore: boolean): string =>
  decimals(isScore ? value : value * 100, 1);

/** An interval of rates as percent, `92.5～95.5`. */
export const intervalText = (interval: { readonly lower: number; readonly upper: number }): string =>
  `${(interval.lower * 100).toFixed(1)}～${(interval.upper * 100).toFixed(1)}`;

/** A probability that never claims certainty: `>99%`, `<1%`, `72%`. */
export const probabilityText = (probability: number): string => {
  if (probability >= 0.995) return '>99%';
  if (probability < 0.01) return '<1%';
  return `${Math.round(probability * 100)}%`;
};

/** A day and time in Asia/Shanghai, `2025-10-15 09:00`. */
export const momentText = (instant: Instant): string => {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24;
  return `${dayOfInstant(instant)} ${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`;
};

/** A decimal text in a dense grid, where `100.0` is written `100`. */
export const denseText = (rateText: string): string => (/^100\.0+$/.test(rateText) ? '100' : rateText);

const signed = (text: string): string => text.replace('-', MINUS);
