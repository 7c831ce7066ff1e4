export type { Basis, Instant, Period, PeriodCode, PlainDate, Span, YearStart } from './types';
export {
  wholeDaysBetween,
  addDays,
  dayAfter,
  dayOfInstant,
  daysBetween,
  instantAt,
  isPlainDate,
  lastDayOfMonth,
} from './plain-date';
export { parsePeriod, periodCode } from './period';
export { comparePeriods, observationSpan, periodSpan, yearOf, yearOfDay, yearSpan } from './period-span';
export {
  lastPeriodOfYear,
  latestEndedPeriod,
  periodContaining,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
  type PartKind,
} from './neighbours';
export { readPeriodText, type PeriodReading, type PeriodReadingOptions } from './read-period-text';
export { addWorkDays, isWorkDay, plainWeeks, workDaysUntil, type WorkCalendar } from './work-days';
