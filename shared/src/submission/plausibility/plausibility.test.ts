import { array, assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Basis } from '../../calendar';
import { ledgerOf, type Figure, type Observation } from '../../observation';
import { outlierCheck, type Counts } from '../../statistics';
import { programmeIndex, type Plan, type ProgrammeIndex } from '../../programme';
import { describeIssue, enSubmissionWords, zhSubmissionWords } from '../../wording';
import { aContext, anIndicator } from '../a-register.fixture';
import { fixesOf, judgePlausibility, needsExplanation, type Issue, type SubmittedRow } from '..';
import { isOrdinary } from './counts-issues';
import { plausibilityHistories } from './plausibility-history';
import { plausibilityIssues, plausibleCorrections } from './plausibility-issues';
import { rateIssue } from './rate-issue';
import { totalsIssues } from './totals-issues';

const { index: bare } = aContext();
const food = anIndicator({ code: 'food' });

const withPlan = (planned: number): ProgrammeIndex => {
  const plan: Plan = { indicator: 'food', unit: '441502', year: 2025, planned, firm: true };
  return programmeIndex({ ...bare.programme, plans: [plan] }, bare.register);
};

const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });

const observed = (period: string, figure: Figure, more: Partial<Observation> = {}): Observation => ({
  indicator: 'food',
  unit: '441502',
  period,
  basis: 'single',
  figure,
  source: '',
  note: '',
  ...more,
});

const aRow = (period: string, figure: Figure, more: Partial<SubmittedRow> = {}): SubmittedRow => ({
  indicator: 'food',
  unit: '441502',
  period,
  basis: 'single',
  figure,
  note: '',
  sheet: '抽检',
  row: 4,
  cell: '抽检!E4',
  ...more,
});

const check = (
  row: SubmittedRow,
  past: readonly Observation[] = [],
  index: ProgrammeIndex = bare,
): readonly Issue[] => {
  const ledger = ledgerOf([...past, { ...row, source: '' }], '01-01');
  return plausibilityIssues(row, plausibilityHistories(ledger, index)(row), {
    indicator: food,
    suggests: true,
  });
};

const codes = (issues: readonly Issue[]) => issues.map(({ code, level }) => `${level} ${code.slice(11)}`);

describe('a typed rate beside its counts', () => {
  const rateOf = (passes: number, total: number, text: string, signed = false) =>
    rateIssue({ passes, total }, { text, signed });
  const code = (...given: Parameters<typeof rateOf>) => rateOf(...given)?.code.slice(11) ?? null;

  test.each([
    ['98.5', null],
    ['98.50', null],
    ['98.54', null],
    ['98.6', 'rate-mismatch'],
    ['0.985', 'rate-read-as-fraction'],
    ['1.5', 'rate-of-failures'],
  ])('%s for 985 of 1000', (typed, expected) => {
    expect(code(985, 1000, typed)).toBe(expected);
  });

  test('a rate that was cut off, one that hides a failure, and one without samples', () => {
    expect(code(2, 3, '66.6')).toBe('rate-directed-rounding');
    expect(code(2, 3, '66.66')).toBe('rate-directed-rounding');
    expect(code(2999, 3000, '100.0')).toBe('rate-hides-failure');
    expect(code(0, 0, '100')).toBe('rate-without-samples');
    expect(code(985, 1000, '0.985', true)).toBe('rate-as-fraction');
  });

  test('the counts win, so none of it is an error; all but a fraction that agrees must be explained', () => {
    for (const typed of ['98.6', '1.5', '100']) {
      const issue = rateOf(985, 1000, typed);
      expect(issue?.level).toBe('warning');
      expect(issue !== null && needsExplanation(issue)).toBe(true);
    }
    const read = rateOf(985, 1000, '0.985');
    expect(read !== null && needsExplanation(read)).toBe(false);
  });

  test('all the digits a sheet has computed are no rounding to one side', () => {
    expect(code(95, 97, '97.93814432989690')).toBe(null);
    expect(code(95, 97, '97.938144329897')).toBe(null);
    expect(code(95, 97, '96.93814432989690')).toBe('rate-mismatch');
  });

  test('digits that were exchanged are suggested', () => {
    expect(rateOf(985, 1000, '95.8')).toMatchObject({
      code: 'submission.rate-mismatch',
      params: { value: '95.8', computed: '98.5', suggestion: '958/1000' },
      meant: [
        { passes: 958, total: 1000, rate: '95.8' },
        { passes: 985, total: 1000, rate: '98.5' },
      ],
    });
  });
});

