import { expect, test } from 'vitest';
import { axisRange } from './axis-range';

test('an axis fits its values on round steps and does not start from zero by habit', () => {
  const range = axisRange([88.3, 94.8, 97.2], 100);
  expect(range.min).toBeLessThan(88.3);
  expect(range.min).toBeGreaterThanOrEqual(86);
  expect(range.max).toBeGreaterThan(97.2);
  expect(range.max % range.step).toBeCloseTo(0, 9);
});

test('percentages never go beyond 100, points may', () => {
  expect(axisRange([99.2, 100], 100).max).toBe(100);
  expect(axisRange([99.2, 100], null).max).toBeGreaterThan(100);
});

test('equal values still make an axis', () => {
  const range = axisRange([100, 100], 100);
  expect(range.max).toBeGreaterThan(range.min);
});

test('equal values have the scale of their indicator, if they lie on it or off it', () => {
  const scale = { low: 90, high: 100 };
  expect(axisRange([100, 100], 100, 7, scale)).toEqual({ min: 90, max: 100, step: 2 });
  expect(axisRange([50, 50], 100, 7, scale).min).toBeLessThanOrEqual(50);
  expect(axisRange([99.2, 100], 100, 7, scale)).toEqual(axisRange([99.2, 100], 100));
});

test('without values the axis runs to its cap', () => {
  expect(axisRange([], 100)).toEqual({ min: 0, max: 100, step: 20 });
});
