import { expect, test } from 'vitest';
import { decomposition } from './decomposition';

const unit = (code: string, passes: number, total: number) => ({ unit: code, passes, total });

test('every part rises and the total falls: the mix of samples did it', () => {
  // The two treatments of Charig 1986 (BMJ 292:879), read as two periods.
  const reading = decomposition(
    [unit('small', 234, 270), unit('large', 55, 80)],
    [unit('small', 81, 87), unit('large', 192, 263)],
  );
  expect(reading.before).toBeCloseTo(289 / 350, 12);
  expect(reading.after).toBeCloseTo(273 / 350, 12);
  expect(reading.parts.map(({ sign }) => sign)).toEqual([1, 1]);
  expect(reading.effects).toMatchObject({ mixDominates: true, reversal: true });
  expect((reading.effects?.rate ?? 0) + (reading.effects?.mix ?? 0)).toBeCloseTo(reading.difference ?? 0, 12);
  expect(reading.parts.reduce((sum, { rateEffect }) => sum + (rateEffect ?? 0), 0)).toBeCloseTo(
    reading.effects?.rate ?? 0,
    12,
  );
});

test('an unchanged mix leaves only rates', () => {
  const { effects } = decomposition(
    [unit('a', 90, 100), unit('b', 95, 100)],
    [unit('a', 95, 100), unit('b', 96, 100)],
  );
  expect(effects).toMatchObject({ mixDominates: false, reversal: false, mix: 0 });
  expect(effects?.rate).toBeCloseTo(0.03, 12);
});

test('a part sampled on one side only leaves no effects, and is named', () => {
  const reading = decomposition([unit('a', 90, 100)], [unit('a', 90, 100), unit('b', 9, 10)]);
  expect(reading).toMatchObject({ effects: null, oneSided: ['b'] });
  expect(reading.parts[1]).toMatchObject({ before: null, sign: null, rateEffect: null, shareBefore: 0 });
});

test('a part sampled in neither period is left out', () => {
  const { parts, oneSided } = decomposition(
    [unit('a', 90, 100), unit('b', 0, 0)],
    [unit('a', 91, 100), unit('b', 0, 0)],
  );
  expect(parts.map((part) => part.unit)).toEqual(['a']);
  expect(oneSided).toEqual([]);
});

test('nothing before says nothing', () => {
  expect(decomposition([], [unit('a', 9, 10)])).toMatchObject({
    before: null,
    difference: null,
    effects: null,
  });
});
