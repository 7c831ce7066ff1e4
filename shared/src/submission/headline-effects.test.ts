import { expect, test } from 'vitest';
import type { Assessment } from '../evaluation';
import { headlineEffects } from '.';

// Only what a headline is made of: the rest of an assessment takes no part.
const anAssessment = (unit: string, rest: Partial<Assessment>): Assessment =>
  ({
    indicator: 'food',
    unit,
    period: '2025-Q3',
    basis: 'cumulative',
    rateText: '98.6',
    light: 'met',
    verdict: 'met',
    figure: { kind: 'counts', passes: 986, total: 1000 },
    ...rest,
  }) as Assessment;

test('a headline is named by its later period and set beside the one it replaces', () => {
  const before = [anAssessment('441500', { period: '2025-Q2', rateText: '98.2', light: 'risk' })];
  const after = [anAssessment('441500', {}), anAssessment('441581', {})];
  expect(headlineEffects(before, after, ['441500'])).toEqual([
    {
      indicator: 'food',
      unit: '441500',
      period: '2025-Q3',
      basis: 'cumulative',
      before: { rateText: '98.2', light: 'risk', verdict: 'met', passes: 986, total: 1000 },
      after: { rateText: '98.6', light: 'met', verdict: 'met', passes: 986, total: 1000 },
    },
  ]);
});

test('a first headline has nothing before it, a rate has no counts, a unit without one is left out', () => {
  const [effect, ...others] = headlineEffects(
    [],
    [anAssessment('441500', { figure: { kind: 'rate', rate: '98.6' } })],
    ['441500', '441581'],
  );
  expect(others).toEqual([]);
  expect(effect?.before).toBeNull();
  expect(effect?.after).toMatchObject({ passes: null, total: null });
});
