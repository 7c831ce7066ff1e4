import { pad, writeDay, daysInMonth } from './plain-date';
import type { Basis, PeriodCode, YearStart } from './types';

/** Calendar months, counted year × 12 + month − 1, both included. */
export interface MonthsReading {
  readonly from: number;
  readonly to: number;
  /** `part`: a named part of the year; `range`: 「1—9月」; `up-to`: 截至, so from the programme year's start. */
  readonly said: 'part' | 'range' | 'up-to';
}

/**
 * The period code for a run of calendar months. A range that begins with the programme year is cumulative
 * (1—9 月 → 2025-Q3 to date); one that fits no named period becomes an interval of days.
 */
export function monthsPeriod(
  reading: MonthsReading,
  yearStart: YearStart,
): { readonly period: PeriodCode; readonly basis: Basis | null } {
  const offset = yearStart === '07-01' ? 6 : 0;
  const upTo = reading.said === 'up-to';
  const year = Math.floor(((upTo ? reading.to : reading.from) - offset) / 12);
  const from = upTo ? 0 : (reading.from - offset) % 12;
  const to = reading.to - offset - year * 12;
  if (to > 11) return { period: interval(reading), basis: null };
  const length = to - from + 1;
  if (length === 12) return { period: `${year}`, basis: null };
  if (upTo || (from === 0 && reading.said === 'range' && length > 1)) {
    return {
      period: to % 3 === 2 ? `${year}-Q${(to + 1) / 3}` : `${year}-M${pad(to + 1)}`,
      basis: 'cumulative',
    };
  }
  if (length === 1) return { period: `${year}-M${pad(to + 1)}`, basis: null };
  if (length === 3 && from % 3 === 0) return { period: `${year}-Q${from / 3 + 1}`, basis: null };
  if (length === 6 && from % 6 === 0) return { period: `${year}-S${from / 6 + 1}`, basis: null };
  return { period: interval(reading), basis: null };
}

function interval({ from, to }: MonthsReading): PeriodCode {
  const endYear = Math.floor(to / 12);
  const endMonth = (to % 12) + 1;
  const start = writeDay(Math.floor(from / 12), (from % 12) + 1, 1);
  return `${start}/${writeDay(endYear, endMonth, daysInMonth(endYear, endMonth))}`;
}
