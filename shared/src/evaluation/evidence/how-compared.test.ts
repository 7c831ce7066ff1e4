import { expect, test } from 'vitest';
import { decomposition } from './decomposition';
import { funnelReading } from './funnel-reading';
import { howFunnel, howMatrix, howMix, howRanks } from './how-compared';
import { matrixReading } from './matrix-reading';
import { rankIntervals } from './rank-intervals';

const units = [
  { unit: 'east', passes: 183, total: 190 },
  { unit: 'west', passes: 259, total: 286 },
  { unit: 'none', passes: 0, total: 0 },
];

test('a funnel tells its centre, the limits and p of each unit with samples, and whether they differ', () => {
  const steps = howFunnel(funnelReading(units));
  expect(steps.map(({ code }) => code)).toEqual([
    'funnel',
    'funnel-limits',
    'funnel-unit',
    'funnel-unit',
    'homogeneity',
  ]);
  expect(steps[0]?.formula).toBe('442 ÷ 476 = 92.86%');
  expect(steps[3]).toMatchObject({ numbers: { reporter: 'west' } });
  expect(steps[3]?.formula).toContain('P(X ≤ 259 | n = 286, p = 92.86%)');
  expect(howFunnel(funnelReading([]))).toEqual([]);
});

test('ranks tell the counts they were drawn from', () => {
  const steps = howRanks(rankIntervals(units), units);
  expect(steps.map(({ code }) => code)).toEqual(['ranks', 'rank-unit', 'rank-unit']);
  expect(steps[2]).toMatchObject({
    formula: 'Beta(259 + ½, 27 + ½)',
    numbers: { reporter: 'west', rank: 2 },
  });
  expect(howRanks([], units)).toEqual([]);
});

test('the sheet tells how many cells it compares, and ten of them', () => {
  const target = { num: 9, den: 10 };
  const cells = Array.from({ length: 12 }, (_, at) => ({
    indicator: 'rate',
    unit: `u${at}`,
    passes: 80 + at,
    total: 100,
    target,
  }));
  const steps = howMatrix(matrixReading(cells));
  expect(steps).toHaveLength(11);
  expect(steps[0]).toMatchObject({ code: 'matrix', numbers: { cells: 12, rate: 10 } });
  expect(steps[1]).toMatchObject({ numbers: { reporter: 'u0', about: 'rate' } });
  expect(howMatrix({ cells: [] })).toEqual([]);
});

test('a change tells both effects and the contribution of each part', () => {
  const before = [
    { unit: 'east', passes: 90, total: 100 },
    { unit: 'west', passes: 80, total: 100 },
  ];
  const after = [
    { unit: 'east', passes: 93, total: 100 },
    { unit: 'west', passes: 79, total: 100 },
  ];
  const steps = howMix(decomposition(before, after));
  expect(steps[0]?.formula).toBe('1.000 + 0.000 = 1.000');
  expect(steps[2]?.formula).toBe('(50.00% + 50.00%) ÷ 2 × (79.00% − 80.00%) = −0.500');
  expect(howMix(decomposition([], after))).toEqual([]);
});
