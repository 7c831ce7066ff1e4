import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../testing/run-program';
import { root, temporaryFolder } from '../testing/start-test-server';

const data = (path: string): string => join(root, 'data', path);
const shanwei = ['--programme', data('programmes/shanwei-2025.json'), '--units', data('units/shanwei.json')];
const nhs = [
  '--programme',
  data('programmes/examples/nhs-ae.json'),
  '--units',
  data('units/examples/nhs-trusts.json'),
];
/** Twelve trusts of the quarterly figures of NHS England, Open Government Licence v3.0. */
const trusts = fileURLToPath(new URL('fixtures/nhs-ae-slice.csv', import.meta.url));

interface Record {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly basis: string;
  readonly figure: unknown;
  readonly rateText: string | null;
  readonly verdict: string;
  readonly light: string;
  readonly interval95: readonly [number, number] | null;
  readonly shortBy: number | null;
  readonly legs: readonly {
    readonly comparator: string;
    readonly verdict: string;
    readonly by: number | null;
  }[];
  readonly budget: unknown;
  readonly alerts: readonly { readonly rule: string; readonly level: string }[];
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly trend: { readonly result: string; readonly points: number } | null;
  readonly signals: unknown;
}

const assess = async (words: readonly string[]) => {
  const ended = await runProgram('cli', ['assess', ...words, '--json']);
  expect([ended.status, ended.stderr]).toEqual([0, '']);
  // What the command promises; the expectations check it.
  const records = ended.json() as readonly Record[];
  return (unit: string, period: string, basis: string, indicator?: string): Record => {
    const [found, ...others] = records.filter(
      (record) =>
        record.unit === unit &&
        record.period === period &&
        record.basis === basis &&
        (indicator ?? record.indicator) === record.indicator,
    );
    if (found === undefined || others.length > 0) throw new Error(`${unit} ${period} ${basis}`);
    return found;
  };
};

const sheet = async (text: string, name = 'figures.csv'): Promise<string> => {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, text);
  return file;
};

