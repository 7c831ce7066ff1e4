import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, observationSpan, periodsOfYear, type Basis, type YearStart } from '../calendar';
import { ledgerOf, resolveFigure, stateFigure, type Figure, type LedgerEntry, type Observation } from '.';

const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });
const rate = (percent: string): Figure => ({ kind: 'rate', rate: percent });

type Told = readonly [period: string, figure: Figure | null, basis?: Basis];

const entriesOf = (told: readonly Told[], yearStart: YearStart = '01-01'): readonly LedgerEntry[] =>
  ledgerOf(
    told.map(
      ([period, figure, basis = 'single']): Observation => ({
        indicator: 'i',
        unit: 'u',
        period,
        basis,
        figure,
        source: '',
        note: '',
      }),
    ),
    yearStart,
  ).entries('i', 'u');

const resolve = (
  told: readonly Told[],
  period: string,
  basis: Basis = 'single',
  yearStart: YearStart = '01-01',
) => resolveFigure(entriesOf(told, yearStart), observationSpan(period, basis, yearStart));

const quarters: readonly Told[] = [
  ['2025-Q1', counts(90, 100)],
  ['2025-Q2', counts(95, 100)],
  ['2025-Q3', counts(50, 60)],
];

describe('what was reported for just these days', () => {
  test('it wins over everything that adds up to them', () => {
    const told: readonly Told[] = [...quarters, ['2025-Q3', counts(236, 262), 'cumulative']];
    expect(resolve(told, '2025-Q3', 'cumulative')).toMatchObject({
      figure: counts(236, 262),
      derivation: 'reported',
    });
  });

  test('counts win over a rate for the same days', () => {
    const told: readonly Told[] = [
      ['2025-Q1', rate('90.1'), 'cumulative'],
      ['2025-Q1', counts(90, 100)],
    ];
    expect(resolve(told, '2025-Q1')?.figure).toEqual(counts(90, 100));
  });

  test('a first quarter and a first quarter to date are the same days', () => {
    expect(resolve(quarters, '2025-Q1', 'cumulative')?.derivation).toBe('reported');
  });

  test('a quarter with nothing inspected is a figure, not a gap', () => {
    const told: readonly Told[] = [
      ['2025-Q1', counts(0, 0)],
      ['2025-Q2', counts(3, 3)],
    ];
    expect(resolve(told, '2025-S1')).toMatchObject({ figure: counts(3, 3), complete: true });
  });
});

describe('figures laid end to end', () => {
  test('quarters make halves, running totals and years', () => {
    expect(resolve(quarters, '2025-S1')?.figure).toEqual(counts(185, 200));
    expect(resolve(quarters, '2025-Q3', 'cumulative')).toEqual({
      figure: counts(235, 260),
      derivation: 'summed-periods',
      complete: true,
      gaps: [],
    });
  });

  test('a half and a quarter make nine months, and the quarters inside the half are not added again', () => {
    const told: readonly Told[] = [...quarters, ['2025-S1', counts(186, 201)]];
    expect(resolve(told, '2025-Q3', 'cumulative')?.figure).toEqual(counts(236, 261));
  });

  test('the longest figure does not win where it leaves a gap that shorter ones fill', () => {
    const told: readonly Told[] = [...quarters, ['2025-M08', counts(220, 240), 'cumulative']];
    expect(resolve(told, '2025-Q3', 'cumulative')).toMatchObject({
      figure: counts(235, 260),
      complete: true,
    });
  });

  test('a missing quarter is a gap with its first day, and the rest is still told', () => {
    const told = quarters.filter(([period]) => period !== '2025-Q2');
    expect(resolve(told, '2025-Q3', 'cumulative')).toEqual({
      figure: counts(140, 160),
      derivation: 'summed-periods',
      complete: false,
      gaps: ['2025-04-01'],
    });
  });

  test('gaps at both ends are named in order', () => {
    expect(resolve([['2025-M05', counts(9, 10)]], '2025-Q2')?.gaps).toEqual(['2025-04-01', '2025-06-01']);
  });

  test('rates without counts are never summed', () => {
    const told: readonly Told[] = [
      ['2025-Q1', rate('90')],
      ['2025-Q2', rate('100')],
    ];
    expect(resolve(told, '2025-S1')).toBeNull();
    expect(resolve([...told, ['2025-M04', counts(1, 1)]], '2025-S1')?.complete).toBe(false);
  });

  test('a withdrawn figure is a gap', () => {
    expect(resolve([...quarters, ['2025-Q2', null]], '2025-S1')?.gaps).toEqual(['2025-04-01']);
  });

  test('the assessment year that starts in July is summed from July', () => {
    expect(resolve(quarters, '2025-S1', 'single', '07-01')?.figure).toEqual(counts(185, 200));
    const entries = entriesOf(quarters, '07-01');
    expect(entries.map(({ start }) => start)).toEqual(['2025-07-01', '2025-10-01', '2026-01-01']);
  });

  test('figures that arrive finished are not summed: counts of a given rate mean nothing', () => {
    const entries = entriesOf(quarters);
    const half = observationSpan('2025-S1', 'single', '01-01');
    expect(resolveFigure(entries, half, { sums: false, byEnd: false })).toBeNull();
  });

  test('any choice of months adds up to its own sum and never counts a day twice', () => {
    const months = periodsOfYear(2025, 'month');
    assert(
      property(
        uniqueArray(record({ month: constantFrom(...months), total: integer({ min: 1, max: 99 }) }), {
          minLength: 1,
          selector: ({ month }) => month,
        }),
        (told) => {
          const found = resolve(
            told.map(({ month, total }): Told => [month, counts(total, total)]),
            '2025',
          );
          const sum = told.reduce((all, { total }) => all + total, 0);
          return (
            found?.figure.kind === 'counts' &&
            found.figure.total === sum &&
            found.complete === (told.length === 12)
          );
        },
      ),
      { seed: 20251 },
    );
  });
});

