import { array, assert, constant, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  figuresEqual,
  keyText,
  ledgerOf,
  pooledFigure,
  weightedFigure,
  type Figure,
  type Observation,
} from '.';

const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });
const rate = (percent: string): Figure => ({ kind: 'rate', rate: percent });
const pooled = { combination: 'pooled' } as const;

describe('the sum of units', () => {
  test('it adds counts and never averages rates', () => {
    const sum = pooledFigure(pooled, [
      { unit: 'large', figure: counts(900, 1000) },
      { unit: 'small', figure: counts(10, 10) },
    ]);
    // The mean of 90 % and 100 % would be 95 %.
    expect(sum.figure).toEqual(counts(910, 1010));
  });

  test('who has not reported, and who gave only a rate, is named and left out', () => {
    const sum = pooledFigure(pooled, [
      { unit: 'east', figure: counts(9, 10) },
      { unit: 'west', figure: null },
      { unit: 'south', figure: rate('99.9') },
    ]);
    expect(sum).toEqual({ figure: counts(9, 10), missing: ['west'], rateOnly: ['south'] });
  });

  test('a unit that inspected nothing has reported', () => {
    expect(pooledFigure(pooled, [{ unit: 'east', figure: counts(0, 0) }])).toEqual({
      figure: counts(0, 0),
      missing: [],
      rateOnly: [],
    });
  });

  test('without any counts there is no sum', () => {
    expect(pooledFigure(pooled, [{ unit: 'east', figure: rate('99') }]).figure).toBeNull();
  });

  test('summing a weighted or given indicator is a type error', () => {
    // @ts-expect-error the counts of a weighted rate do not add up to it
    expect(pooledFigure({ combination: 'weighted' }, []).figure).toBeNull();
    // @ts-expect-error a given rate arrives finished
    expect(pooledFigure({ combination: 'given' }, []).figure).toBeNull();
  });
});

describe('the weighted rate', () => {
  const strata = (weights: readonly string[], figures: readonly (Figure | null)[]) =>
    weights.map((weight, position) => ({ unit: `s${position}`, weight, figure: figures[position] ?? null }));

  test('it follows the weights, not the samples', () => {
    const found = weightedFigure(strata(['75', '25'], [counts(9, 10), counts(500, 1000)]));
    expect(found.figure).toEqual(rate('80.000000'));
    expect(found.missing).toEqual([]);
    expect(found.standardError).toBeCloseTo(
      Math.sqrt((75 ** 2 * 0.09) / 10 + (25 ** 2 * 0.25) / 1000) / 100,
      12,
    );
  });

  test('it is exact where floats are not', () => {
    // 0.1·(1/3) + 0.2·(2/3) over 0.3 = 5/9.
    expect(weightedFigure(strata(['0.1', '0.2'], [counts(1, 3), counts(2, 3)])).figure).toEqual(
      rate('55.555555'),
    );
  });

  test('a stratum without figure, without samples or with only a rate is never weighed away', () => {
    for (const gap of [null, counts(0, 0), rate('90')]) {
      expect(weightedFigure(strata(['1', '1'], [counts(9, 10), gap]))).toEqual({
        figure: null,
        standardError: null,
        missing: ['s1'],
      });
    }
  });

  test('equal shares give that share, whatever the weights', () => {
    assert(
      property(
        array(tuple(integer({ min: 1, max: 1_000_000 }), integer({ min: 1, max: 50 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (parts) => {
          const found = weightedFigure(
            parts.map(([weight, times], position) => ({
              unit: `${position}`,
              weight: `${weight / 1000}`,
              figure: counts(19 * times, 20 * times),
            })),
          );
          return found.figure?.rate === '95.000000';
        },
      ),
      { seed: 20252 },
    );
  });

  test('a cut rate stands on the right side of every target', () => {
    assert(
      property(
        integer({ min: 1, max: 1e6 }).chain((n) => tuple(integer({ min: 0, max: n }), constant(n))),
        ([x, n]) => {
          const text = weightedFigure(strata(['1'], [counts(x, n)])).figure?.rate ?? '';
          return Number(text) >= 98.5 === BigInt(x) * 1000n >= 985n * BigInt(n);
        },
      ),
      { seed: 20253 },
    );
  });

  test('strata that all passed give no interval: an approximation would claim certainty', () => {
    expect(weightedFigure(strata(['1', '1'], [counts(9, 9), counts(5, 5)])).standardError).toBeNull();
  });
});

describe('the ledger', () => {
  const observation = (period: string, figure: Figure | null): Observation => ({
    indicator: 'i',
    unit: 'u',
    period,
    basis: 'single',
    figure,
    source: '',
    note: '',
  });

  test('the later of two observations of one key wins, and a withdrawn one is absent', () => {
    const first = observation('2025-Q1', counts(1, 2));
    const again = observation('2025-Q1', counts(2, 2));
    expect(ledgerOf([first, again], '01-01').entries('i', 'u')[0]?.figure).toEqual(counts(2, 2));
    const withdrawn = ledgerOf([first, again, observation('2025-Q1', null)], '01-01');
    expect(withdrawn.entries('i', 'u')).toEqual([]);
    expect(withdrawn.entries('i', 'elsewhere')).toEqual([]);
  });

  test('among keys of the same days each keeps its place, whatever is said again in between', () => {
    const single = observation('2025-Q1', counts(1, 2));
    const running: Observation = { ...single, basis: 'cumulative', figure: counts(1, 3) };
    const months = observation('2025-01-01/2025-03-31', counts(1, 4));
    const again = { ...single, figure: counts(2, 2) };
    const figures = (list: readonly Observation[]) =>
      ledgerOf(list, '01-01')
        .entries('i', 'u')
        .map(({ figure }) => figure);
    expect(figures([single, running, months, again])).toEqual([counts(2, 2), counts(1, 3), counts(1, 4)]);
    expect(figures([single, running, { ...running, figure: null }, months])).toEqual([
      counts(1, 2),
      counts(1, 4),
    ]);
  });

  test('entries stand by their first day, then their last', () => {
    const list = ['2025-Q2', '2025', '2025-Q1'].map((period) => observation(period, counts(1, 1)));
    expect(
      ledgerOf(list, '01-01')
        .entries('i', 'u')
        .map(({ period }) => period),
    ).toEqual(['2025-Q1', '2025', '2025-Q2']);
  });

  test('a period that is none is a fault of the caller', () => {
    expect(() => ledgerOf([observation('2025-Q9', null)], '01-01')).toThrow('2025-Q9');
  });
});

test('figures are the same when they say the same, and their decimals count', () => {
  expect(figuresEqual(rate('98.5'), rate('98.50'))).toBe(false);
  expect(figuresEqual(counts(1, 2), counts(1, 2))).toBe(true);
  expect(figuresEqual(counts(1, 2), counts(2, 4))).toBe(false);
  expect(figuresEqual({ kind: 'score', score: '81.9' }, rate('81.9'))).toBe(false);
  expect(figuresEqual(null, null)).toBe(true);
  expect(figuresEqual(null, counts(1, 2))).toBe(false);
  expect(keyText({ indicator: 'i', unit: 'u', period: '2025', basis: 'single' })).toBe('i|u|2025|single');
});
