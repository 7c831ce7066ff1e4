import { assert, constant, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allowedFailures,
  censusVerdict,
  confidenceOf,
  isMet,
  minimumSample,
  passesMissing,
  percentRatio,
  verdict,
  type Ratio,
} from '.';

const seed = 20252;

/** A target out of its percentage. */
function target(percent: string): Ratio {
  const ratio = percentRatio(percent);
  if (ratio === null) throw new Error(`no percentage: ${percent}`);
  return ratio;
}

const targets = constantFrom('90', '94.8', '98', '98.5', '99.9', '99.99', '20', '1.5', '100', '66.6667').map(
  target,
);
const upTo = (most: number) =>
  integer({ min: 1, max: most }).chain((n) => tuple(integer({ min: 0, max: n }), constant(n)));

/** x·den − num·n as a whole number of any size: what must decide. */
const margin = (x: number, n: number, { num, den }: Ratio): bigint =>
  BigInt(x) * BigInt(den) - BigInt(num) * BigInt(n);

describe('the verdict in whole numbers', () => {
  test('it equals the exact fraction for counts up to 10^12', () => {
    assert(
      property(upTo(1e12), targets, ([x, n], t) => isMet(x, n, t) === margin(x, n, t) >= 0n),
      { seed, numRuns: 2000 },
    );
  });

  test('it equals the exact fraction right at the target, where floats guess', () => {
    assert(
      property(integer({ min: 1, max: 1e12 }), targets, integer({ min: -1, max: 1 }), (n, t, step) => {
        const edge = Number((BigInt(t.num) * BigInt(n)) / BigInt(t.den));
        const x = Math.min(n, Math.max(0, edge + step));
        return isMet(x, n, t) === margin(x, n, t) >= 0n && isMet(x + passesMissing(x, n, t), n, t);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('an allowance is never one too small at 90 % and 99.9 %, as (1 − 0.9)·n in floats is', () => {
    for (let n = 10; n <= 10_000; n += 10) expect(allowedFailures(n, target('90'))).toBe(n / 10);
    for (const n of [1000, 2000, 3000]) expect(allowedFailures(n, target('99.9'))).toBe(n / 1000);
  });

  test('a further pass never turns met into short', () => {
    assert(
      property(upTo(1e9), targets, ([x, n], t) => !isMet(x, n, t) || isMet(Math.min(n, x + 1), n, t)),
      { seed },
    );
  });

  test('missing passes are the fewest that meet the target', () => {
    assert(
      property(upTo(1e9), targets, ([x, n], t) => {
        const missing = passesMissing(x, n, t);
        return isMet(x + missing, n, t) && (missing === 0 || !isMet(x + missing - 1, n, t));
      }),
      { seed },
    );
  });
});

const ranks = ['confidently-short', 'short-within-noise', 'met-within-noise', 'confidently-met'];
const rank = (x: number, n: number, t: Ratio): number => ranks.indexOf(confidenceOf(x, n, t));

describe('how surely the verdict stands', () => {
  test('a further pass never weakens the case for met', () => {
    assert(
      property(
        upTo(3000),
        targets.filter((t) => t.num < t.den),
        ([x, n], t) => rank(Math.min(n, x + 1), n, t) >= rank(x, n, t),
      ),
      { seed, numRuns: 500 },
    );
  });

  test('the label alone equals the label of the full verdict', () => {
    assert(
      property(upTo(5000), targets, ([x, n], t) => verdict(x, n, t).confidence === confidenceOf(x, n, t)),
      { seed, numRuns: 500 },
    );
  });

  test('a confident label never contradicts the whisker', () => {
    assert(
      property(upTo(5000), targets, ([x, n], t) => {
        const { confidence, wilson95 } = verdict(x, n, t);
        if (wilson95 === null) return false;
        if (confidence === 'confidently-met') return wilson95.lower >= t.num / t.den;
        return confidence !== 'confidently-short' || wilson95.upper < t.num / t.den;
      }),
      { seed, numRuns: 500 },
    );
  });

  test('one failing sample is never confident, at any size of sample', () => {
    for (const n of [1, 2, 10, 66]) expect(confidenceOf(n - 1, n, target('98.5'))).toBe('short-within-noise');
  });

  test('47 of 50 against 98.5 % stays noise, because the exact test does not agree with Wilson', () => {
    expect(verdict(47, 50, target('98.5'))).toMatchObject({
      status: 'short',
      confidence: 'short-within-noise',
    });
  });

  test('the smallest confident all-pass samples are 36, 71, 189 and 253; 100 % has none', () => {
    const sizes = ['90', '94.8', '98', '98.5', '100'].map((percent) => minimumSample(target(percent)));
    expect(sizes).toEqual([36, 71, 189, 253, null]);
  });

  test('a full coverage is certain either way', () => {
    expect(censusVerdict(19, 20, target('90')).confidence).toBe('certain-met');
    expect(censusVerdict(17, 20, target('90')).confidence).toBe('certain-short');
    expect(censusVerdict(0, 0, target('90')).status).toBe('no-data');
  });
});
