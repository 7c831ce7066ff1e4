import { array, assert, boolean, constantFrom, integer, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation';
import { aContext, atLeast, counts, notBelowProvince, observed, rate } from './a-programme.fixture';
import { assessSheet } from '.';

const third = (unit: string, passes: number, total: number) =>
  observed(unit, '2025-Q3', counts(passes, total));
const sheetOf = (observations: readonly Observation[], parts: Parameters<typeof aContext>[1] = {}) => {
  const context = aContext(observations, parts);
  const [indicator] = context.index.programme.indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return assessSheet(context, indicator, '2025-Q3', 'single');
};

describe('chance', () => {
  test('the light of a part is corrected for how many are compared, the city is not', () => {
    // P(X ≤ 90 | 95, 0.985) = 0.0138: significant alone, not among four.
    const alone = sheetOf([third('east', 90, 95)]);
    expect(alone.find(({ unit }) => unit === 'east')?.light).toBe('miss');
    const among = sheetOf([
      third('east', 90, 95),
      ...['west', 'south', 'harbour'].map((unit) => third(unit, 95, 95)),
    ]);
    expect(among.find(({ unit }) => unit === 'east')?.light).toBe('risk');
    const [city] = sheetOf([
      third('city', 90, 95),
      ...['west', 'south', 'harbour'].map((unit) => third(unit, 95, 95)),
    ]);
    expect(city?.light).toBe('miss');
  });

  test('units that are not judged do not count among those compared', () => {
    const sheet = sheetOf([
      third('east', 90, 95),
      ...['west', 'south', 'harbour'].map((unit) => third(unit, 9, 9)),
    ]);
    expect(sheet.find(({ unit }) => unit === 'east')?.light).toBe('miss');
  });

  test('Holm steps down: the second worst is held to a lower bar than the worst', () => {
    const sheet = sheetOf([
      third('east', 180, 200),
      third('west', 88, 95),
      third('south', 95, 95),
      third('harbour', 95, 95),
    ]);
    expect(sheet.slice(1).map(({ light }) => light)).toEqual(['miss', 'miss', 'met', 'met']);
  });

  test('intervals and evidence belong to samples; full coverage is certain', () => {
    const full = {
      indicator: { measure: 'full-coverage-proportion' },
      comparators: [atLeast('90')],
    } as const;
    expect(sheetOf([third('east', 10, 12)], full)[1]).toMatchObject({
      interval95: null,
      evidence: 'certain-short',
    });
    const [, sampled] = sheetOf([third('east', 250, 250)]);
    expect(sampled).toMatchObject({ evidence: 'met-within-noise', interval95: { upper: 1 } });
  });
});

describe('the verdict', () => {
  const known = record({
    passes: integer({ min: 0, max: 1_000_000_000_000 }),
    failures: integer({ min: 0, max: 50_000 }),
    threshold: constantFrom('90', '94.8', '98', '98.5', '99.99', '100'),
  });

  test('is the fraction itself, never a float, whatever the statistics say', () => {
    assert(
      property(known, ({ passes, failures, threshold }) => {
        const total = passes + failures;
        const [, east] = sheetOf([third('east', passes, total)], { comparators: [atLeast(threshold)] });
        if (total === 0) return east?.verdict === 'no-data';
        const [whole = '', fraction = ''] = threshold.split('.');
        const hundredths = BigInt(whole + fraction.padEnd(2, '0'));
        const met = BigInt(passes) * 10_000n >= hundredths * BigInt(total);
        return east?.verdict === (met ? 'met' : 'short') && (east.shortBy === 0) === met;
      }),
      { seed: 20254, numRuns: 300 },
    );
  });

  const county = tuple(integer({ min: 0, max: 400 }), integer({ min: 0, max: 9 }), boolean());

  test('the city is the sum of its counties, and judging twice gives the same', () => {
    assert(
      property(array(county, { minLength: 3, maxLength: 3 }), (counties) => {
        const reported = counties.flatMap(([passes, failures, has], position) =>
          has ? [third(['east', 'west', 'south'][position] ?? '', passes, passes + failures)] : [],
        );
        const sheet = sheetOf(reported);
        expect(sheetOf(reported)).toEqual(sheet);
        const [city] = sheet;
        if (reported.length === 0) return city?.figure === null;
        const total = reported.reduce(
          (all, { figure }) => all + (figure?.kind === 'counts' ? figure.total : 0),
          0,
        );
        return (
          city?.figure?.kind === 'counts' &&
          city.figure.total === total &&
          city.complete === (reported.length === 3) &&
          city.missing.length === 3 - reported.length
        );
      }),
      { seed: 20255, numRuns: 200 },
    );
  });

  test('the order of the comparators does not matter', () => {
    const observations = [third('city', 985, 1000), observed('province', '2025-Q3', rate('99'))];
    const comparators = [atLeast('98.5'), notBelowProvince, { kind: 'rising' }] as const;
    const verdicts = [comparators, [...comparators].reverse()].map(
      (list) => sheetOf(observations, { comparators: list })[0]?.verdict,
    );
    expect(verdicts).toEqual(['short', 'short']);
  });
});
