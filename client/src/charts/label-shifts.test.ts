import { describe, expect, test } from 'vitest';
import { labelShifts, type TrendEnd } from './label-shifts';

const range = { min: 90, max: 100, step: 2 };
const down = (value: number): number => ((range.max - value) / 10) * 246;

/** Where both labels stand, in pixels from the top of the plot. */
const placed = (end: Partial<TrendEnd>) => {
  const whole = { own: null, other: null, target: null, centre: null, ...end };
  const [own, other] = labelShifts(whole, range);
  return { own: down(whole.own ?? 0) + own, other: down(whole.other ?? 0) + other };
};

describe('end labels', () => {
  test('stay where their points are when nothing is near', () => {
    expect(labelShifts({ own: 94, other: 92, target: 98, centre: null }, range)).toEqual([0, 0]);
  });

  test('leave the target line to the side of their value', () => {
    expect(placed({ own: 97.9, target: 98 }).own).toBeGreaterThan(down(98) + 9);
    expect(placed({ own: 98, target: 98 }).own).toBeLessThan(down(98) - 9);
    expect(placed({ own: 100, target: 100 }).own).toBeLessThan(-9);
  });

  test('leave the baseline as well', () => {
    const { own } = placed({ own: 95, centre: 95.1 });
    expect(Math.abs(own - down(95.1))).toBeGreaterThan(9);
    const between = placed({ own: 97.8, target: 98, centre: 97.7 }).own;
    expect(between).toBeGreaterThan(down(97.7) + 9);
  });

  test('leave each other, the better above', () => {
    const both = placed({ own: 94.6, other: 94.4, target: 94.8 });
    expect(both.own).toBeGreaterThan(down(94.8) + 9);
    expect(both.other - both.own).toBeGreaterThanOrEqual(17);
    const turned = placed({ own: 94.4, other: 94.6, target: 92 });
    expect(turned.own - turned.other).toBeGreaterThanOrEqual(17);
  });
});