describe('assess', () => {
  test('judges the figures of another country with nothing but its files', async () => {
    const of = await assess([...nhs, '--observations', trusts, '--today', '2019-05-01']);
    expect(of('R1F', '2019-Q1', 'single')).toMatchObject({
      indicator: 'ae-type1-four-hours',
      figure: { passes: 8246, total: 10863 },
      rateText: '75.9',
      verdict: 'short',
      light: 'miss',
      // 95 % of 10,863 is 10,319.85: 10,320 had to be seen in time.
      shortBy: 10_320 - 8246,
      alerts: [],
    });
    // Wilson 1927, computed by hand for 8246 of 10863.
    const [lower, upper] = of('R1F', '2019-Q1', 'single').interval95 ?? [0, 0];
    expect(lower).toBeCloseTo(0.751, 3);
    expect(upper).toBeCloseTo(0.767, 3);
    const year = of('R1F', '2018-Q4', 'cumulative');
    expect(year.figure).toEqual({ passes: 8463 + 9979 + 9756 + 8268, total: 10808 + 12152 + 12686 + 11204 });
    expect(year.alerts).toContainEqual({ rule: 'R2', level: 'red' });
    expect(year.sentence.en).toContain('A&E type 1');
  });

  test('says what the series shows at each single period, and nothing of running totals', async () => {
    const of = await assess([...nhs, '--observations', trusts, '--today', '2019-05-01']);
    const newest = of('R1F', '2019-Q1', 'single');
    expect(newest.signals).toEqual({ chart: 'p', status: 'firm', type: 'outside-low', variation: 'concern' });
    expect(newest.trend).toMatchObject({ method: 'chi-squared', window: 8, points: 8 });
    expect(of('R1F', '2016-Q3', 'single').trend).toMatchObject({ result: 'cannot-calculate', points: 2 });
    expect(of('R1F', '2018-Q4', 'cumulative')).toMatchObject({ trend: null, signals: null });
  });

  test('judges the city by value and by province, in codes or names, counts or rates', async () => {
    const file = await sheet(
      [
        'indicator,unit,period,basis,passes,total,rate,scheme,note',
        'food-pass-rate,441581,2025-Q3,single,985,1000,,,',
        '食品抽检合格率,海丰县,2025年第三季度,当期,984,1000,98.4,,',
        'manufacturing-pass-rate,440000,2025-Q3,cumulative,,,93.9,,公告',
        'manufacturing-pass-rate,441502,2025Q3,,190,200,,,',
      ].join('\n'),
    );
    const of = await assess([...shanwei, '--observations', file, '--today', '2025-10-16']);
    expect(of('441581', '2025-Q3', 'cumulative', 'food-pass-rate')).toMatchObject({
      rateText: '98.5',
      verdict: 'met',
      shortBy: 0,
    });
    expect(of('441521', '2025-Q3', 'cumulative', 'food-pass-rate')).toMatchObject({
      rateText: '98.4',
      verdict: 'short',
      shortBy: 1,
    });
    expect(of('441502', '2025-Q3', 'cumulative', 'manufacturing-pass-rate')).toMatchObject({
      figure: { passes: 190, total: 200 },
      rateText: '95.0',
      verdict: 'met',
    });
    // The city, never a county, is held against the province; pooled from what its counties sent.
    const whole = of('441500', '2025-Q3', 'cumulative', 'manufacturing-pass-rate');
    expect(whole.figure).toEqual({ passes: 190, total: 200 });
    const provincial = whole.legs.find(({ comparator }) => comparator === 'province');
    expect(provincial).toMatchObject({ verdict: 'met', against: '93.9' });
    expect(provincial?.by).toBeCloseTo(1.1, 5);
  });

  test('counts the budget on the yearly plan that it is given', async () => {
    const file = await sheet('指标,地区,期间,合格数,抽检数\n食品抽检合格率,陆丰市,2025Q1,495,500\n');
    const plans = await sheet(
      'indicator,unit,year,planned,firm\n食品抽检,陆丰市,2025,2000,true\n',
      'plans.csv',
    );
    const words = [...shanwei, '--observations', file, '--today', '2025-04-10'];
    const without = await assess(words);
    expect(without('441581', '2025-Q1', 'cumulative').budget).toBeNull();
    const planned = await assess([...words, '--plans', plans]);
    // 1.5 % of 2,000 may fail; 5 have.
    expect(planned('441581', '2025-Q1', 'cumulative').budget).toMatchObject({
      planned: 2000,
      firm: true,
      allowed: 30,
      used: 5,
      remaining: 25,
    });
  });

  test('says what is wrong with the figures, cell by cell, and judges none', async () => {
    const file = await sheet(
      '指标,地区,期间,合格数,抽检数\n食品抽检合格率,陆丰市,2025Q1,501,500\n食品抽检合格率,陆丰县,2025Q1,1,2\n',
    );
    const { status, stdout, stderr } = await runProgram('cli', [
      'assess',
      ...shanwei,
      '--observations',
      file,
      '--today',
      '2025-10-16',
      '--json',
    ]);
    expect([status, stdout]).toEqual([1, '']);
    const said = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { outcome: string; rows: unknown };
    expect(said).toMatchObject({
      outcome: 'reject-rows',
      rows: [
        { row: 2, column: 'D', level: 'error' },
        { row: 3, column: 'B', level: 'error' },
      ],
    });
  });

  test.each<readonly [string, readonly string[], string]>([
    [
      'a plan for nobody',
      ['indicator,unit,year,planned,firm\nfood-pass-rate,nowhere,2025,9,true'],
      'nowhere',
    ],
    ['a plan without a column', ['indicator,unit,year\nfood-pass-rate,441581,2025'], 'planned'],
    ['a plan of nothing', ['indicator,unit,year,planned\nfood-pass-rate,441581,2025,0'], '0'],
    ['a plan of a year that is none', ['indicator,unit,year,planned\nfood-pass-rate,441581,25,9'], '25'],
  ])('refuses %s by row and word', async (_, [text = ''], named) => {
    const [file, plans] = [await sheet('指标,地区,期间,合格数,抽检数\n'), await sheet(text, 'plans.csv')];
    const words = ['assess', ...shanwei, '--observations', file, '--plans', plans, '--today', '2025-10-16'];
    const { status, stderr } = await runProgram('cli', words);
    expect(status).toBe(1);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain('    at ');
  });

  test('a file that is not there, or no JSON, is said plainly', async () => {
    const words = ['assess', ...shanwei, '--today', '2025-10-16', '--observations'];
    const gone = await runProgram('cli', [...words, '/none.csv']);
    expect([gone.status, gone.stderr]).toEqual([1, expect.stringContaining('/none.csv')]);
    const file = await sheet('{', 'programme.json');
    const broken = await runProgram('cli', [
      'assess',
      '--programme',
      file,
      '--units',
      data('units/shanwei.json'),
      '--observations',
      file,
      '--today',
      '2025-10-16',
      '--json',
    ]);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('不是 JSON');
    expect(broken.stderr).not.toContain('    at ');
    expect(JSON.parse(broken.stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({
      problem: { code: 'instance.not-json' },
    });
  });

  test('wrong usage ends with status 2 and shows the right one', async () => {
    const figures = [...shanwei, '--observations', 'x.csv'];
    for (const words of [
      [],
      figures,
      [...figures, '--today', '2025-13-01'],
      [...figures, '--today', '2025-10-16', '--now'],
    ]) {
      const { status, stdout, stderr } = await runProgram('cli', ['assess', ...words]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('assess --programme FILE --units FILE');
    }
  });
});
