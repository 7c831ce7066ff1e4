import { parsePeriod } from './period';
import { daysInMonth, writeDay } from './plain-date';
import type { Basis, Period, PeriodCode, PlainDate, Span, YearStart } from './types';

interface Dated {
  readonly year: number;
  readonly single: Span;
  readonly cumulative: Span;
}

const dated: Record<YearStart, Map<PeriodCode, Dated>> = { '01-01': new Map(), '07-01': new Map() };

/**
 * The days a period covers. Quarters, halves, thirds and months are counted from the start of the programme
 * year: with a start on 1 July, `2025-Q1` is July to September 2025. Throws on text that is no period code.
 */
export function periodSpan(code: PeriodCode, yearStart: YearStart): Span {
  return datedOf(code, yearStart).single;
}

/** The days an observation speaks of: the period alone, or the programme year from its start to the period's end. */
export function observationSpan(code: PeriodCode, basis: Basis, yearStart: YearStart): Span {
  return datedOf(code, yearStart)[basis];
}

/** The programme year a period belongs to, named for the calendar year it starts in; an interval goes by its end. */
export function yearOf(code: PeriodCode, yearStart: YearStart): number {
  return datedOf(code, yearStart).year;
}

/** First and last day of a programme year. */
export function yearSpan(year: number, yearStart: YearStart): Span {
  return spanOfMonths(year, 0, 11, yearStart);
}

/** Orders periods by their last day; of two that end together the longer one comes first. */
export function comparePeriods(a: PeriodCode, b: PeriodCode, yearStart: YearStart): number {
  const left = periodSpan(a, yearStart);
  const right = periodSpan(b, yearStart);
  return compareText(left.end, right.end) || compareText(left.start, right.start);
}

/** The programme year in which a day lies. */
export function yearOfDay(day: PlainDate, yearStart: YearStart): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < yearStart ? year - 1 : year;
}

function datedOf(code: PeriodCode, yearStart: YearStart): Dated {
  const known = dated[yearStart].get(code);
  if (known !== undefined) return known;
  const period = parsePeriod(code);
  if (period === null) throw new Error(`Not a reporting period: ${code.slice(0, 50)}`);
  const single = spanOf(period, yearStart);
  const year = period.kind === 'span' ? yearOfDay(period.end, yearStart) : period.year;
  const cumulative = { start: yearSpan(year, yearStart).start, end: single.end };
  const result = { year, single, cumulative };
  if (dated[yearStart].size > 20_000) dated[yearStart].clear();
  dated[yearStart].set(code, result);
  return result;
}

function spanOf(period: Period, yearStart: YearStart): Span {
  switch (period.kind) {
    case 'span':
      return { start: period.start, end: period.end };
    case 'year':
      return spanOfMonths(period.year, 0, 11, yearStart);
    case 'half':
      return spanOfMonths(period.year, period.part * 6 - 6, period.part * 6 - 1, yearStart);
    case 'third':
      return spanOfMonths(period.year, period.part * 4 - 4, period.part * 4 - 1, yearStart);
    case 'quarter':
      return spanOfMonths(period.year, period.part * 3 - 3, period.part * 3 - 1, yearStart);
    case 'month':
      return spanOfMonths(period.year, period.part - 1, period.part - 1, yearStart);
  }
}

/** Months are counted from 0 at the start of the programme year. */
function spanOfMonths(year: number, first: number, last: number, yearStart: YearStart): Span {
  const offset = yearStart === '07-01' ? 6 : 0;
  const from = year * 12 + first + offset;
  const to = year * 12 + last + offset;
  const endYear = Math.floor(to / 12);
  const endMonth = (to % 12) + 1;
  return {
    start: writeDay(Math.floor(from / 12), (from % 12) + 1, 1),
    end: writeDay(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
