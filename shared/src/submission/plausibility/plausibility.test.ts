import { describe, expect, test } from 'vitest';
import type { Basis } from '../../calendar';
import { ledgerOf, type Figure, type Observation } from '../../observation';
import { programmeIndex, type Plan, type ProgrammeIndex } from '../../programme';
import { describeIssue, enSubmissionWords, zhSubmissionWords } from '../../wording';
import { aContext, anIndicator } from '../a-register.fixture';
import { plausibilityHistory, plausibilityIssues, plausibleCorrections, totalsIssues } from '..';
import type { Issue, PlausibilityRow, SubmittedRow } from '..';

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

const aRow = (period: string, figure: Figure, more: Partial<PlausibilityRow> = {}): PlausibilityRow => ({
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
  row: PlausibilityRow,
  past: readonly Observation[] = [],
  index: ProgrammeIndex = bare,
): readonly Issue[] => {
  const ledger = ledgerOf([...past, { ...row, source: '' }], '01-01');
  return plausibilityIssues(row, plausibilityHistory(row, ledger, index), food);
};

const codes = (issues: readonly Issue[]) => issues.map(({ code, level }) => `${level} ${code.slice(11)}`);

describe('a typed rate beside its counts', () => {
  test.each([
    ['98.5', []],
    ['98.50', []],
    ['98.6', ['error rate-disagrees']],
    ['0.985', ['error rate-as-fraction']],
    ['1.5', ['error rate-of-failures']],
  ] as const)('%s for 985 of 1000', (typedRate, expected) => {
    expect(codes(check(aRow('2025-Q3', counts(985, 1000), { typedRate })))).toEqual(expected);
  });

  test('a rate that was cut off, one that hides a failure, and one without samples', () => {
    expect(codes(check(aRow('2025-Q3', counts(2, 3), { typedRate: '66.6' })))).toEqual([
      'warning rate-directed-rounding',
    ]);
    expect(codes(check(aRow('2025-Q3', counts(2999, 3000), { typedRate: '100.0' })))).toEqual([
      'warning rate-hides-failure',
    ]);
    expect(codes(check(aRow('2025-Q3', counts(0, 0), { typedRate: '100' })))).toEqual([
      'error rate-without-samples',
    ]);
  });

  test('digits that were exchanged are suggested, at the cell of the rate', () => {
    const [issue] = check(aRow('2025-Q3', counts(985, 1000), { typedRate: '95.8', rateColumn: 'F' }));
    expect(issue).toMatchObject({
      code: 'submission.rate-disagrees',
      cell: { sheet: '抽检', row: 4, column: 'F' },
      params: { value: '95.8', computed: '98.50', suggestion: '958/1000' },
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
      params: { many: 21, total: 100, usual: '97.51', suggestion: '97/100' },
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
    const history = plausibilityHistory(row, ledgerOf(past, '01-01'), bare);
    expect(
      plausibilityIssues(row, history, anIndicator({ code: 'r', measure: 'register-coverage' })),
    ).toEqual([]);
    expect(plausibilityIssues(row, history, anIndicator({ code: 'g', combination: 'given' }))).toEqual([]);
    expect(check(aRow('2025-Q3', { kind: 'rate', rate: '79' }), past)).toEqual([]);
    expect(check(row)).toEqual([]);
  });

  test('suggestions are offered in order, never applied', () => {
    const row = aRow('2025-Q3', counts(79, 100));
    const history = plausibilityHistory(row, ledgerOf(past, '01-01'), bare);
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
  const told = (rows: readonly SubmittedRow[]) =>
    totalsIssues(
      rows,
      ledgerOf(
        rows.map((row) => ({ ...row, source: '' })),
        '01-01',
      ),
      bare,
    ).map(
      ({ code, cell, params }) =>
        `${code.slice(11)} ${cell.row} ${params['sumPasses']}/${params['sumTotal']}`,
    );
  const six = parts.map((unit, at) => rowOf(unit, '2025-Q3', counts(49, 50), at + 2));

  test('a city beside its counties', () => {
    expect(told([...six, rowOf('441500', '2025-Q3', counts(294, 300), 8)])).toEqual([]);
    expect(told([...six, rowOf('441500', '2025-Q3', counts(293, 300), 8)])).toEqual([
      'units-do-not-add-up 8 294/300',
    ]);
    expect(told([...six.slice(1), rowOf('441500', '2025-Q3', counts(293, 300), 8)])).toEqual([]);
  });

  test('a year beside its quarters, told once', () => {
    const quarters = [1, 2, 3, 4].map((at) => rowOf('441502', `2025-Q${at}`, counts(49, 50), at + 1));
    expect(told([...quarters, rowOf('441502', '2025', counts(196, 200), 6)])).toEqual([]);
    expect(told([...quarters, rowOf('441502', '2025', counts(195, 200), 6)])).toEqual([
      'periods-do-not-add-up 6 196/200',
    ]);
    expect(told([...quarters.slice(1), rowOf('441502', '2025', counts(195, 200), 6)])).toEqual([]);
  });
});

test('every plausibility issue reads well in both languages', () => {
  const issues = [
    ...check(aRow('2025-Q3', counts(79, 100)), [observed('2025-Q2', counts(97, 100))]),
    ...check(aRow('2025-Q3', counts(985, 1000), { typedRate: '95.8' })),
    ...check(aRow('2025-Q3', counts(96, 100), { basis: 'cumulative' }), [
      observed('2025-Q2', counts(194, 200), { basis: 'cumulative' }),
    ]),
  ];
  expect(issues.length).toBeGreaterThan(4);
  for (const issue of issues) {
    for (const words of [zhSubmissionWords, enSubmissionWords]) {
      const text = describeIssue(issue, words);
      expect(text).not.toMatch(/[{}[\]]|undefined/);
    }
  }
  const [first] = issues;
  if (first === undefined) throw new Error('no issue');
  expect(describeIssue(first, zhSubmissionWords)).toBe(
    '工作表“抽检”第 4 行 E 列：100 个样本中有 21 个不合格，明显偏多：以往 1 期合格率为 97.00%，这样的数很少见（可能性约 <0.1%），可能应为 97/100。请核对并说明原因。',
  );
});
