import { assert, constant, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, binomCdf, binomSf, chanceOf, funnel, funnelLimits, holmAdjust } from '.';
import { opposite } from './saddle-point';

const seed = 20254;
const centres = constantFrom(15, 100, 500, 900, 948, 980, 985).map((num) => chanceOf({ num, den: 1000 }));
const counts = integer({ min: 1, max: 2000 }).chain((n) => tuple(integer({ min: 0, max: n }), constant(n)));

describe('funnel limits', () => {
  test('the upper line is the lower line of the failures, mirrored', () => {
    assert(
      property(integer({ min: 1, max: 5000 }), centres, (n, centre) => {
        const passes = funnelLimits(n, centre);
        const failures = funnelLimits(n, opposite(centre));
        return passes.hi95 === 1 - failures.lo95 && passes.hi998 === 1 - failures.lo998;
      }),
      { seed },
    );
  });

  test('a point is outside its line exactly when its exact tail is below the level', () => {
    assert(
      property(counts, centres, ([x, n], centre) => {
        const limits = funnelLimits(n, centre);
        const low = binomCdf(x, n, centre);
        const high = binomSf(x, n, centre);
        return (
          x / n < limits.lo95 === low < 0.025 &&
          x / n < limits.lo998 === low < 0.001 &&
          x / n > limits.hi95 === high < 0.025 &&
          x / n > limits.hi998 === high < 0.001
        );
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('20 of 20 at a centre of 98.5 % is not high, as the unmirrored textbook line would have it', () => {
    expect(funnelLimits(20, chanceOf({ num: 985, den: 1000 })).hi95).toBe(1);
  });
});

describe('a comparison of groups', () => {
  test('nothing to compare has no centre and no flags', () => {
    const reading = funnel([{ id: 'a', x: 0, n: 0 }], { centre: null });
    expect(reading).toEqual({
      centre: null,
      units: [{ id: 'a', rate: null, flag: null }],
      homogeneity: null,
    });
  });

  test('six groups exactly alike are homogeneous and unflagged', () => {
    const units = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, x: 197, n: 200 }));
    const reading = funnel(units, { centre: null });
    expect(reading.units.map((unit) => unit.flag)).toEqual(Array.from({ length: 6 }, () => 'none'));
    expect(reading.homogeneity?.chi2).toBeCloseTo(0, 9);
    expect(reading.homogeneity?.p).toBeCloseTo(1, 9);
  });
});

const chances = integer({ min: 0, max: 10_000 }).map((units) => units / 10_000);
const several = tuple(chances, chances, chances, chances, chances);

describe('many comparisons at once', () => {
  test('adjusting never helps a p-value, keeps their order, and Holm is the stricter', () => {
    assert(
      property(several, (p) => {
        const holm = holmAdjust(p);
        const rate = benjaminiHochberg(p);
        return p.every(
          (value, i) =>
            (rate[i] ?? -1) >= value - 1e-12 &&
            (holm[i] ?? -1) >= (rate[i] ?? 2) - 1e-12 &&
            (holm[i] ?? 2) <= 1 &&
            p.every((other, j) => other < value || (holm[j] ?? -1) >= (holm[i] ?? 2)),
        );
      }),
      { seed },
    );
  });
});
