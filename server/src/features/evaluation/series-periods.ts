import { previousPeriod, yearOf, type PeriodCode, type YearStart } from '@zhibiao/shared/calendar';
import type { Indicator } from '@zhibiao/shared/programme';

/**
 * The periods an indicator's line runs through up to a page's period, oldest first: the page's own kind, or
 * whole years for what is measured once a year.
 */
export const seriesPeriods = (
  indicator: Indicator,
  pagePeriod: PeriodCode,
  yearStart: YearStart,
  count: number,
): readonly PeriodCode[] => {
  const newest = indicator.frequency === 'year' ? `${yearOf(pagePeriod, yearStart)}` : pagePeriod;
  const periods: PeriodCode[] = [];
  let period: PeriodCode | null = newest;
  while (period !== null && periods.length < count) {
    periods.unshift(period);
    period = previousPeriod(period);
  }
  return periods;
};
