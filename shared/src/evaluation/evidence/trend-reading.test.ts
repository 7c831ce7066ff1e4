import { expect, test } from 'vitest';
import type { Figure } from '../../observation';
import { trendReading } from './trend-reading';

const series = (figures: readonly (Figure | null)[]) =>
  figures.map((figure, at) => ({ period: `${2015 + at}`, figure }));
const counts = (passes: number): Figure => ({ kind: 'counts', passes, total: 1000 });
const score = (text: string): Figure => ({ kind: 'score', score: text });
const quarterly = { kind: 'quarter', improvement: 'increase' } as const;

test('a steady rise of counts is an improvement', () => {
  expect(trendReading(series([930, 938, 945, 951, 960, 967, 973, 980].map(counts)), quarterly)).toMatchObject(
    {
      method: 'chi-squared',
      result: 'increasing',
      meaning: 'improvement',
      reason: null,
      window: 8,
      points: 8,
      seasonal: true,
    },
  );
});

test('the same rise is a concern where less is better', () => {
  const rise = series([930, 945, 960, 970, 980].map(counts));
  expect(trendReading(rise, { kind: 'year', improvement: 'decrease' })).toMatchObject({
    meaning: 'concern',
    seasonal: false,
  });
});

test('only the latest periods are looked at, gaps keeping their place', () => {
  const old = [counts(500), counts(600), ...Array.from({ length: 8 }, () => counts(950))];
  expect(trendReading(series(old), quarterly)).toMatchObject({ reason: 'not-significant', points: 8 });
  expect(trendReading(series([counts(900), null, counts(910), null, null, counts(920)]), quarterly)).toEqual({
    method: 'chi-squared',
    result: 'cannot-calculate',
    reason: 'too-few-points',
    meaning: null,
    p: null,
    slope: null,
    window: 8,
    points: 3,
    seasonal: true,
  });
});

test('perfect counts have no trend', () => {
  expect(trendReading(series(Array.from({ length: 6 }, () => counts(1000))), quarterly).reason).toBe(
    'no-variation',
  );
});

test('scores are tested by their order, with the slope in points', () => {
  const rising = trendReading(series(['79.6', '80.8', '81.9', '82.4', '83.0'].map(score)), {
    kind: 'year',
    improvement: 'increase',
  });
  expect(rising).toMatchObject({ method: 'mann-kendall', result: 'increasing', meaning: 'improvement' });
  expect(rising.p).toBeCloseTo(2 / 120, 12);
  expect(rising.slope).toBeCloseTo(0.825, 9);
  expect(trendReading(series(['79.6', '80.8'].map(score)), quarterly).reason).toBe('too-few-points');
});
