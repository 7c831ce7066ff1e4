import { describe, expect, test } from 'vitest';
import { rankIntervals } from './rank-intervals';
import { seededDraws } from './seeded-draws';

const unit = (code: string, failures: number, total: number) => ({
  unit: code,
  passes: total - failures,
  total,
});

describe('rank intervals', () => {
  test('the same counts give the same answer, whatever the machine did before', () => {
    const units = [unit('a', 7, 190), unit('b', 27, 286), unit('c', 3, 46)];
    expect(rankIntervals(units)).toEqual(rankIntervals(units));
    expect(rankIntervals(units, { generator: seededDraws(2025) })).toEqual(rankIntervals(units));
  });

  test('units far apart hold their places and are tied with nobody', () => {
    const far = rankIntervals([unit('low', 300, 1000), unit('high', 10, 1000), unit('middle', 100, 1000)]);
    expect(far).toEqual([
      { unit: 'low', rank: 3, median: 3, lower: 3, upper: 3, tiedWith: [] },
      { unit: 'high', rank: 1, median: 1, lower: 1, upper: 1, tiedWith: [] },
      { unit: 'middle', rank: 2, median: 2, lower: 2, upper: 2, tiedWith: [] },
    ]);
  });

  test('equal counts share a rank and cannot be told apart', () => {
    const [a, b, c] = rankIntervals([unit('a', 5, 200), unit('b', 5, 200), unit('c', 5, 200)]);
    expect([a?.rank, b?.rank, c?.rank]).toEqual([1, 1, 1]);
    expect(a).toMatchObject({ lower: 1, upper: 3, tiedWith: ['b', 'c'] });
  });

  test('a small unit may stand anywhere', () => {
    const small = rankIntervals([
      unit('a', 10, 500),
      unit('b', 20, 500),
      unit('c', 30, 500),
      unit('tiny', 0, 5),
    ]).at(-1);
    expect(small).toMatchObject({ rank: 1, lower: 1, upper: 4 });
  });

  test('a lower rate may be the better one', () => {
    const [few] = rankIntervals([unit('few', 10, 1000), unit('many', 300, 1000)], {
      improvement: 'decrease',
    });
    expect(few?.rank).toBe(2);
  });

  test('a unit without samples has no place', () => {
    expect(rankIntervals([unit('a', 0, 0), unit('b', 1, 20)])).toEqual([
      { unit: 'a', rank: null, median: null, lower: null, upper: null, tiedWith: [] },
      { unit: 'b', rank: 1, median: 1, lower: 1, upper: 1, tiedWith: [] },
    ]);
  });
});

describe('seeded draws', () => {
  test.each([
    [0.5, 0.5],
    [3.5, 96.5],
    [880.5, 54.5],
  ])('beta(%d, %d) has the mean and variance of its law', (a, b) => {
    const random = seededDraws(42);
    const draws = Array.from({ length: 40_000 }, () => random.beta(a, b));
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
    const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(expected / draws.length));
    expect(variance / expected).toBeCloseTo(1, 1);
  });
});
