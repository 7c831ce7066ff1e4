import type { Effect, EffectSide } from '@zhibiao/shared/submission';
import { expect, test } from 'vitest';
import { consequenceOf } from './consequence';

const aSide = (rest: Partial<EffectSide> = {}): EffectSide => ({
  rateText: '98.6',
  light: 'met',
  verdict: 'met',
  passes: 986,
  total: 1000,
  ...rest,
});

const anEffect = (indicator: string, before: EffectSide | null, after: EffectSide | null): Effect => ({
  indicator,
  unit: '441500',
  period: '2025-Q3',
  basis: 'cumulative',
  before,
  after,
});

test('an indicator that moves for two units is one indicator in the consequence', () => {
  const turned = aSide({ light: 'miss' });
  expect(
    consequenceOf(
      { counts: { new: 3, changed: 2, same: 9, refused: 0 } },
      {
        effects: [
          anEffect('food', aSide(), turned),
          anEffect('food', null, aSide()),
          anEffect('agri', aSide(), aSide()),
        ],
        alertsToOpen: [{ indicator: 'food', unit: '441581', period: '2025' }],
      },
    ),
  ).toEqual({ stored: 5, indicators: 1, alerts: 1 });
});
