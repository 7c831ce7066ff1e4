import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastVariation, mannKendall, pChart, recentTrend, xmrChart, type Counts, type Variation } from '.';

const seed = 20257;
const rates = array(
  constantFrom(980, 981, 985, 990, 1000).map((units) => ({ units, decimals: 1 })),
  { minLength: 5, maxLength: 7 },
);
const periods = array(
  tuple(integer({ min: 0, max: 40 }), integer({ min: 40, max: 900 })).map(
    ([f, n]): Counts => ({ x: n - f, n }),
  ),
  { minLength: 12, maxLength: 20 },
);

/** All orders of a list. */
function orders<T>(list: readonly T[]): T[][] {
  return list.length < 2
    ? [[...list]]
    : list.flatMap((first, i) =>
        orders([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [first, ...rest]),
      );
}

/** Rising pairs minus falling pairs. */
const score = (values: readonly number[]): number =>
  values.reduce(
    (sum, value, i) => sum + values.slice(0, i).reduce((s, before) => s + Math.sign(value - before), 0),
    0,
  );

describe('Mann–Kendall', () => {
  test('the exact p equals counting every order, ties included', () => {
    assert(
      property(rates, (values) => {
        const reading = mannKendall(values);
        if (reading.result === 'cannot-calculate') return false;
        const units = values.map((value) => value.units);
        const all = orders(units);
        const extreme = all.filter((order) => Math.abs(score(order)) >= Math.abs(score(units))).length;
        return reading.s === score(units) && Math.abs(reading.p - extreme / all.length) < 1e-12;
      }),
      { seed, numRuns: 40 },
    );
  });

  test('a series read backwards trends the other way, equally surely', () => {
    assert(
      property(rates, (values) => {
        const forth = mannKendall(values);
        const back = mannKendall(values.toReversed());
        if (forth.result === 'cannot-calculate' || back.result === 'cannot-calculate') return false;
        return forth.s === -back.s && Math.abs(forth.p - back.p) < 1e-12;
      }),
      { seed },
    );
  });
});

describe('the χ² test for a recent trend', () => {
  test('passes and failures exchanged turn the direction and keep the evidence', () => {
    assert(
      property(periods, (points) => {
        const passes = recentTrend(points);
        const failures = recentTrend(points.map(({ x, n }) => ({ x: n - x, n })));
        if (passes.chi2 === null || failures.chi2 === null) return passes.chi2 === failures.chi2;
        return (
          passes.slopeSign === -(failures.slopeSign ?? 0) && Math.abs(passes.chi2 - failures.chi2) < 1e-9
        );
      }),
      { seed },
    );
  });
});

describe('control charts', () => {
  test('a p-chart of the failures mirrors the chart of the passes', () => {
    assert(
      property(periods, (points) => {
        const passes = pChart(points, { improvement: 'increase' });
        const failures = pChart(
          points.map(({ x, n }) => ({ x: n - x, n })),
          { improvement: 'decrease' },
        );
        const mirrored = (type: string): string =>
          type.replace(
            /high|low|up|down/,
            (side) => ({ high: 'low', low: 'high', up: 'down', down: 'up' })[side] ?? side,
          );
        return (
          passes.variation === failures.variation &&
          (passes.points ?? []).every((point, i) => {
            const other = failures.points?.[i] ?? null;
            return point !== null && other !== null && mirrored(point.type) === other.type;
          })
        );
      }),
      { seed, numRuns: 60 },
    );
  });

  test('the last point read without drawing says what the drawn chart says', () => {
    // Few values, so that long runs, trends and gaps are frequent.
    const values = constantFrom(90, 94, 96, 97, 97, 98, 98, 99, 100, null);
    const stretches = array(
      tuple(values, integer({ min: 1, max: 9 }), integer({ min: -1, max: 1 })).map(([x, length, slope]) =>
        Array.from({ length }, (_, at): Counts | null =>
          x === null ? null : { x: Math.max(0, Math.min(100, x + slope * at)), n: 100 },
        ),
      ),
      { minLength: 3, maxLength: 8 },
    );
    const seen = new Set<Variation | null>();
    assert(
      property(stretches, constantFrom('increase' as const, 'neutral' as const), (lists, improvement) => {
        const points = lists.flat();
        const options = { improvement, baseline: 12 };
        const last = lastVariation(points, options);
        seen.add(last);
        return last === pChart(points, options).variation;
      }),
      { seed, numRuns: 3_000 },
    );
    expect(seen.size).toBe(6);
  });

  test('eleven points give trial limits, five give none', () => {
    const points = Array.from({ length: 11 }, () => ({ x: 98, n: 100 }));
    expect(pChart(points, { improvement: 'increase' }).status).toBe('trial');
    const few = pChart(points.slice(0, 5), { improvement: 'increase' });
    expect(few).toMatchObject({ status: 'insufficient', points: null, variation: null });
    expect(xmrChart([98, 98.1, null, 98.2], { improvement: 'increase' })).toEqual({ status: 'insufficient' });
  });

  test('the last period far below the centre is a concern', () => {
    const points = [...Array.from({ length: 12 }, () => ({ x: 591, n: 600 })), { x: 560, n: 600 }];
    expect(pChart(points, { improvement: 'increase' }).variation).toBe('concern');
    expect(pChart(points, { improvement: 'neutral' }).variation).toBe('neutral-low');
  });
});
