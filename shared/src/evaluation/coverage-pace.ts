import type { PlainDate } from '../calendar';
import { compareProducts, type Ratio } from '../statistics';

/** Months from the first day of the programme year to the end of the month of `end`, 1…12. */
const monthsPassed = (yearStartDay: PlainDate, end: PlainDate): number => {
  const months = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(end) - months(yearStartDay) + 1;
};

/**
 * Whether a register is at or above its pace: the share reached is at least the yearly share asked, times
 * the months passed, over twelve. Whole numbers decide: x·12·den ≥ num·months·n.
 */
export const coverageOnPace = (
  counts: { readonly passes: number; readonly total: number },
  asked: Ratio,
  yearStartDay: PlainDate,
  end: PlainDate,
): boolean =>
  compareProducts(
    [counts.passes * 12, asked.den],
    [asked.num * monthsPassed(yearStartDay, end), counts.total],
  ) >= 0;
