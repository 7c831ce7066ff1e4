import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  assessSheet,
  controlReading,
  outlookWord,
  ownKind,
  ratioOf,
  singleSeries,
  trendReading,
  type Assessment,
} from '../evaluation';
import { demonstrationContext } from './demonstration-context.fixture';

const context = demonstrationContext((path): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8')),
);
const { index } = context;

type At = readonly [indicator: string, unit: string, period?: string, basis?: 'single' | 'cumulative'];

const city = '441500';
const lufeng = '441581';
const counties = index.parts.map(({ code }) => code);

const indicatorOf = (code: string) => {
  const indicator = index.indicator(code);
  if (indicator === undefined) throw new Error(code);
  return indicator;
};

const judged = (...[indicator, unit, period = '2025-Q3', basis = 'cumulative']: At): Assessment => {
  const found = assessSheet(context, indicatorOf(indicator), period, basis).find((one) => one.unit === unit);
  if (found === undefined) throw new Error(`${indicator} ${unit}`);
  return found;
};

const seriesOf = (code: string, unit: string) => {
  const at = index.unit(unit);
  if (at === undefined) throw new Error(unit);
  return singleSeries(context, indicatorOf(code), at, '2025-Q3');
};

const chartOf = (code: string, unit: string) => {
  const { baseline } = indicatorOf(code);
  const asked = judged(code, unit).legs.find(({ against }) => against !== null)?.against ?? null;
  return controlReading(seriesOf(code, unit), {
    target: asked === null ? null : ratioOf({ kind: 'rate', rate: asked }),
    improvement: 'increase',
    ...(baseline === undefined ? {} : { baseline }),
  });
};

const trendOf = (code: string, unit: string) =>
  trendReading(seriesOf(code, unit), { kind: ownKind(context, indicatorOf(code)), improvement: 'increase' });

describe('every evidence word stands at a county', () => {
  test.each([
    ['confidently-met', 'building-inspection-conformity', '441502'],
    ['met-within-noise', 'manufacturing-pass-rate', '441521'],
    ['short-within-noise', 'manufacturing-pass-rate', 'red-bay'],
    ['confidently-short', 'manufacturing-pass-rate', lufeng],
    ['certain-met', 'transport-first-acceptance', lufeng],
    ['certain-short', 'completed-works-excellence', lufeng],
  ] as const)('%s: %s of %s', (evidence, indicator, unit) => {
    expect(judged(indicator, unit).evidence).toBe(evidence);
  });

  test('and at the city, above 98 % beyond doubt', () => {
    expect(judged('agri-pass-rate', city).evidence).toBe('confidently-met');
  });

  test('a quarter without projects has nothing to judge, and nine works are too few', () => {
    expect(judged('transport-first-acceptance', 'huaqiao', '2025-Q3', 'single')).toMatchObject({
      evidence: null,
      lightReason: 'no-samples',
    });
    expect(judged('completed-works-excellence', '441523')).toMatchObject({
      light: 'none',
      lightReason: 'too-few-samples',
    });
  });
});

describe('budget and outlook', () => {
  test('华侨管理区 has used up a firm budget of farm produce', () => {
    expect(judged('agri-pass-rate', 'huaqiao').budget).toMatchObject({
      status: 'exhausted',
      firm: true,
      used: 3,
      allowed: 3,
    });
  });

  test('manufacturing has 10 of 64 left and hardly a chance', () => {
    const { budget, outlook, shortBy } = judged('manufacturing-pass-rate', city);
    expect({ ...budget, shortBy }).toMatchObject({ allowed: 64, used: 54, remaining: 10, shortBy: 6 });
    expect(outlook?.probability).toBeCloseTo(0.05, 2);
  });

  test('each word of the outlook but 较低 is said of the city, 较低 of 华侨管理区', () => {
    const wordAt = (...at: At) => {
      const { outlook } = judged(...at);
      return outlook === null ? null : outlookWord(outlook.probability);
    };
    expect(wordAt('agri-pass-rate', city)).toBe('very-likely');
    expect(wordAt('water-works-pass-rate', city)).toBe('likely');
    expect(wordAt('food-pass-rate', city)).toBe('uncertain');
    expect(wordAt('agri-pass-rate', 'huaqiao')).toBe('doubtful');
    expect(wordAt('manufacturing-pass-rate', city)).toBe('unlikely');
  });
});

