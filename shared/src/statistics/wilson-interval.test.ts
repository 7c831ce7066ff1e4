import { assert, constant, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonInterval, z95, z998 } from '.';

const seed = 20251;
/** x of n with n ≥ 1. */
const counts = integer({ min: 1, max: 1_000_000 }).chain((n) =>
  tuple(integer({ min: 0, max: n }), constant(n)),
);
/** Room for the last digits of a float. */
const dust = 1e-12;

describe('the Wilson interval', () => {
  test('81 of 263 gives the interval printed in Newcombe 1998', () => {
    const interval = wilsonInterval(81, 263);
    expect(interval?.lower).toBeCloseTo(0.2553, 4);
    expect(interval?.upper).toBeCloseTo(0.3662, 4);
  });

  test('no samples give no interval, impossible counts are a fault', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    for (const [x, n] of [
      [11, 10],
      [-1, 10],
      [9.5, 10],
      [1, 2 ** 53],
    ] as const) {
      expect(() => wilsonInterval(x, n)).toThrow(/invalid_counts/);
    }
  });

  test('it holds the rate, stays within 0 and 1, and is wider at 99.8 %', () => {
    assert(
      property(counts, ([x, n]) => {
        const inner = wilsonInterval(x, n, z95);
        const outer = wilsonInterval(x, n, z998);
        if (inner === null || outer === null) return false;
        const ordered = [0, outer.lower, inner.lower, x / n, inner.upper, outer.upper, 1];
        return ordered.every((value, i) => i === 0 || value >= (ordered[i - 1] ?? 0) - dust);
      }),
      { seed },
    );
  });

  test('both bounds rise with every further pass', () => {
    assert(
      property(counts, ([x, n]) => {
        const here = wilsonInterval(x, n);
        const next = wilsonInterval(Math.min(n, x + 1), n);
        return (
          here !== null && next !== null && next.lower >= here.lower - dust && next.upper >= here.upper - dust
        );
      }),
      { seed },
    );
  });

  test('passes and failures exchanged mirror the interval', () => {
    assert(
      property(counts, ([x, n]) => {
        const passes = wilsonInterval(x, n);
        const failures = wilsonInterval(n - x, n);
        return passes !== null && failures !== null && Math.abs(passes.lower + failures.upper - 1) < dust;
      }),
      { seed },
    );
  });
});
