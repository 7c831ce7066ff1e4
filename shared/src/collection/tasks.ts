import {
  addDays,
  comparePeriods,
  parsePeriod,
  periodContaining,
  periodSpan,
  periodsOfYear,
  yearOf,
  type PartKind,
  type PeriodCode,
  type PlainDate,
  type YearStart,
} from '../calendar';
import { pageKind } from '../evaluation';
import type { Indicator, ProgrammeIndex } from '../programme';
import type { CollectionTask } from './types';

/** A figure that is due before its period ends (a survey of the running year) is asked for so many days ahead. */
const aheadDays = 30;

/** The kind of period an indicator is reported for; campaigns have dates of their own and go by the page's kind. */
const ownKind = (index: ProgrammeIndex, { frequency }: Pick<Indicator, 'frequency'>): PartKind =>
  frequency === 'round' ? pageKind(index.programme) : frequency;

/** The last day on which a figure of one of the indicator's own periods is on time. */
export const dueOn = (
  { deadlineDays }: Pick<Indicator, 'deadlineDays'>,
  period: PeriodCode,
  yearStart: YearStart,
): PlainDate => addDays(periodSpan(period, yearStart).end, deadlineDays);

/** The day by which the figure is due that a page of a period waits for: of the own period in which the page's ends. */
export const dueForPage = (
  index: ProgrammeIndex,
  indicator: Indicator,
  pagePeriod: PeriodCode,
): PlainDate => {
  const { yearStart } = index.programme;
  const { end } = periodSpan(pagePeriod, yearStart);
  return dueOn(indicator, periodContaining(end, ownKind(index, indicator), yearStart), yearStart);
};

/**
 * Everything that is owed for a period of the pages: each indicator's own periods that end within it, for each unit
 * that reports it. Monthly figures give three tasks a quarter, yearly ones a task in the last quarter alone.
 */
export const tasksOfPeriod = (index: ProgrammeIndex, pagePeriod: PeriodCode): readonly CollectionTask[] => {
  const { yearStart, indicators } = index.programme;
  const page = periodSpan(pagePeriod, yearStart);
  return indicators.flatMap((indicator) => {
    const kind = ownKind(index, indicator);
    const periods =
      parsePeriod(pagePeriod)?.kind === kind
        ? [pagePeriod]
        : periodsOfYear(yearOf(pagePeriod, yearStart), kind).filter((period) => {
            const { end } = periodSpan(period, yearStart);
            return end >= page.start && end <= page.end;
          });
    return periods.flatMap((period) => tasksOf(index, indicator, period));
  });
};

const tasksOf = (
  index: ProgrammeIndex,
  indicator: Indicator,
  period: PeriodCode,
): readonly CollectionTask[] => {
  const { yearStart } = index.programme;
  const due = dueOn(indicator, period, yearStart);
  const after = addDays(periodSpan(period, yearStart).end, 1);
  const units = indicator.reportedBy === 'whole' ? [index.whole] : index.parts;
  return units.map((unit) => ({
    indicator: indicator.code,
    unit: unit.code,
    period,
    department: indicator.departments.lead,
    opensOn: indicator.deadlineDays > 0 ? after : addDays(due, -aheadDays),
    dueOn: due,
    waived: indicator.waived?.find((entry) => entry.unit === unit.code)?.reason ?? null,
  }));
};

/**
 * The periods of the pages from one that is known to the one in which a day lies, oldest first; the newest `most` of
 * them. Tasks of the running one may be open before it ends.
 */
export const collectionPeriods = (
  index: ProgrammeIndex,
  { oldest, today, most }: { readonly oldest: PeriodCode; readonly today: PlainDate; readonly most: number },
): readonly PeriodCode[] => {
  const { yearStart } = index.programme;
  const kind = pageKind(index.programme);
  const running = periodContaining(today, kind, yearStart);
  const periods: PeriodCode[] = [];
  for (let year = yearOf(oldest, yearStart); year <= yearOf(running, yearStart); year += 1) {
    periods.push(...periodsOfYear(year, kind));
  }
  const { start } = periodSpan(oldest, yearStart);
  return periods
    .filter((period) => comparePeriods(period, running, yearStart) <= 0)
    .filter((period) => periodSpan(period, yearStart).end >= start)
    .slice(-most);
};
