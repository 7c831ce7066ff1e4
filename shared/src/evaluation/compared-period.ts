import { previousPeriod, yearOf, type PeriodCode, type YearStart } from '../calendar';
import type { Indicator } from '../programme';

/**
 * The period whose figure a change (环比) is told against; null where there is none. A register or list is
 * worked off within its year and begins anew with the next, so its first period has nothing before it.
 */
export const comparedPeriod = (
  { measure }: Pick<Indicator, 'measure'>,
  period: PeriodCode,
  yearStart: YearStart,
): PeriodCode | null => {
  const earlier = previousPeriod(period);
  if (earlier === null || (measure !== 'register-coverage' && measure !== 'count')) return earlier;
  return yearOf(earlier, yearStart) === yearOf(period, yearStart) ? earlier : null;
};
