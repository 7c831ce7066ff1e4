import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation';
import {
  aContext,
  aProgramme,
  atLeast,
  counts,
  judged,
  notBelowProvince,
  observed,
  rate,
  score,
} from './a-programme.fixture';
import { assessSheet } from '.';

const third = (unit: string, passes: number, total: number) =>
  observed(unit, '2025-Q3', counts(passes, total));
const sheetOf = (observations: readonly Observation[], parts: Parameters<typeof aContext>[1] = {}) => {
  const context = aContext(observations, parts);
  const [indicator] = context.index.programme.indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return assessSheet(context, indicator, '2025-Q3', 'single');
};

describe('the sheet', () => {
  test('it judges the whole first, then its parts in register order, and never a reference', () => {
    expect(sheetOf([]).map(({ unit }) => unit)).toEqual(['city', 'east', 'west', 'south', 'harbour']);
  });

  test('without figures everything is said to be awaited', () => {
    expect(sheetOf([])[0]).toMatchObject({
      figure: null,
      complete: false,
      rateText: null,
      verdict: 'no-data',
      light: 'none',
      evidence: null,
      shortBy: null,
      budget: null,
      outlook: null,
    });
  });
});

describe('the whole and its parts', () => {
  test('the city adds its counties up; a zone inside one of them is shown and not added again', () => {
    const [city, , , , harbour] = sheetOf([
      third('east', 98, 100),
      third('west', 50, 50),
      third('south', 30, 30),
      third('harbour', 18, 20),
    ]);
    expect(city).toMatchObject({ figure: counts(178, 180), derivation: 'summed-units', complete: true });
    expect(harbour).toMatchObject({ figure: counts(18, 20), derivation: 'reported' });
  });

  test('a county that has not reported makes the city incomplete and is named', () => {
    const [city] = sheetOf([third('east', 98, 100), third('west', 50, 50)]);
    expect(city).toMatchObject({ figure: counts(148, 150), complete: false, missing: ['south'] });
  });

  test('a county that gave only a rate is not averaged in', () => {
    const [city] = sheetOf([
      third('east', 98, 100),
      observed('west', '2025-Q3', rate('50')),
      third('south', 1, 1),
    ]);
    expect(city).toMatchObject({ figure: counts(99, 101), complete: false, missing: ['west'] });
  });

  test('a quarter that a county missed is named by its first day', () => {
    const context = aContext([
      ...['east', 'west', 'south'].flatMap((unit) => [
        observed(unit, '2025-Q1', counts(10, 10)),
        observed(unit, '2025-Q3', counts(10, 10)),
      ]),
      observed('east', '2025-Q2', counts(10, 10)),
      observed('west', '2025-Q2', counts(0, 0)),
    ]);
    const city = judged(context, 'city', '2025-Q3', 'cumulative');
    expect(city).toMatchObject({ figure: counts(70, 70), complete: false, missing: ['south@2025-04-01'] });
    expect(judged(context, 'east', '2025-Q3', 'cumulative').complete).toBe(true);
  });

  test('the word of the city itself wins over the sum', () => {
    const [city] = sheetOf([third('city', 900, 1000), third('east', 98, 100)]);
    expect(city).toMatchObject({ figure: counts(900, 1000), derivation: 'reported', complete: true });
  });

  test('quarters of the city itself win over counties of which some are missing', () => {
    const context = aContext([
      observed('city', '2025-Q1', counts(95, 100)),
      observed('city', '2025-Q2', counts(96, 100)),
      observed('east', '2025-Q1', counts(9, 10)),
    ]);
    expect(judged(context, 'city', '2025-Q2', 'cumulative')).toMatchObject({
      figure: counts(191, 200),
      derivation: 'summed-periods',
      complete: true,
    });
  });

  test('counties that are all there win over a city that has a gap', () => {
    const units = ['east', 'west', 'south'];
    const context = aContext([
      observed('city', '2025-Q1', counts(95, 100)),
      ...units.flatMap((unit) =>
        ['2025-Q1', '2025-Q2'].map((period) => observed(unit, period, counts(9, 10))),
      ),
    ]);
    expect(judged(context, 'city', '2025-Q2', 'cumulative')).toMatchObject({
      figure: counts(54, 60),
      derivation: 'summed-units',
      complete: true,
    });
  });

  test('a figure that only the whole reports is not asked of the parts', () => {
    const context = aContext([third('east', 9, 10)], { indicator: { reportedBy: 'whole' } });
    expect(judged(context, 'city', '2025-Q3').figure).toBeNull();
  });

  test('counts of a rate that arrives finished are never summed, over counties or over quarters', () => {
    const quarters = ['2025-Q1', '2025-Q2'].map((period) => observed('city', period, counts(9, 10)));
    for (const combination of ['given', 'weighted'] as const) {
      const context = aContext(quarters, { indicator: { combination, reportedBy: 'whole' } });
      expect(judged(context, 'city', '2025-Q1').figure).toEqual(counts(9, 10));
      expect(judged(context, 'city', '2025-Q2', 'cumulative').figure).toBeNull();
    }
  });

  test('a weighted rate combines its strata over the whole span, with an approximate interval', () => {
    const parts = {
      comparators: [atLeast('90')],
      indicator: {
        combination: 'weighted',
        reportedBy: 'whole',
        weights: [
          { unit: 'east', weight: '75' },
          { unit: 'west', weight: '25' },
        ],
      },
    } as const;
    const context = aContext(
      [
        observed('east', '2025-Q1', counts(45, 50)),
        observed('east', '2025-Q2', counts(45, 50)),
        observed('west', '2025-S1', counts(500, 1000)),
      ],
      parts,
    );
    const city = judged(context, 'city', '2025-S1');
    expect(city).toMatchObject({
      rateText: '80.0',
      derivation: 'summed-units',
      verdict: 'short',
      evidence: null,
    });
    expect(city.interval95?.lower).toBeCloseTo(0.8 - 1.96 * 0.02284, 3);
    const without = judged(aContext([third('east', 9, 10)], parts), 'city', '2025-Q3');
    expect(without).toMatchObject({ figure: null, complete: false, missing: ['west'] });
  });

  test('a half-yearly figure is not missing in September', () => {
    const half = { indicator: { frequency: 'half' } } as const;
    const context = aContext([observed('east', '2025-S1', counts(9, 10))], half);
    expect(judged(context, 'east', '2025-Q3', 'cumulative')).toMatchObject({
      figure: counts(9, 10),
      complete: true,
    });
    expect(judged(context, 'east', '2025', 'cumulative').missing).toEqual(['east@2025-07-01']);
  });

  test('days between campaigns are not missing', () => {
    const rounds = [
      observed('east', '2025-03-10/2025-04-05', counts(40, 40)),
      observed('east', '2025-08-01/2025-08-20', counts(39, 40)),
    ];
    const context = aContext(rounds, { indicator: { frequency: 'round' } });
    expect(judged(context, 'east', '2025-Q3', 'cumulative')).toMatchObject({
      figure: counts(79, 80),
      complete: true,
    });
    expect(judged(context, 'east', '2025-Q2').figure).toEqual(counts(40, 40));
    expect(judged(context, 'east', '2025-Q1').figure).toBeNull();
  });

  test('an assessment year that starts in July is judged from July, with its own plan and close', () => {
    const parts = { yearStart: '07-01', plans: [{ unit: 'city', planned: 400, firm: false }] } as const;
    const quarters = ['2025-Q1', '2025-Q2'].map((period) => observed('city', period, counts(99, 100)));
    const running = judged(aContext(quarters, parts, '2026-01-20'), 'city', '2025-Q2', 'cumulative');
    expect(running).toMatchObject({
      figure: counts(198, 200),
      budget: { remainingSamples: 200, remaining: 4 },
    });
    const all = [...quarters, observed('city', '2025-S2', counts(196, 200))];
    const open = judged(aContext(all, parts, '2026-06-30'), 'city', '2025', 'single');
    expect(open.lightReason).not.toContain('closed');
    expect(judged(aContext(all, parts, '2026-07-01'), 'city', '2025').lightReason).toBe('closed-met');
  });
});

