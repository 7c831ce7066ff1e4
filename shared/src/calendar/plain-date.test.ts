import { expect, test } from 'vitest';
import { addDays, dayOfInstant, daysBetween, instantAt, isPlainDate, lastDayOfMonth } from './plain-date';

test('only days that exist are plain dates', () => {
  expect(['2024-02-29', '2025-12-31', '2000-02-29'].every(isPlainDate)).toBe(true);
  const wrong = [
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-1-1',
    '20250101',
    '',
    '2025-01-01T00',
  ];
  expect(wrong.some(isPlainDate)).toBe(false);
});

test('adding days walks through every day of four centuries exactly as the Gregorian calendar does', () => {
  let day = '1900-01-01';
  for (let number = 0; number < 146_097; number += 1) {
    const next = addDays(day, 1);
    if (!isPlainDate(next) || next <= day || daysBetween(day, next) !== 1)
      throw new Error(`${day} → ${next}`);
    day = next;
  }
  expect(day).toBe('2300-01-01');
  expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
});

test('a day in Shanghai begins at 16:00 UTC of the day before', () => {
  expect(dayOfInstant('2025-10-15T15:59:59.999Z')).toBe('2025-10-15');
  expect(dayOfInstant('2025-10-15T16:00:00.000Z')).toBe('2025-10-16');
  expect(dayOfInstant('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
});

test('the instant of a Shanghai wall clock leads back to the same day', () => {
  expect(instantAt('2025-10-16', '10:00')).toBe('2025-10-16T02:00:00.000Z');
  expect(instantAt('2025-01-01', '07:30')).toBe('2024-12-31T23:30:00.000Z');
  for (const time of ['00:00', '07:59', '08:00', '23:59'])
    expect(dayOfInstant(instantAt('2025-03-01', time))).toBe('2025-03-01');
});
