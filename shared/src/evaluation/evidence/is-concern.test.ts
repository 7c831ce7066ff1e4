import { array, assert, integer, option, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { controlReading, isConcern, type SeriesFigure } from '..';

test('a decline is found without drawing the chart exactly where the drawn chart shows it', () => {
  const point = option(
    record({ total: integer({ min: 0, max: 300 }), share: integer({ min: 80, max: 100 }) }),
  );
  let found = 0;
  assert(
    property(array(point, { minLength: 6, maxLength: 24 }), (points) => {
      const series = points.map((given, at): SeriesFigure => {
        const period = `${2018 + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
        if (given === null) return { period, figure: null };
        const passes = Math.round((given.total * given.share) / 100);
        return { period, figure: { kind: 'counts', passes, total: given.total } };
      });
      const drawn = controlReading(series, { target: null, improvement: 'increase' });
      const wanted = drawn.variation === 'concern' && drawn.last?.period === series.at(-1)?.period;
      if (wanted) found += 1;
      expect(isConcern(series, {})).toBe(wanted);
    }),
    { seed: 20259, numRuns: 400 },
  );
  expect(found).toBeGreaterThan(20);
});