describe('running totals', () => {
  const basis: Basis = 'cumulative';
  const before = [observed('2025-Q2', counts(194, 200), { basis })];

  test('a total that falls is refused, each part by itself', () => {
    expect(codes(check(aRow('2025-Q3', counts(96, 100), { basis }), before))).toEqual([
      'error running-total-falls',
      'error running-passes-fall',
      'error running-failures-fall',
    ]);
    expect(codes(check(aRow('2025-Q3', counts(296, 300), { basis }), before))).toContain(
      'error running-failures-fall',
    );
  });

  test('a total that stands still is mentioned', () => {
    expect(codes(check(aRow('2025-Q3', counts(194, 200), { basis }), before))).toEqual([
      'warning no-new-samples',
    ]);
  });

  test('single figures before it add up to the total it must not fall below', () => {
    const singles = [observed('2025-Q1', counts(97, 100)), observed('2025-Q2', counts(97, 100))];
    expect(codes(check(aRow('2025-Q3', counts(96, 100), { basis }), singles))).toContain(
      'error running-total-falls',
    );
    expect(check(aRow('2025-Q3', counts(290, 300), { basis }), singles)).toEqual([]);
  });

  test('the last year is another total', () => {
    const lastYear = [observed('2024-Q4', counts(390, 400), { basis })];
    expect(check(aRow('2025-Q1', counts(97, 100), { basis }), lastYear)).toEqual([]);
  });

  test('single periods that rise beyond the plan look like totals', () => {
    const rising = [observed('2025-Q1', counts(97, 100)), observed('2025-Q2', counts(195, 200))];
    const row = aRow('2025-Q3', counts(293, 300));
    expect(codes(check(row, rising, withPlan(400)))).toContain('warning looks-cumulative');
    expect(check(row, rising, withPlan(400))[0]?.params).toEqual({ periods: 3, sum: 600, planned: 400 });
    expect(codes(check(row, rising, withPlan(800)))).not.toContain('warning looks-cumulative');
    expect(codes(check(row, rising))).toContain('warning looks-cumulative');
  });
});

describe('a period beside the ones before it', () => {
  const past = [
    observed('2024-Q3', counts(96, 98)),
    observed('2024-Q4', counts(99, 101)),
    observed('2025-Q1', counts(95, 99)),
    observed('2025-Q2', counts(101, 103)),
  ];

  test('ordinary counts say nothing', () => {
    expect(check(aRow('2025-Q3', counts(97, 100)), past)).toEqual([]);
  });

  test('many failures are asked for, and very many must be explained', () => {
    const [many] = check(aRow('2025-Q3', counts(91, 100)), past);
    expect(many).toMatchObject({
      code: 'submission.outlier',
      level: 'warning',
      params: { many: 9, periods: 4 },
    });
    const [confirm] = check(aRow('2025-Q3', counts(79, 100)), past);
    expect(confirm).toMatchObject({
      code: 'submission.outlier-confirm',
      cell: { column: 'E', row: 4 },
      params: { many: 21, total: 100, usual: '97.51', below: '0.2', suggestion: '97/100' },
    });
  });

  test('counts that are suspiciously perfect are asked for as well', () => {
    const poor = past.map((one) => ({ ...one, figure: counts(80, 100) }));
    const [few] = check(aRow('2025-Q3', counts(100, 100)), poor);
    expect(few).toMatchObject({ code: 'submission.outlier-confirm', params: { few: 0 } });
  });

  test('the very counts of an earlier period are asked for', () => {
    expect(codes(check(aRow('2025-Q3', counts(95, 99)), past))).toEqual(['warning repeats-counts']);
    const perfect = past.map((one) => ({ ...one, figure: counts(100, 100) }));
    expect(codes(check(aRow('2025-Q3', counts(100, 100)), perfect))).toEqual([
      'warning repeats-perfect-counts',
    ]);
  });

  test('three times the usual number of samples is asked for, but not of the very few', () => {
    expect(codes(check(aRow('2025-Q3', counts(970, 1000)), past))).toEqual(['warning samples-unusual']);
    expect(codes(check(aRow('2025-Q3', counts(30, 31)), past))).toEqual(['warning samples-unusual']);
    const few = past.map((one) => ({ ...one, figure: counts(2, 2) }));
    expect(check(aRow('2025-Q3', counts(9, 9)), few)).toEqual([]);
  });

  test('a running total is judged by what it adds', () => {
    const sums = [observed('2025-Q2', counts(196, 202), { basis: 'cumulative' }), ...past.slice(0, 2)];
    expect(check(aRow('2025-Q3', counts(293, 302), { basis: 'cumulative' }), sums)).toEqual([]);
    expect(codes(check(aRow('2025-Q3', counts(272, 302), { basis: 'cumulative' }), sums))).toEqual([
      'warning outlier-confirm',
    ]);
  });

  test('registers, scores, finished rates and a first period are left alone', () => {
    const row = aRow('2025-Q3', counts(79, 100));
    const history = plausibilityHistories(ledgerOf(past, '01-01'), bare)(row);
    expect(
      plausibilityIssues(row, history, {
        indicator: anIndicator({ code: 'r', measure: 'register-coverage' }),
        suggests: true,
      }),
    ).toEqual([]);
    const given = anIndicator({ code: 'g', combination: 'given' });
    expect(plausibilityIssues(row, history, { indicator: given, suggests: true })).toEqual([]);
    expect(check(aRow('2025-Q3', { kind: 'rate', rate: '79' }), past)).toEqual([]);
    expect(check(row)).toEqual([]);
  });

  test('suggestions are offered in order, never applied', () => {
    const row = aRow('2025-Q3', counts(79, 100));
    const history = plausibilityHistories(ledgerOf(past, '01-01'), bare)(row);
    expect(plausibleCorrections(row, history, food).map(({ edit, x, n }) => `${edit} ${x}/${n}`)).toEqual([
      'transpose-x 97/100',
    ]);
    expect(row.figure).toEqual(counts(79, 100));
  });
});