describe('targets of another kind', () => {
  test('one project of 海丰县 ends 100 % for the year, there and in the city; 陆丰市 keeps it', () => {
    for (const unit of ['441521', city]) {
      expect(judged('transport-first-acceptance', unit)).toMatchObject({
        light: 'miss',
        lightReason: 'short-of-all',
        shortBy: 1,
      });
    }
    expect(judged('transport-first-acceptance', lufeng)).toMatchObject({
      light: 'met',
      figure: { passes: 14, total: 14 },
    });
  });

  test('a register to be covered in full is behind its pace in June and on it in September', () => {
    const register = 'infant-formula-system-inspection';
    expect(judged(register, city, '2025-Q2')).toMatchObject({
      light: 'risk',
      lightReason: 'coverage-behind',
    });
    expect(judged(register, city)).toMatchObject({ light: 'met', lightReason: 'coverage-on-pace' });
    expect(judged(register, city, '2024-Q4')).toMatchObject({ light: 'met', lightReason: 'closed-met' });
    expect(judged('cluster-quality-centres', city).lightReason).toBe('coverage-behind');
  });

  test('farm produce is above its number and below the province', () => {
    const { legs, lightReason } = judged('agri-pass-rate', city);
    expect(legs.map(({ comparator, verdict }) => [comparator, verdict])).toEqual([
      ['value', 'met'],
      ['province', 'short'],
    ]);
    expect(lightReason).toBe('below-province');
  });

  test('a quarter that nobody reported leaves the year incomplete', () => {
    expect(judged('water-works-pass-rate', city, '2024-Q4')).toMatchObject({
      complete: false,
      missing: ['441523@2024-07-01'],
    });
  });
});

describe('陆丰市, which the rise of the city hides', () => {
  const manufacturing = 'manufacturing-pass-rate';

  test('has run below its own centre for seven quarters, with 2025-Q2 beyond the limit: 转差', () => {
    const { variation, run, points, last } = chartOf(manufacturing, lufeng);
    expect(variation).toBe('concern');
    expect(run).toMatchObject({ side: 'below', from: '2024-Q1', to: '2025-Q3', points: 7 });
    expect(points.find(({ period }) => period === '2025-Q2')?.type).toBe('outside-low');
    expect(last).toEqual({ type: 'two-of-three-low', period: '2025-Q3' });
  });

  test('has a falling trend; no other county has any, and neither has the city', () => {
    expect(trendOf(manufacturing, lufeng)).toMatchObject({ result: 'decreasing', meaning: 'concern' });
    for (const unit of [city, ...counties.filter((code) => code !== lufeng)]) {
      expect(trendOf(manufacturing, unit).reason, unit).toBe('not-significant');
    }
  });

  test('while the city and two counties have got better: 好转, and the small ones stay as they were: 平稳', () => {
    for (const unit of [city, '441502', '441521']) {
      expect(chartOf(manufacturing, unit).variation, unit).toBe('improvement');
    }
    for (const unit of ['441523', 'red-bay', 'huaqiao']) {
      expect(chartOf(manufacturing, unit).variation, unit).toBe('common');
    }
  });

  test('no other figure of any unit is getting worse', () => {
    const worse = index.programme.indicators.flatMap(({ code }) =>
      [city, ...counties]
        .filter((unit) => chartOf(code, unit).variation === 'concern')
        .map((unit) => [code, unit]),
    );
    expect(worse).toEqual([[manufacturing, lufeng]]);
  });
});
