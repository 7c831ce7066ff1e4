import type { PlainDate } from '../calendar';
import { compareProducts, type Ratio } from '../statistics';

/** Months from the first day of the programme year to the end of the month of `day`, 1…12. */
const monthsPassed = (yearStartDay: PlainDate, day: PlainDate): number => {
  const months = (one: PlainDate): number => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
  return months(day) - months(yearStartDay) + 1;
};

/**
 * Whether a register is at or above its pace on the day its figure speaks of: the share reached is at least
 * the yearly share asked, times the months passed, over twelve. Whole numbers decide: x·12·den ≥ num·months·n.
 */
export const coverageOnPace = (
  reached: Ratio,
  asked: Ratio,
  yearStartDay: PlainDate,
  asOf: PlainDate,
): boolean =>
  compareProducts(
    [reached.num * 12, asked.den],
    [asked.num * monthsPassed(yearStartDay, asOf), reached.den],
  ) >= 0;
