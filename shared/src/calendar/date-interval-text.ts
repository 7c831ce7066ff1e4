import { monthsPeriod } from './months-period';
import { isPlainDate, lastDayOfMonth, pad } from './plain-date';
import type { Basis, PeriodCode, PlainDate, YearStart } from './types';

/** Reads one day: `2025-03-31`, `2025/3/31`, `2025.3.31`, `2025年3月31日`; null if it is none. */
export function normaliseDate(text: string): PlainDate | null {
  const match = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?$/.exec(text);
  if (match === null) return null;
  return plainDate(match[1], match[2] ?? match[3] ?? match[4] ?? match[5], match[6]);
}

/**
 * Reads two days with a dash or slash between them (「2024年10月16日-12月10日」), or 「截2025年9月30日」 as from
 * the year's start. Days that bound whole months become the usual code, so that nothing has two names.
 */
export function readDateInterval(
  body: string,
  yearStart: YearStart,
): { readonly period: PeriodCode; readonly basis: Basis | null } | null {
  const upTo = body.startsWith('截') ? normaliseDate(body.slice(1).replace(/止$/, '')) : null;
  const days = upTo === null ? readDays(body) : { start: startOfYear(upTo, yearStart), end: upTo };
  if (days === null || days.start > days.end) return null;
  const wholeMonths =
    days.start.endsWith('-01') && days.end === lastDayOfMonth(yearOfText(days.end), monthOfText(days.end));
  if (!wholeMonths) return { period: `${days.start}/${days.end}`, basis: null };
  const said = upTo === null ? 'range' : 'up-to';
  return monthsPeriod({ from: monthIndex(days.start), to: monthIndex(days.end), said }, yearStart);
}

function readDays(body: string): { readonly start: PlainDate; readonly end: PlainDate } | null {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日?-(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日$/.exec(body);
  if (chinese !== null) {
    const [, year, month, day, endYear, endMonth, endDay] = chinese;
    return both(plainDate(year, month, day), plainDate(endYear ?? year, endMonth ?? month, endDay));
  }
  const digits = /^(\d{4}([-./])\d{1,2}\2\d{1,2})[-/](\d{4}\2\d{1,2}\2\d{1,2})$/.exec(body);
  return digits === null ? null : both(normaliseDate(digits[1] ?? ''), normaliseDate(digits[3] ?? ''));
}

function both(start: PlainDate | null, end: PlainDate | null): { start: PlainDate; end: PlainDate } | null {
  return start === null || end === null ? null : { start, end };
}

function plainDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): PlainDate | null {
  const text = `${year}-${pad(Number(month))}-${pad(Number(day))}`;
  return isPlainDate(text) ? text : null;
}

function startOfYear(day: PlainDate, yearStart: YearStart): PlainDate {
  return `${day.slice(5) < yearStart ? yearOfText(day) - 1 : yearOfText(day)}-${yearStart}`;
}

const yearOfText = (day: PlainDate): number => Number(day.slice(0, 4));
const monthOfText = (day: PlainDate): number => Number(day.slice(5, 7));
const monthIndex = (day: PlainDate): number => yearOfText(day) * 12 + monthOfText(day) - 1;
