import type { Instant, PlainDate } from './types';

/** True for a day that exists, written `2025-02-28`; years 1000 to 9999. */
export function isPlainDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** The day so many days later, or earlier if negative. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Last days of periods, of which there are few, with the day after each. */
const after = new Map<PlainDate, PlainDate>();

/** The next day, known by heart: sums over periods ask for the same few days again and again. */
export function dayAfter(day: PlainDate): PlainDate {
  let next = after.get(day);
  if (next === undefined) {
    if (after.size > 20_000) after.clear();
    after.set(day, (next = addDays(day, 1)));
  }
  return next;
}

/** Days from one day to another; negative when the second comes first, 0 for the same day. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** Last day of a calendar month; `month` is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): PlainDate {
  return writeDay(year, month, daysInMonth(year, month));
}

/**
 * The day in Asia/Shanghai at an instant. China keeps +08:00 all year, so the offset is fixed here
 * and nowhere else.
 */
export function dayOfInstant(instant: Instant): PlainDate {
  const utcDay = instant.slice(0, 10);
  // From 16:00 UTC on it is already the next day in Shanghai.
  return Number(instant.slice(11, 13)) >= 16 ? addDays(utcDay, 1) : utcDay;
}

/** The instant at which Shanghai's clocks show `time` (`09:00`) on a day. */
export function instantAt(day: PlainDate, time: string): Instant {
  const hours = Number(time.slice(0, 2));
  const utcDay = hours < 8 ? addDays(day, -1) : day;
  return `${utcDay}T${pad((hours + 16) % 24)}:${time.slice(3, 5)}:00.000Z`;
}

/** Writes a day from numbers that are known to be in range. */
export function writeDay(year: number, month: number, day: number): PlainDate {
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Days in a calendar month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Two digits. */
export function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/**
 * Days since 1970-01-01, proleptic Gregorian. Years begin in March here so that the leap day is the last:
 * H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
function numberOfDay(day: PlainDate): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dayOfNumber(number: number): PlainDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return writeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** Whole days of 24 hours from one moment to another, rounded down; negative when `to` comes first. */
export function wholeDaysBetween(from: Instant, to: Instant): number {
  const days = daysBetween(from.slice(0, 10), to.slice(0, 10));
  return to.slice(11) < from.slice(11) ? days - 1 : days;
}
