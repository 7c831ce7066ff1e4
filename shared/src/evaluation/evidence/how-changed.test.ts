import { expect, test } from 'vitest';
import { counts, rate } from '../a-programme.fixture';
import { howChanged, type DatedFigure } from './how-changed';

const at = (period: string, figure: DatedFigure['figure']): DatedFigure => ({
  period,
  basis: 'cumulative',
  figure,
});

test('a change is the difference of two rates, each from its counts', () => {
  expect(howChanged('year-on-year', at('2025-Q3', counts(45, 46)), at('2024-Q3', counts(45, 45)))).toEqual([
    {
      code: 'year-on-year',
      formula: '45 ÷ 46 − 45 ÷ 45 = 97.8261% − 100.0000% = −2.1739',
      numbers: { span: '2024-Q3', basis: 'cumulative', gapUnit: 'share' },
    },
  ]);
});

test('published rates and scores are subtracted as they were published', () => {
  const [rates] = howChanged('period-on-period', at('2025-Q3', rate('94.2')), at('2025-Q2', rate('94.05')));
  expect(rates?.formula).toBe('94.2% − 94.05% = +0.15');
  const score = (value: string) => ({ kind: 'score', score: value }) as const;
  const [scores] = howChanged('year-on-year', at('2025', score('83')), at('2024', score('83')));
  expect(scores?.formula).toBe('83 − 83 = 0');
  expect(scores?.numbers['gapUnit']).toBe('score');
});

test('without samples in either period there is no change to explain', () => {
  expect(howChanged('year-on-year', at('2025-Q3', counts(0, 0)), at('2024-Q3', counts(1, 1)))).toEqual([]);
  expect(howChanged('year-on-year', at('2025-Q3', counts(1, 1)), at('2024-Q3', null))).toEqual([]);
});