describe('totals', () => {
  const rowOf = (unit: string, period: string, figure: Figure, row: number): SubmittedRow =>
    aRow(period, figure, { unit, row, cell: `抽检!E${row}` });
  const parts = ['441502', '441521', '441581', '441523', 'red-bay', 'huaqiao'];
  const told = (rows: readonly SubmittedRow[], known: readonly SubmittedRow[] = []) =>
    totalsIssues(rows, ledgerOf([...known, ...rows], '01-01'), bare).map(
      ({ code, cell, level, params }) =>
        `${level} ${code.slice(11)} ${cell.row} ${params['sumPasses']}/${params['sumTotal']}`,
    );
  const six = parts.map((unit, at) => rowOf(unit, '2025-Q3', counts(49, 50), at + 2));

  test('a city beside its counties', () => {
    expect(told([...six, rowOf('441500', '2025-Q3', counts(294, 300), 8)])).toEqual([]);
    expect(told([...six, rowOf('441500', '2025-Q3', counts(293, 300), 8)])).toEqual([
      'error units-do-not-add-up 8 294/300',
    ]);
    const city = rowOf('441500', '2025-Q3', counts(293, 300), 8);
    // Somebody else may have to mend a city's figure that stands in the ledger: it is told at a county's row.
    expect(told(six, [city])).toEqual(['warning units-do-not-add-up 2 294/300']);
    expect(told([...six.slice(1), rowOf('441500', '2025-Q3', counts(293, 300), 8)])).toEqual([]);
  });

  test('a year beside its quarters, told once', () => {
    const quarters = [1, 2, 3, 4].map((at) => rowOf('441502', `2025-Q${at}`, counts(49, 50), at + 1));
    expect(told([...quarters, rowOf('441502', '2025', counts(196, 200), 6)])).toEqual([]);
    expect(told([...quarters, rowOf('441502', '2025', counts(195, 200), 6)])).toEqual([
      'error periods-do-not-add-up 6 196/200',
    ]);
    expect(told([...quarters.slice(1), rowOf('441502', '2025', counts(195, 200), 6)])).toEqual([]);
  });
});

test('so near to the history that it is passed over, the check never speaks', () => {
  const numbers = [0, 1, 2, 3, 4, 5, 8, 15, 28, 30, 60, 99, 150, 395, 700, 2990, 3000];
  for (const total of [30, 31, 45, 100, 400, 3000])
    for (const failed of numbers.filter((one) => one <= total))
      for (const n of [1, 2, 3, 7, 20, 60, 90, 93, 300, 1200])
        for (let f = 0; f <= n; f += 1) {
          const history: Counts = { x: total - failed, n: total };
          const now: Counts = { x: n - f, n };
          if (!isOrdinary(now, history)) continue;
          expect({ now, history, ...outlierCheck(now, history) }).toMatchObject({ status: 'ok' });
        }
});

