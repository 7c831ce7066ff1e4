import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { startTestServer } from '../../testing/start-test-server';

const manufacturing = 'manufacturing-pass-rate';
const lufeng = '441581';

let person: Person;

beforeAll(async () => {
  person = await (await startTestServer()).signIn('demo-leader');
});

describe('the indicator page', () => {
  test('charts fifteen quarters of the city against limits that the six chosen have fixed: the rise is real', async () => {
    const { control } = await person.query('evaluation.indicator', {
      basis: 'cumulative',
      indicator: manufacturing,
    });
    expect(control).toMatchObject({
      chart: 'p',
      scale: 'share',
      status: 'firm',
      baseline: { from: '2022-Q1', to: '2023-Q2', points: 6 },
      variation: 'improvement',
      run: { side: 'above', from: '2023-Q3', to: '2025-Q3', points: 9 },
    });
    expect(control.points.map(({ period }) => period)).toEqual(
      [2022, 2023, 2024, 2025].flatMap((year) =>
        [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`).slice(0, year === 2025 ? 3 : 4),
      ),
    );
    // Quarters alone, though the page shows the year so far: 299 of 316 in the third.
    expect(control.points.at(-1)?.value).toBe(299 / 316);
  });

  test('food has run above its mean since the end of 2023, which chance rarely does', async () => {
    const { control } = await person.query('evaluation.indicator', {
      basis: 'single',
      indicator: 'food-pass-rate',
    });
    expect(control).toMatchObject({
      status: 'firm',
      variation: 'improvement',
      last: { type: 'shift-high', period: '2025-Q3' },
      run: { side: 'above', from: '2023-Q4', to: '2025-Q3', points: 8, met: 3 },
    });
  });

  test('looks no further than the period of the page', async () => {
    const { control, trend } = await person.query('evaluation.indicator', {
      basis: 'single',
      indicator: manufacturing,
      period: '2023-Q1',
    });
    expect(control.status).toBe('insufficient');
    expect(control.points.map(({ period }) => period)).toEqual([
      '2022-Q1',
      '2022-Q2',
      '2022-Q3',
      '2022-Q4',
      '2023-Q1',
    ]);
    expect(trend).toMatchObject({ method: 'chi-squared', points: 5 });
  });

  test('the trend looks at eight quarters and says that they have seasons', async () => {
    const { trend } = await person.query('evaluation.indicator', {
      basis: 'cumulative',
      indicator: manufacturing,
    });
    expect(trend).toMatchObject({ method: 'chi-squared', window: 8, points: 8, seasonal: true });
    expect(trend.result).toBe('no-significant-change');
  });

  test('shows how the number was computed, with the correction behind it', async () => {
    const { how } = await person.query('evaluation.indicator', {
      basis: 'cumulative',
      indicator: manufacturing,
    });
    const steps = new Map(how.map((entry) => [entry.code, entry]));
    expect(steps.get('counts')?.numbers).toEqual({ passes: 880, total: 934, failures: 54 });
    expect(steps.get('rate')?.formula).toBe('880 ÷ 934 = 94.2184%');
    expect(steps.get('summed-units')?.numbers).toEqual({ units: 6 });
    expect(steps.get('revisions')?.numbers).toEqual({ revisions: 1 });
    expect(steps.get('at-least')?.formula).toBe('880 × 1000 = 880000 < 948 × 934 = 885432');
  });

  test('every figure behind the number names its submission, file, cell and moment', async () => {
    const { how } = await person.query('evaluation.indicator', {
      basis: 'cumulative',
      indicator: manufacturing,
    });
    const sources = how.filter(({ code }) => code === 'source');
    expect(sources).toHaveLength(18);
    // The correction stands for the figure it corrected.
    expect(
      sources.find(({ numbers }) => numbers['reporter'] === lufeng && numbers['span'] === '2025-Q2'),
    ).toEqual(
      expect.objectContaining({
        formula: '85 / 97',
        numbers: expect.objectContaining({
          submission: expect.stringMatching(/^[\w-]{20,}$/),
          file: expect.stringContaining('更正'),
          cell: 'F2',
          at: expect.stringMatching(/^2025-09-02T/),
        }),
      }),
    );
    const added = sources.reduce((sum, { formula }) => sum + Number(formula?.split(' / ')[1]), 0);
    expect(added).toBe(934);
  });

  test('limits, signal and trend are told as well', async () => {
    const { how } = await person.query('evaluation.indicator', { basis: 'single', indicator: manufacturing });
    const codes = how.map(({ code }) => code);
    for (const code of ['centre', 'limits', 'signal', 'trend']) expect(codes).toContain(code);
  });

  test.each([
    [lufeng, '2025-Q2', 1],
    [lufeng, '2025-Q3', 0],
    ['441502', '2025-Q2', 0],
  ])('%s in %s rests on %i corrections', async (unit, period, revisions) => {
    const { how } = await person.query('evaluation.indicator', {
      basis: 'single',
      indicator: manufacturing,
      unit,
      period,
    });
    expect(how.find(({ code }) => code === 'revisions')?.numbers).toEqual({ revisions });
  });

  test('planning starts from the year so far and its plan, and from nothing else', async () => {
    const ask = async (basis: 'single' | 'cumulative', period: string, indicator = manufacturing) =>
      (await person.query('evaluation.indicator', { basis, indicator, period })).planning;
    expect(await ask('cumulative', '2025-Q3')).toEqual({
      passes: 880,
      total: 934,
      target: { num: 948, den: 1000 },
      planned: 1240,
      firm: false,
      periodsLeft: 1,
    });
    expect(await ask('cumulative', '2025-Q2')).toMatchObject({ planned: 1240, periodsLeft: 2 });
    expect(await ask('single', '2025-Q3')).toBeNull();
    expect(await ask('cumulative', '2024-Q4')).toBeNull();
  });

  test('every indicator and unit has an answer', async () => {
    const { indicators } = (await person.query('programme.show')).programme;
    for (const { code, reportedBy } of indicators) {
      for (const unit of reportedBy === 'whole' ? ['441500'] : ['441500', 'huaqiao']) {
        const view = await person.query('evaluation.indicator', {
          basis: 'cumulative',
          indicator: code,
          unit,
        });
        expect(view.how.map((entry) => entry.code)).toContain('light');
        expect(view.control.points.every(({ value }) => value === null || value >= 0)).toBe(true);
      }
    }
  });
});

describe('the comparison page', () => {
  const compare = async (basis: 'single' | 'cumulative', period = '2025-Q3') =>
    (await person.query('evaluation.comparison', { basis, period, indicator: manufacturing })).ranked;

  test('only 陆丰市 lies below the funnel around the rate of the city', async () => {
    const { funnel, whole } = await compare('cumulative');
    expect(funnel?.centre).toBe(whole.value);
    expect(funnel?.centreIs).toBe('pooled');
    expect(funnel?.points.filter(({ flag }) => flag !== 'none')).toEqual([
      expect.objectContaining({ unit: lufeng, passes: 259, total: 286, flag: 'low-95' }),
    ]);
  });

  test('the order of 红海湾 and 华侨区 is not settled, and is the same however often one asks', async () => {
    const { ranks } = await compare('cumulative');
    expect(ranks.map(({ unit }) => unit)).toEqual([
      '441502',
      '441521',
      lufeng,
      '441523',
      'red-bay',
      'huaqiao',
    ]);
    expect(ranks.find(({ unit }) => unit === 'red-bay')?.tiedWith).toContain('huaqiao');
    expect(ranks.find(({ unit }) => unit === lufeng)?.tiedWith).not.toContain('441502');
    expect((await compare('cumulative')).ranks).toEqual(ranks);
  });

  test('rate and mix make the difference against the same months of last year', async () => {
    const { decomposition, whole } = await compare('cumulative');
    const before = (await compare('cumulative', '2024-Q3')).whole;
    expect([decomposition?.before, decomposition?.after]).toEqual([before.value, whole.value]);
    const { rate = 0, mix = 0 } = decomposition?.effects ?? {};
    expect(rate + mix).toBeCloseTo(decomposition?.difference ?? Number.NaN, 12);
    expect(decomposition?.parts).toHaveLength(6);
  });

  test('the first year has no year before it to differ from', async () => {
    expect((await compare('single', '2022-Q1')).decomposition).toBeNull();
  });

  test('the sheet corrects for the cells it compares, and leaves out full counts and what is not judged', async () => {
    const { matrix, rows } = await person.query('evaluation.comparison', { basis: 'cumulative' });
    const judged = rows
      .flatMap(({ cells }) => cells)
      .filter(({ light, interval95 }) => light !== 'none' && interval95 !== null);
    expect(matrix.cells).toHaveLength(judged.length);
    expect(matrix.cells.some(({ indicator }) => indicator === 'transport-first-acceptance')).toBe(false);
  });

  test('every number of the page tells how it came about', async () => {
    const { how } = await person.query('evaluation.comparison', {
      basis: 'cumulative',
      indicator: manufacturing,
    });
    const codes = new Set(how.map(({ code }) => code));
    for (const code of ['matrix', 'ranks', 'rank-unit', 'funnel', 'funnel-unit', 'mix'] as const) {
      expect(codes).toContain(code);
    }
  });
});
