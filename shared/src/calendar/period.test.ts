import { expect, test } from 'vitest';
import {
  comparePeriods,
  lastPeriodOfYear,
  latestEndedPeriod,
  observationSpan,
  parsePeriod,
  periodCode,
  periodContaining,
  periodsOfYear,
  periodSpan,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from '.';

test('every code comes back from its parts', () => {
  const codes = ['2025', '2025-S2', '2025-T3', '2025-Q3', '2025-M09', '2025-M12', '2025-05-01/2025-06-30'];
  for (const code of codes) {
    const period = parsePeriod(code);
    expect(period && periodCode(period)).toBe(code);
  }
});

test('what is not canonical is no period', () => {
  const wrong = [
    '',
    '25',
    '2025-Q5',
    '2025-Q0',
    '2025-M9',
    '2025-M13',
    '2025-S3',
    '2025Q1',
    '2025-T4',
    '2025-02-30/2025-03-01',
    '2025-06-30/2025-05-01',
    '2025-05-01',
    ' 2025',
  ];
  expect(wrong.map(parsePeriod)).toEqual(wrong.map(() => null));
});

test('periods cover whole months of the calendar year', () => {
  expect(periodSpan('2025', '01-01')).toEqual({ start: '2025-01-01', end: '2025-12-31' });
  expect(periodSpan('2025-S1', '01-01')).toEqual({ start: '2025-01-01', end: '2025-06-30' });
  expect(periodSpan('2025-T2', '01-01')).toEqual({ start: '2025-05-01', end: '2025-08-31' });
  expect(periodSpan('2025-Q3', '01-01')).toEqual({ start: '2025-07-01', end: '2025-09-30' });
  expect(periodSpan('2024-M02', '01-01')).toEqual({ start: '2024-02-01', end: '2024-02-29' });
  expect(periodSpan('2025-05-01/2025-06-30', '01-01')).toEqual({ start: '2025-05-01', end: '2025-06-30' });
});

test('a programme year that starts in July shifts every part of it', () => {
  expect(periodSpan('2025-Q1', '07-01')).toEqual({ start: '2025-07-01', end: '2025-09-30' });
  expect(periodSpan('2025-Q3', '07-01')).toEqual({ start: '2026-01-01', end: '2026-03-31' });
  expect(periodSpan('2025-M12', '07-01')).toEqual({ start: '2026-06-01', end: '2026-06-30' });
  expect(periodSpan('2025', '07-01')).toEqual({ start: '2025-07-01', end: '2026-06-30' });
  expect(yearOf('2025-10-16/2025-12-10', '07-01')).toBe(2025);
  expect(yearOf('2025-03-01/2025-04-30', '07-01')).toBe(2024);
});

test('a cumulative observation reaches back to the start of its programme year', () => {
  expect(observationSpan('2025-Q3', 'cumulative', '01-01')).toEqual({
    start: '2025-01-01',
    end: '2025-09-30',
  });
  expect(observationSpan('2025-Q3', 'single', '01-01')).toEqual({ start: '2025-07-01', end: '2025-09-30' });
  expect(observationSpan('2025-M08', 'cumulative', '01-01')).toEqual({
    start: '2025-01-01',
    end: '2025-08-31',
  });
  expect(observationSpan('2025-Q3', 'cumulative', '07-01')).toEqual({
    start: '2025-07-01',
    end: '2026-03-31',
  });
  expect(observationSpan('2025-05-01/2025-06-30', 'cumulative', '01-01').start).toBe('2025-01-01');
});

test('neighbours stay of the same kind', () => {
  expect(previousPeriod('2025-Q1')).toBe('2024-Q4');
  expect(previousPeriod('2025-M01')).toBe('2024-M12');
  expect(previousPeriod('2025-S2')).toBe('2025-S1');
  expect(previousPeriod('2025')).toBe('2024');
  expect(previousPeriod('2025-05-01/2025-06-30')).toBeNull();
  expect(samePeriodLastYear('2025-Q3')).toBe('2024-Q3');
  expect(samePeriodLastYear('2024-02-01/2024-02-29')).toBe('2023-02-01/2023-02-28');
  expect(periodsOfYear(2025, 'quarter')).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
  expect(periodsOfYear(2025, 'month')).toHaveLength(12);
  expect(periodsOfYear(2025, 'year')).toEqual(['2025']);
  expect(lastPeriodOfYear(2025, 'third')).toBe('2025-T3');
});

test('a day finds the period around it and the newest one that has ended', () => {
  expect(periodContaining('2025-10-16', 'quarter', '01-01')).toBe('2025-Q4');
  expect(periodContaining('2025-10-16', 'quarter', '07-01')).toBe('2025-Q2');
  expect(periodContaining('2025-03-31', 'month', '07-01')).toBe('2024-M09');
  expect(latestEndedPeriod('2025-10-16', 'quarter', '01-01')).toBe('2025-Q3');
  expect(latestEndedPeriod('2025-01-01', 'year', '01-01')).toBe('2024');
  expect(latestEndedPeriod('2025-09-30', 'quarter', '01-01')).toBe('2025-Q2');
});

test('periods are ordered by their end, the longer first', () => {
  const codes = ['2025-Q2', '2025-M09', '2024', '2025-Q3', '2025'];
  expect(codes.sort((a, b) => comparePeriods(a, b, '01-01'))).toEqual([
    '2024',
    '2025-Q2',
    '2025-Q3',
    '2025-M09',
    '2025',
  ]);
});

test('text that is no period is a fault when days are asked of it', () => {
  expect(() => periodSpan('2025Q1', '01-01')).toThrow('2025Q1');
});
