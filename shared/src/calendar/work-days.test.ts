import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addWorkDays, isWorkDay, plainWeeks, workDaysUntil, type WorkCalendar } from '.';

/** National Day of 2025: off from 1 to 8 October, worked on the Sunday before and the Saturday after. */
const october: WorkCalendar = {
  daysOff: new Set([1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2025-10-0${day}`)),
  workedWeekends: new Set(['2025-09-28', '2025-10-11']),
};

describe('working days', () => {
  test('are Monday to Friday without a calendar', () => {
    const week = ['13', '14', '15', '16', '17', '18', '19'].map((day) => `2025-10-${day}`);
    expect(week.map((day) => isWorkDay(day, plainWeeks))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(isWorkDay('1999-12-31', plainWeeks)).toBe(true);
    expect(isWorkDay('2000-01-01', plainWeeks)).toBe(false);
  });

  test('skip holidays and count weekends that are worked', () => {
    expect(addWorkDays('2025-09-26', 2, plainWeeks)).toBe('2025-09-30');
    // Sunday 28, Monday 29 and Tuesday 30 September are worked; then the holidays until Thursday 9 October.
    expect(addWorkDays('2025-09-26', 3, october)).toBe('2025-09-30');
    expect(addWorkDays('2025-09-26', 4, october)).toBe('2025-10-09');
    expect(addWorkDays('2025-10-10', 1, october)).toBe('2025-10-11');
    expect(workDaysUntil('2025-09-26', '2025-10-09', october)).toBe(4);
  });

  test('what is counted forward is counted back, and a deadline is always a working day', () => {
    const aDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2024-06-01', days));
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), (day, days) => {
        const reached = addWorkDays(day, days, october);
        expect(isWorkDay(reached, october)).toBe(true);
        expect(workDaysUntil(day, reached, october)).toBe(days);
        expect(workDaysUntil(reached, day, october)).toBe(0);
      }),
    );
  });
});
