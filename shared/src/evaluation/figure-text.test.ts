import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayText, parseDecimal, percentRatio, ratioOfPercent, type Ratio } from '../statistics';
import { compareRatios, figureText } from '.';

const share = (passes: number, total: number) => ({ kind: 'counts', passes, total }) as const;
const percent = (text: string): Ratio => {
  const ratio = percentRatio(text);
  if (ratio === null) throw new Error(text);
  return ratio;
};

describe('the text of a figure', () => {
  test.each([
    [5333, 5412, '98.5', '98.54'],
    [1814, 1841, '98.5', '98.53'],
    [880, 934, '94.8', '94.2'],
    [1969, 2000, '98.5', '98.45'],
    [197, 200, '98.5', '98.5'],
    [45, 45, '100', '100.0'],
    [2999, 3000, '100', '99.97'],
    [9_850_001, 10_000_000, '98.5', '98.5'],
    [98_501, 100_000, '98.5', '98.501'],
    [4923, 5000, '98.46', '98.46'],
    [899, 1000, '90', '89.9'],
    [9004, 10_000, '90', '90.04'],
  ])('%i of %i against %s is printed %s', (passes, total, target, text) => {
    expect(figureText(share(passes, total), percent(target))).toBe(text);
  });

  test('it keeps apart from the province as well', () => {
    expect(figureText(share(9884, 10_000), percent('98'), percent('98.8'))).toBe('98.84');
    expect(figureText(share(9880, 10_000), percent('98'), percent('98.8'))).toBe('98.8');
    expect(figureText(share(9884, 10_000), percent('98'), percent('97.1'))).toBe('98.8');
  });

  test('what was published is printed as it was published', () => {
    expect(figureText({ kind: 'rate', rate: '98.50' }, percent('98.5'))).toBe('98.50');
    expect(figureText({ kind: 'rate', rate: '97.448' }, percent('98.5'))).toBe('97.448');
    expect(figureText({ kind: 'score', score: '81.9' }, null)).toBe('81.9');
  });

  test('a weighted rate is printed like counts', () => {
    expect(figureText({ kind: 'rate', rate: '98.499999' }, percent('98.5'))).toBe('98.4999');
    expect(figureText({ kind: 'rate', rate: '98.540000' }, percent('98.5'))).toBe('98.54');
    expect(figureText({ kind: 'rate', rate: '80.000000' }, null)).toBe('80.0');
  });

  test('without samples there is no text', () => {
    expect(figureText(share(0, 0), percent('98.5'))).toBeNull();
  });

  const near = tuple(
    integer({ min: 1, max: 1e9 }),
    integer({ min: -50, max: 50 }),
    constantFrom('90', '94.8', '98', '98.5', '99.99', '100'),
  );

  test('it stands where the exact rate stands, and looks equal only where no four decimals tell', () => {
    assert(
      property(near, ([total, step, threshold]) => {
        const target = percent(threshold);
        const edge = Number((BigInt(target.num) * BigInt(total)) / BigInt(target.den));
        const passes = Math.min(total, Math.max(0, edge + step));
        const text = figureText(share(passes, total), target) ?? '';
        const shown = parseDecimal(text);
        if (shown === null) return false;
        const exact = { num: passes, den: total };
        const side = compareRatios(ratioOfPercent(shown), target);
        const truth = compareRatios(exact, target);
        const isTooNear = Math.abs(passes / total - target.num / target.den) < 5.1e-7;
        return side === truth || (truth === 1 && side === 0 && isTooNear);
      }),
      { seed: 20256, numRuns: 3000 },
    );
  });

  test('far from its target it is the shortest text', () => {
    assert(
      property(integer({ min: 0, max: 970 }), (passes) => {
        return (
          figureText(share(passes, 1000), percent('98.5')) === displayText(passes, 1000, percent('98.5'))
        );
      }),
      { seed: 20257 },
    );
  });
});
