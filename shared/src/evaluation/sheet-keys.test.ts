import { describe, expect, test } from 'vitest';
import { aContext, anIndicator, counts, observed, type ProgrammeParts } from './a-programme.fixture';
import { pageKind, sheetKeys } from '.';

const keysOf = (context: ReturnType<typeof aContext>, year = 2025) => {
  const [indicator] = context.index.programme.indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return sheetKeys(context, indicator, year).map(({ period, basis }) => `${period} ${basis}`);
};

describe('the sheets of a year', () => {
  test('they go up to the last figure, alone and to date', () => {
    expect(keysOf(aContext([observed('east', '2025-Q2', counts(1, 1))])).sort()).toEqual([
      '2025-Q1 cumulative',
      '2025-Q1 single',
      '2025-Q2 cumulative',
      '2025-Q2 single',
    ]);
  });

  test('a figure of other days gets a sheet of its own', () => {
    expect(keysOf(aContext([observed('east', '2025-S1', counts(1, 1))]))).toContain('2025-S1 single');
  });

  test('figures of the province alone call for no sheet, nor do those of another year', () => {
    expect(keysOf(aContext([observed('province', '2025-Q2', counts(1, 1))]))).toEqual([]);
    expect(keysOf(aContext([observed('east', '2024-Q4', counts(1, 1))]))).toEqual([]);
  });

  test('a year from July has its quarters counted from July', () => {
    const parts: ProgrammeParts = { yearStart: '07-01' };
    expect(keysOf(aContext([observed('east', '2025-Q1', counts(1, 1))], parts))).toEqual([
      '2025-Q1 single',
      '2025-Q1 cumulative',
    ]);
  });

  test('pages step in the finest frequency; campaigns are shown in quarters', () => {
    const kind = (...frequencies: Parameters<typeof anIndicator>[0][]) =>
      pageKind({ indicators: frequencies.map(anIndicator) });
    expect(kind({ frequency: 'year' }, { frequency: 'half' })).toBe('half');
    expect(kind({ frequency: 'year' }, { frequency: 'round' })).toBe('quarter');
    expect(kind({ frequency: 'quarter' }, { frequency: 'month' })).toBe('month');
    expect(kind()).toBe('year');
  });
});
