import { parsePeriod, periodCode } from './period';
import { periodSpan, yearOfDay } from './period-span';
import { addDays, isPlainDate } from './plain-date';
import type { Period, PeriodCode, PlainDate, YearStart } from './types';

/** The kinds of period that divide a programme year evenly, the year itself among them. */
export type PartKind = Exclude<Period['kind'], 'span'>;

const PARTS: Record<PartKind, number> = { year: 1, half: 2, third: 3, quarter: 4, month: 12 };

/** The period of the same kind just before; null for an interval, which has no neighbour. Throws on no period. */
export function previousPeriod(code: PeriodCode): PeriodCode | null {
  const period = mustParse(code);
  if (period.kind === 'span') return null;
  if (period.kind === 'year') return periodCode({ kind: 'year', year: period.year - 1 });
  return period.part > 1
    ? periodCode({ ...period, part: period.part - 1 })
    : periodCode({ ...period, year: period.year - 1, part: PARTS[period.kind] });
}

/** The same period one year earlier; an interval keeps its days, 29 February becoming 28. Throws on no period. */
export function samePeriodLastYear(code: PeriodCode): PeriodCode {
  const period = mustParse(code);
  if (period.kind === 'span') {
    return periodCode({ kind: 'span', start: yearEarlier(period.start), end: yearEarlier(period.end) });
  }
  return periodCode({ ...period, year: period.year - 1 });
}

/** Every period of a kind in a programme year, in order. */
export function periodsOfYear(year: number, kind: PartKind): readonly PeriodCode[] {
  return Array.from({ length: PARTS[kind] }, (_, index) => partCode(year, kind, index + 1));
}

/** The last period of a kind in a programme year: its fourth quarter, its twelfth month, the year itself. */
export function lastPeriodOfYear(year: number, kind: PartKind): PeriodCode {
  return partCode(year, kind, PARTS[kind]);
}

/** The period of a kind in which a day lies. */
export function periodContaining(day: PlainDate, kind: PartKind, yearStart: YearStart): PeriodCode {
  const year = yearOfDay(day, yearStart);
  const month = (Number(day.slice(5, 7)) - 1 + (yearStart === '07-01' ? 6 : 0)) % 12;
  return partCode(year, kind, Math.floor((month * PARTS[kind]) / 12) + 1);
}

/** The newest period of a kind whose last day lies before `today`. */
export function latestEndedPeriod(today: PlainDate, kind: PartKind, yearStart: YearStart): PeriodCode {
  const running = periodContaining(today, kind, yearStart);
  return periodContaining(addDays(periodSpan(running, yearStart).start, -1), kind, yearStart);
}

function partCode(year: number, kind: PartKind, part: number): PeriodCode {
  return kind === 'year' ? periodCode({ kind, year }) : periodCode({ kind, year, part });
}

function yearEarlier(day: PlainDate): PlainDate {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isPlainDate(earlier) ? earlier : `${earlier.slice(0, 8)}28`;
}

function mustParse(code: PeriodCode): Period {
  const period = parsePeriod(code);
  if (period === null) throw new Error(`Not a reporting period: ${code.slice(0, 50)}`);
  return period;
}
