import { assert, constant, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBinomCdf, betaBinomQuantile, betaBinomSf, binomCdf, binomSf, chanceOf } from '.';
import { betaBinomDensity } from './beta-binomial';
import { binomDensity, opposite } from './saddle-point';

const seed = 20253;
const chances = constantFrom(15, 52, 100, 500, 900, 948, 980, 985, 999).map((num) =>
  chanceOf({ num, den: 1000 }),
);
const counts = integer({ min: 1, max: 5000 }).chain((n) => tuple(integer({ min: 0, max: n }), constant(n)));
const shapes = tuple(integer({ min: 0, max: 60 }), integer({ min: 0, max: 4000 })).map(([f, x]) => ({
  a: f + 0.5,
  b: x + 0.5,
}));

describe('binomial tails', () => {
  test('at most k and at least k + 1 sum to one', () => {
    assert(
      property(
        counts,
        chances,
        ([k, n], at) => Math.abs(binomCdf(k, n, at) + binomSf(k + 1, n, at) - 1) < 1e-12,
      ),
      { seed },
    );
  });

  test('passes and failures exchanged exchange the tails', () => {
    assert(
      property(counts, chances, ([k, n], at) => binomCdf(k, n, at) === binomSf(n - k, n, opposite(at))),
      { seed },
    );
  });

  test('a tail is the sum of its densities', () => {
    assert(
      property(integer({ min: 1, max: 300 }), integer({ min: 0, max: 300 }), chances, (n, k, at) => {
        let sum = 0;
        for (let i = 0; i <= Math.min(k, n); i += 1) sum += binomDensity(i, n, at);
        return Math.abs(sum - binomCdf(k, n, at)) < 1e-12;
      }),
      { seed },
    );
  });

  test('a count beyond 10^12 is answered by the normal limit instead of a long sum', () => {
    const half = chanceOf({ num: 1, den: 2 });
    expect(binomCdf(4e15, 8e15, half)).toBeCloseTo(0.5, 6);
    // One and two standard deviations below the mean.
    expect(binomCdf(4e15 - Math.sqrt(2e15), 8e15, half)).toBeCloseTo(0.158655, 6);
    expect(binomCdf(4e15 - 2 * Math.sqrt(2e15), 8e15, half)).toBeCloseTo(0.02275, 6);
  });
});

describe('beta-binomial tails', () => {
  test('at most k and at least k + 1 sum to one', () => {
    assert(
      property(
        integer({ min: 1, max: 3000 }),
        integer({ min: 0, max: 3000 }),
        shapes,
        (m, k, shape) => Math.abs(betaBinomCdf(k, m, shape) + betaBinomSf(k + 1, m, shape) - 1) < 1e-12,
      ),
      { seed },
    );
  });

  test('the densities sum to one', () => {
    assert(
      property(integer({ min: 1, max: 400 }), shapes, (m, shape) => {
        let sum = 0;
        for (let k = 0; k <= m; k += 1) sum += betaBinomDensity(k, m, shape);
        return Math.abs(sum - 1) < 1e-11;
      }),
      { seed },
    );
  });

  test('a quantile is the smallest count that reaches its probability', () => {
    assert(
      property(
        integer({ min: 1, max: 3000 }),
        shapes,
        constantFrom(0.1, 0.5, 0.9),
        (m, shape, probability) => {
          const k = betaBinomQuantile(probability, m, shape);
          return betaBinomCdf(k, m, shape) >= probability && betaBinomCdf(k - 1, m, shape) < probability;
        },
      ),
      { seed },
    );
  });

  test('the continuous limit of a huge plan joins the sum of a large one', () => {
    const shape = { a: 1.5, b: 0.5 };
    expect(betaBinomCdf(3e5, 1e6, shape)).toBeCloseTo(betaBinomCdf(3e11, 1e12, shape), 5);
  });
});