describe('campaigns', () => {
  const rounds: readonly Told[] = [
    ['2024-12-10/2025-01-20', counts(30, 31)],
    ['2025-03-20/2025-04-10', counts(40, 40)],
  ];
  const byEnd = { sums: true, byEnd: true };
  const found = (period: string, basis: Basis = 'single') =>
    resolveFigure(entriesOf(rounds), observationSpan(period, basis, '01-01'), byEnd);

  test('one that crosses a border counts in the period in which it ends, once', () => {
    expect(found('2024', 'cumulative')).toBeNull();
    expect(found('2025-Q1')?.figure).toEqual(counts(30, 31));
    expect(found('2025-Q2')?.figure).toEqual(counts(40, 40));
    expect(found('2025-Q2', 'cumulative')?.figure).toEqual(counts(70, 71));
  });

  test('other figures never cross a border', () => {
    const told: readonly Told[] = [['2025-S1', counts(9, 9)]];
    const span = observationSpan('2025-Q2', 'single', '01-01');
    expect(resolveFigure(entriesOf(told), span, byEnd)).toBeNull();
  });
});

describe('differences', () => {
  test('two running totals give the quarter between them', () => {
    const told: readonly Told[] = [
      ['2025-Q2', counts(185, 200), 'cumulative'],
      ['2025-Q3', counts(235, 260), 'cumulative'],
    ];
    expect(resolve(told, '2025-Q3')).toMatchObject({ figure: counts(50, 60), derivation: 'differenced' });
  });

  test('a running total less the quarters before it, and a half less its second quarter', () => {
    expect(
      resolve([...quarters.slice(0, 2), ['2025-Q3', counts(235, 260), 'cumulative']], '2025-Q3')?.figure,
    ).toEqual(counts(50, 60));
    expect(
      resolve(
        [
          ['2025-S1', counts(185, 200)],
          ['2025-Q2', counts(95, 100)],
        ],
        '2025-Q1',
      )?.figure,
    ).toEqual(counts(90, 100));
  });

  test('a running total that fell is a mistake in the sheet, not a negative quarter', () => {
    const told: readonly Told[] = [
      ['2025-Q2', counts(185, 200), 'cumulative'],
      ['2025-Q3', counts(180, 190), 'cumulative'],
    ];
    expect(resolve(told, '2025-Q3')).toBeNull();
  });

  test('passes may not exceed what is left of the samples', () => {
    const told: readonly Told[] = [
      ['2025-Q1', counts(90, 100), 'cumulative'],
      ['2025-Q2', counts(110, 110), 'cumulative'],
    ];
    expect(resolve(told, '2025-Q2')).toBeNull();
  });

  test('an unknown remainder is never guessed', () => {
    expect(
      resolve(
        [
          ['2025', counts(300, 310)],
          ['2025-Q1', counts(90, 100)],
        ],
        '2025-Q2',
      ),
    ).toBeNull();
  });
});

describe('states', () => {
  const state = (told: readonly Told[], end: string) =>
    stateFigure(entriesOf(told), '2025-01-01', end)?.figure;

  test('the newest figure of the year speaks, never one of the year before or after', () => {
    const told: readonly Told[] = [
      ['2024-Q4', counts(4, 4), 'cumulative'],
      ['2025-Q1', counts(1, 4), 'cumulative'],
      ['2025-Q2', counts(2, 4), 'cumulative'],
    ];
    expect(state(told, '2025-03-31')).toEqual(counts(1, 4));
    expect(state(told, '2025-09-30')).toEqual(counts(2, 4));
    expect(state(told, addDays('2025-03-31', -1))).toBeUndefined();
  });

  test('what was reached to date wins over the quarter alone', () => {
    const told: readonly Told[] = [
      ['2025-Q2', counts(2, 4), 'cumulative'],
      ['2025-Q2', counts(1, 4)],
    ];
    expect(state(told, '2025-06-30')).toEqual(counts(2, 4));
    expect(state([...told].reverse(), '2025-06-30')).toEqual(counts(2, 4));
    const first: readonly Told[] = [
      ['2025-Q1', counts(1, 4)],
      ['2025-Q1', counts(3, 4), 'cumulative'],
    ];
    expect(state(first, '2025-06-30')).toEqual(counts(3, 4));
  });
});
