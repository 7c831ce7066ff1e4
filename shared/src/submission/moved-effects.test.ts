import { expect, test } from 'vitest';
import { movedEffects, type Effect, type EffectSide } from '.';

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

test('a headline moves when its counts move, even if its rate reads the same', () => {
  const moved = anEffect('food', aSide(), aSide({ passes: 987, total: 1001 }));
  expect(movedEffects([moved, anEffect('agri', aSide(), aSide())])).toEqual([moved]);
});

test('a figure that stays, and one that goes, move no headline; the first one does', () => {
  const first = anEffect('food', null, aSide());
  expect(movedEffects([anEffect('food', aSide(), null), anEffect('agri', aSide(), aSide()), first])).toEqual([
    first,
  ]);
});