describe('the legs of a target', () => {
  const both = { comparators: [atLeast('98'), notBelowProvince] };

  test('every known leg must hold, and each is told with its gap', () => {
    const [city, east] = sheetOf(
      [third('city', 988, 1000), third('east', 9, 10), observed('province', '2025-Q3', rate('98.9'))],
      both,
    );
    expect(city).toMatchObject({ verdict: 'short', shortBy: 0, evidence: 'met-within-noise' });
    expect(city?.legs.map(({ comparator, verdict, against }) => [comparator, verdict, against])).toEqual([
      ['value', 'met', '98'],
      ['province', 'short', '98.9'],
    ]);
    expect(city?.legs[1]?.by).toBeCloseTo(-0.1, 9);
    // The policy asks the city to keep above the province, not each county.
    expect(east?.legs.map(({ comparator }) => comparator)).toEqual(['value']);
  });

  test('a province that has not published decides nothing', () => {
    const [city] = sheetOf([third('city', 988, 1000)], both);
    expect(city).toMatchObject({
      verdict: 'met',
      legs: [{}, { verdict: 'no-data', by: null, reference: null }],
    });
  });

  test('provincial counts are compared as counts', () => {
    const parts = { comparators: [notBelowProvince] };
    const province = observed('province', '2025-Q3', counts(98_820, 100_000));
    const [city] = sheetOf([third('city', 9883, 10_000), province], parts);
    expect(city).toMatchObject({ verdict: 'met', rateText: '98.83', legs: [{ against: '98.82' }] });
    const [equal] = sheetOf(
      [third('city', 494, 500), observed('province', '2025-Q3', counts(988, 1000))],
      parts,
    );
    expect(equal).toMatchObject({ verdict: 'met', legs: [{ by: 0, against: '98.8' }] });
  });

  test('points are never compared with shares', () => {
    const parts = {
      indicator: { measure: 'score', combination: 'given', reportedBy: 'whole' },
      comparators: [notBelowProvince],
    } as const;
    const observations = [
      observed('city', '2025-Q3', score('81')),
      observed('province', '2025-Q3', rate('80')),
    ];
    expect(sheetOf(observations, parts)[0]).toMatchObject({ verdict: 'no-data' });
  });

  test('a score is compared in points', () => {
    const parts = {
      indicator: { measure: 'score', combination: 'given', reportedBy: 'whole' },
      comparators: [atLeast('85')],
    } as const;
    const [city] = sheetOf([observed('city', '2025-Q3', score('84.6'))], parts);
    expect(city).toMatchObject({
      verdict: 'short',
      rateText: '84.6',
      value: 84.6,
      lightReason: 'rate-short',
    });
    expect(city?.legs[0]?.by).toBeCloseTo(-0.4, 9);
  });

  describe('the provincial figure', () => {
    const cityToDate = [observed('city', '2025-Q3', counts(988, 1000), 'cumulative')];
    const province = (observations: readonly Observation[], period = '2025-Q3') =>
      judged(
        aContext([...cityToDate, observed('city', '2025', counts(988, 1000)), ...observations], both),
        'city',
        period,
        'cumulative',
      ).legs[1]?.reference;

    test('of the same days it is provisional until the year is out', () => {
      expect(province([observed('province', '2025-Q3', rate('98.9'), 'cumulative')])).toMatchObject({
        period: '2025-Q3',
        provisional: true,
      });
      expect(province([observed('province', '2025', rate('98.9'))], '2025')).toMatchObject({
        period: '2025',
        provisional: false,
      });
    });

    test('is added up from halves and quarters that leave no gap', () => {
      expect(
        province([
          observed('province', '2025-S1', counts(970, 1000)),
          observed('province', '2025-Q3', counts(990, 1000)),
        ]),
      ).toMatchObject({ figure: counts(1960, 2000), provisional: true });
    });

    test('else is the latest of the same year to date', () => {
      expect(
        province([
          observed('province', '2025-Q1', rate('97.1')),
          observed('province', '2025-M08', rate('98.3'), 'cumulative'),
          observed('province', '2025-Q3', rate('99.9')),
          observed('province', '2024', rate('99.8')),
          observed('province', '2025', rate('99.7')),
        ]),
      ).toMatchObject({ period: '2025-M08', figure: rate('98.3'), provisional: true });
    });

    test('of other days says nothing of a single quarter', () => {
      const observations = [
        third('city', 988, 1000),
        observed('province', '2025-M08', rate('98.3'), 'cumulative'),
      ];
      expect(sheetOf(observations, both)[0]?.legs[1]?.reference).toBeNull();
    });
  });
});

test('a plan gives the whole its failure budget and outlook to date, and nothing to a single quarter', () => {
  const observations = [observed('city', '2025-Q3', counts(880, 934), 'cumulative'), third('city', 299, 316)];
  const parts = { comparators: [atLeast('94.8')], plans: [{ unit: 'city', planned: 1240, firm: false }] };
  const context = aContext(observations, parts);
  expect(judged(context, 'city', '2025-Q3', 'cumulative')).toMatchObject({
    rateText: '94.2',
    shortBy: 6,
    budget: { allowed: 64, used: 54, remaining: 10, remainingSamples: 306, status: 'over-pace' },
    outlook: { word: 'unlikely', tentative: false },
    lightReason: 'short-and-unlikely',
  });
  expect(judged(context, 'city', '2025-Q3')).toMatchObject({ budget: null, outlook: null });
  expect(aProgramme(parts).plan('rate', 'city', 2024)).toBeNull();
});