describe('a whole file', () => {
  const columns = { sheet: '抽检', passes: 'D', total: 'E', failures: null, rate: 'F' };

  test('is judged row by row and as a whole; who must explain is said once a row', () => {
    const rows = [
      aRow('2025-Q1', counts(97, 100), { row: 2, cell: '抽检!E2' }),
      aRow('2025-Q2', counts(79, 100), { row: 3, cell: '抽检!E3', typedRate: '97' }),
      aRow('2025-Q3', counts(91, 99), { row: 4, cell: '抽检!E4', typedRate: '91.9' }),
    ];
    const judged = judgePlausibility(rows, ledgerOf(rows, '01-01'), bare);
    expect(codes(judged.issues)).toEqual(['warning outlier-confirm']);
    expect([judged.errors, judged.warnings]).toEqual([0, 1]);
    expect(judged.toExplain.map(({ row }) => row)).toEqual([3]);
  });

  test('a slip is offered as the cells that would change', () => {
    const row = aRow('2025-Q2', counts(79, 100), { typedRate: '97' });
    const rows = [aRow('2025-Q1', counts(97, 100), { row: 3, cell: '抽检!E3' }), row];
    const [issue] = judgePlausibility(rows, ledgerOf(rows, '01-01'), bare).issues;
    if (issue === undefined) throw new Error('no issue');
    const texts: Readonly<Record<string, string>> = { D: '79', E: '１００', F: '97%' };
    const textAt = (column: string): string => texts[column] ?? '';
    expect(fixesOf(issue, columns, textAt)).toEqual([
      { text: '97', cells: [{ sheet: '抽检', row: 4, column: 'D', text: '97' }] },
    ]);
    const withFailures = { ...columns, failures: 'G' };
    expect(fixesOf(issue, withFailures, textAt)).toMatchObject([{ text: '97/100', cells: [{}, {}] }]);
    expect(fixesOf(issue, { ...columns, passes: null }, textAt)).toEqual([]);
  });
});

test('every plausibility issue reads well in both languages', () => {
  const issues = [
    ...check(aRow('2025-Q3', counts(79, 100)), [observed('2025-Q2', counts(97, 100))]),
    ...check(aRow('2025-Q3', counts(91, 100)), [observed('2025-Q2', counts(97, 100))]),
    ...check(aRow('2025-Q3', counts(44, 50)), [observed('2025-Q2', counts(300, 300))]),
    ...check(aRow('2025-Q3', counts(96, 100), { basis: 'cumulative' }), [
      observed('2025-Q2', counts(194, 200), { basis: 'cumulative' }),
    ]),
  ];
  expect(issues.length).toBeGreaterThan(4);
  for (const issue of issues) {
    for (const words of [zhSubmissionWords, enSubmissionWords]) {
      const text = describeIssue(issue, words);
      expect(text).not.toMatch(/[{}[\]]|undefined|percentage/);
    }
  }
  expect(issues.slice(0, 2).map((issue) => describeIssue(issue, zhSubmissionWords))).toEqual([
    '工作表“抽检”第 4 行 E 列：前 1 期 100 个样本中 3 个不合格（合格率 97.00%），本期 100 个样本中有 21 个不合格，明显偏多，出现概率不足 0.2%，可能应为 97/100。请核对，确实如此请说明。',
    '工作表“抽检”第 4 行 E 列：前 1 期 300 个样本全部合格，本期 50 个样本中有 6 个不合格，明显偏多，出现概率不足 0.2%。请核对，确实如此请说明。',
  ]);
});

test('walking beside single periods finds what resolving each of them finds, gaps and rates among them', () => {
  assert(
    property(
      array(constantFrom('counts', 'counts', 'counts', 'rate', 'nothing'), {
        minLength: 1,
        maxLength: 14,
      }),
      shuffledSubarray(
        Array.from({ length: 14 }, (_, place) => place),
        { minLength: 14 },
      ),
      (kinds, order) => {
        const quarter = (place: number): string => `${2022 + Math.floor(place / 4)}-Q${(place % 4) + 1}`;
        const past = kinds.flatMap((kind, place) =>
          kind === 'nothing'
            ? []
            : [
                observed(
                  quarter(place),
                  kind === 'rate' ? { kind, rate: '98.5' } : counts(90 + place, 100 + place),
                ),
              ],
        );
        const ledger = ledgerOf(past, '01-01');
        const walked = plausibilityHistories(ledger, bare);
        const resolved = plausibilityHistories(ledger, bare, () => false);
        for (const place of order) {
          const row = aRow(quarter(place), counts(1, 2));
          const { planned: _one, ...found } = walked(row);
          const { planned: _other, ...expected } = resolved(row);
          expect(found).toEqual(expected);
        }
      },
    ),
  );
});
