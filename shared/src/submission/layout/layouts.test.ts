import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aContext, aGrid, HEADING } from '../a-register.fixture';
import { checkRows } from '../check-rows';
import type { SubmissionContext } from '../context';
import { joinCsv } from '../join-csv';
import { splitCsv } from '../split-csv';
import type { Grid, GridRow, ReadSubmission } from '../types';
import { answerKey } from './heading-meaning';
import { layoutView } from './layout-view';
import { layoutSignature, readLayout } from './read-layout';

const F = '食品抽检合格率';
const UNITS = ['城区', '海丰县', '陆丰市', '陆河县', '红海湾经济开发区', '华侨管理区'];

/** A grid of texts; blank rows keep their number and are left out, as readers do. */
const sheetOf = (lines: readonly (readonly string[])[], part: Partial<Grid> = {}): Grid => ({
  sheet: '表',
  hidden: false,
  source: 'sheet',
  rows: lines.flatMap((texts, at): readonly GridRow[] =>
    texts.every((text) => text === '') ? [] : [{ number: at + 1, texts, kinds: null }],
  ),
  ...part,
});
const read = (grid: Grid, context: Partial<SubmissionContext> = {}): ReadSubmission => {
  const result = checkRows([grid], aContext(context));
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
  return result.value;
};
const viewOf = (grid: Grid, context: Partial<SubmissionContext> = {}) => {
  const around = aContext(context);
  return layoutView([grid], readLayout([grid], around), read(grid, context).issues, around);
};
const figures = ({ rows }: ReadSubmission) =>
  rows
    .map(({ unit, indicator, period, basis, figure }) =>
      JSON.stringify([unit, indicator, period, basis, figure]),
    )
    .toSorted();
const codes = ({ issues }: ReadSubmission) =>
  issues.map(
    ({ code, level, cell }) => `${level} ${code.replace('submission.', '')} ${cell.column ?? ''}${cell.row}`,
  );

test('a plain table is left as it is: the very grid is read, and nothing is asked', () => {
  const grid = aGrid([HEADING, `${F},城区,2025Q1,9,10,,`]);
  expect(readLayout([grid], aContext())).toMatchObject([{ kind: 'plain' }]);
  const [layout] = readLayout([grid], aContext());
  expect(layout?.grid).toBe(grid);
  expect(viewOf(grid)).toBeNull();
});

test('however the columns stand, with blank ones and titles among them, the same figures are read', () => {
  const counts = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 100 }));
  fc.assert(
    fc.property(
      fc.array(counts, { minLength: UNITS.length, maxLength: UNITS.length }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.array(fc.nat(3), { maxLength: 3 }),
      fc.nat(4),
      (pairs, order, blanks, remarks) => {
        const columns: string[][] = [
          ['县（市、区）', ...UNITS],
          ['抽检批次', ...pairs.map(([passes, failures]) => String(passes + failures))],
          ['合格批次', ...pairs.map(([passes]) => String(passes))],
        ];
        const placed = order.map((at) => columns[at] ?? []);
        for (const at of blanks) placed.splice(at, 0, Array<string>(UNITS.length + 1).fill(''));
        const body = Array.from({ length: UNITS.length + 1 }, (_, row) =>
          placed.map((column) => column[row] ?? ''),
        );
        const title = ['2025年第一季度食品安全监督抽检情况表'];
        const grid = sheetOf([title, ...Array<string[]>(remarks).fill(['']), ...body, ['备注：无。']]);
        expect(figures(read(grid))).toEqual(
          pairs
            .map(([passes, failures], at) => {
              const figure = { kind: 'counts', passes, total: passes + failures };
              const unit = aContext().index.unitNamed(UNITS[at] ?? '')?.code;
              return JSON.stringify([unit, 'food', '2025-Q1', 'single', figure]);
            })
            .toSorted(),
        );
      },
    ),
    { seed: 20251016, numRuns: 200 },
  );
});

test('periods, indicators or areas as columns say the same as rows do', () => {
  const rows = read(
    sheetOf([
      ['指标', '地区', '期间', '合格数', '抽检数'],
      [F, '城区', '2025Q1', '9', '10'],
      [F, '城区', '2025Q2', '19', '20'],
      [F, '海丰县', '2025Q1', '29', '30'],
      [F, '海丰县', '2025Q2', '39', '40'],
    ]),
  );
  const title = ['食品抽检合格率（合格数/抽检数）'];
  const periods = sheetOf([
    title,
    ['地区', '2025年一季度', '2025年二季度'],
    ['城区', '9/10', '19/20'],
    ['海丰县', '29/30', '39/40'],
  ]);
  const areas = sheetOf([
    title,
    ['期间', '城区', '海丰县'],
    ['2025年一季度', '9/10', '29/30'],
    ['2025年二季度', '19/20', '39/40'],
  ]);
  for (const grid of [periods, areas]) expect(figures(read(grid))).toEqual(figures(rows));
  expect(read(areas).rows.map(({ cell }) => cell)).toEqual(['表!B3', '表!C3', '表!B4', '表!C4']);

  const indicators = sheetOf([
    ['2025年第一季度质量指标'],
    ['地区', F, '', '农产品质量安全例行监测', ''],
    ['', '抽检批次', '合格批次', '抽检批次', '合格批次'],
    ['城区', '10', '9', '20', '19'],
  ]);
  expect(read(indicators).rows).toMatchObject([
    { indicator: 'food', unit: '441502', figure: { passes: 9, total: 10 }, cell: '表!B4' },
    { indicator: 'agri', unit: '441502', figure: { passes: 19, total: 20 }, cell: '表!D4' },
  ]);
});

test('issues name the cell of the sheet, not of the tidied table', () => {
  const grid = sheetOf([
    ['2025年第一季度食品监督抽检情况'],
    ['县（市、区）', '', '抽检批次', '合格批次', '合格率'],
    ['城区', '', '约10', '9', ''],
    ['海丰', '', '10', '9', '90%'],
    ['陆丰市', '', '10', '11', '110%'],
  ]);
  expect(codes(read(grid))).toEqual([
    'error count-not-number C3',
    'error unit-unknown A4',
    'error passes-exceed-total D5',
    'error rate-out-of-range E5',
  ]);
});

test('total rows are compared and never kept, also where a group has its own', () => {
  const grid = sheetOf([
    ['2025年第一季度食品监督抽检情况'],
    ['地区', '抽检批次', '合格批次', '合格率'],
    ['城区', '10', '9', '90%'],
    ['海丰县', '30', '29', '96.67%'],
    ['合计', '40', '38', '93.33%'],
    ['总计', '41', '38', '92.68%'],
  ]);
  const submission = read(grid);
  expect(submission.rows).toHaveLength(2);
  expect(codes(submission)).toEqual([
    'warning total-row-skipped 5',
    'warning total-rate-is-average D5',
    'warning total-row-skipped 6',
    'warning total-row-disagrees B6',
  ]);
});

test('a total row of a plain table is compared with all rows, those of its group or those of one period', () => {
  const of = (...totals: readonly (readonly string[])[]) =>
    codes(
      read(
        sheetOf([
          ['指标', '地区', '期间', '合格数', '抽检数'],
          [F, '城区', '2025Q1', '9', '10'],
          [F, '海丰县', '2025Q1', '19', '20'],
          [F, '陆丰市', '2024Q4', '29', '30'],
          ...totals,
        ]),
      ),
    ).filter((text) => text.includes('disagrees'));
  expect(of(['', '合计', '', '57', '60'])).toEqual([]);
  expect(of(['', '合计', '', '28', '30'])).toEqual([]);
  expect(of(['', '合计', '', '58', '60'])).toEqual(['warning total-row-disagrees E5']);
});

test('an unknown heading is asked with a proposal, and read when it is answered, never by its place', () => {
  const grid = sheetOf([
    ['2025年第一季度食品监督抽检情况'],
    ['哪里', '抽检批次', '合格批次', '完成情况'],
    ['城区', '10', '9', '已完成'],
    ['海丰县', '30', '29', '已完成'],
  ]);
  expect(read(grid).rows).toEqual([]);
  expect(codes(read(grid))).toEqual(['error unit-needed 0']);
  expect(viewOf(grid)).toMatchObject({
    headings: [
      { column: 'A', heading: '哪里', samples: ['城区', '海丰县'], proposed: 'unit', reason: 'content' },
      { column: 'D', heading: '完成情况', proposed: 'note', reason: 'words' },
    ],
    subjects: [{ role: 'unit' }],
  });
  const answered = { answers: { roles: { 哪里: 'unit', 完成情况: 'ignored' } } } as const;
  expect(read(grid, answered).rows.map(({ unit }) => unit)).toEqual(['441502', '441521']);
  expect(viewOf(grid, answered)?.headings).toEqual([]);
});

test('an unknown name is asked with the nearest one, and an answer is heard in plain tables as well', () => {
  const plain = sheetOf([
    ['指标', '地区', '期间', '合格数', '抽检数'],
    [F, '红海湾区', '2025Q1', '9', '10'],
  ]);
  expect(viewOf(plain)?.names).toEqual([
    { role: 'unit', name: '红海湾区', proposed: 'red-bay', proposedName: '红海湾经济开发区', cell: '表!B2' },
  ]);
  expect(read(plain, { answers: { units: { 红海湾区: 'red-bay' } } }).rows).toMatchObject([
    { unit: 'red-bay' },
  ]);
});

test('a layout has the same signature next quarter, and another one when a column changes', () => {
  const quarter = (period: string, heading: string) =>
    layoutSignature(
      sheetOf([[`${period}食品监督抽检情况`], ['地区', `${period}抽检批次`, heading], ['城区', '10', '9']]),
      aContext(),
    );
  expect(quarter('2025年一季度', '合格批次')).toBe(quarter('2025年二季度', '合格批次'));
  expect(quarter('2025年一季度', '合格批次')).not.toBe(quarter('2025年一季度', '不合格批次'));
});

test('what somebody hid is told, and a voided row is not read', () => {
  const lines = [
    ['2025年第一季度食品监督抽检情况'],
    ['地区', '抽检批次', '合格批次', '备注'],
    ['城区', '10', '9', ''],
    ['海丰县', '30', '29', ''],
    ['海丰县', '31', '29', '作废'],
  ];
  const submission = read(sheetOf(lines, { hiddenRows: new Set([3]), hiddenColumns: [1] }));
  expect(submission.rows).toHaveLength(2);
  expect(codes(submission)).toEqual([
    'warning hidden-column-read B2',
    'warning hidden-row-read 3',
    'warning void-row-skipped 5',
  ]);
  const plain = sheetOf(
    [
      ['指标', '地区', '期间', '合格数', '抽检数'],
      [F, '城区', '2025Q1', '9', '10'],
    ],
    { hiddenRows: new Set([2]), hiddenColumns: [4] },
  );
  expect(codes(read(plain))).toEqual(['warning hidden-column-read E1', 'warning hidden-row-read 2']);
});

describe('a needed column under a heading nobody knows is asked for, never taken by its place', () => {
  const sheet = (headings: readonly string[], ...rows: readonly (readonly string[])[]) =>
    sheetOf([[...headings], ...rows]);
  const unknownTotal = sheet(
    ['指标', '地区', '期间', '合格数', '查了多少'],
    [F, '城区', '2025Q1', '9', '10'],
    [F, '海丰县', '2025Q1', '30', '30'],
  );

  test('no row is read until somebody says; what the column holds proposes what it is', () => {
    const submission = read(unknownTotal);
    expect([submission.rows, submission.rowsSeen]).toEqual([[], 2]);
    expect(codes(submission)).toEqual(['error columns-needed 1']);
    expect(submission.issues[0]?.params).toMatchObject({ columns: '抽检数' });
    expect(viewOf(unknownTotal)).toMatchObject({
      headings: [{ heading: '查了多少', column: 'E', proposed: 'total' }],
      subjects: [],
      hints: [],
    });
    expect(layoutSignature(unknownTotal, aContext())).toContain('查了多少');
  });

  test('the answer reads it, at the cells of the sheet', () => {
    const answers = { roles: { [answerKey('查了多少')]: 'total' } } as const;
    expect(read(unknownTotal, { answers }).rows).toMatchObject([
      {
        unit: '441502',
        indicator: 'food',
        period: '2025-Q1',
        figure: { passes: 9, total: 10 },
        cell: '表!E2',
      },
      { unit: '441521', figure: { passes: 30, total: 30 }, cell: '表!E3' },
    ]);
  });

  test('numbers beside a total propose passes where they are most of it, failures where they are few', () => {
    const beside = (...numbers: readonly string[]) =>
      sheet(
        ['指标', '地区', '期间', '抽检数', '结果'],
        ...numbers.map((text, at) => [F, UNITS[at] ?? '', '2025Q1', '10', text]),
      );
    const proposed = (...numbers: readonly string[]) => viewOf(beside(...numbers))?.headings[0]?.proposed;
    expect(proposed('9', '10', '8')).toBe('passes');
    expect(proposed('1', '0', '2')).toBe('failures');
    expect(proposed('11', '40', '2')).toBe('ignored');
  });

  test('a place that nobody heads is told by the names below it', () => {
    const places = sheet(
      ['指标', '哪里', '期间', '合格数', '抽检数'],
      [F, '城区', '2025Q1', '9', '10'],
      [F, '海丰县', '2025Q1', '30', '30'],
    );
    expect(viewOf(places)?.headings).toMatchObject([{ heading: '哪里', proposed: 'unit' }]);
    const answers = { roles: { [answerKey('哪里')]: 'unit' } } as const;
    expect(read(places, { answers }).rows).toHaveLength(2);
  });

  test('where no column may be the missing one the file is refused as before', () => {
    const words = sheet(['指标', '地区', '期间', '合格数', '说点什么'], [F, '城区', '2025Q1', '9', '很好']);
    expect(checkRows([words], aContext())).toMatchObject({
      ok: false,
      refusal: { code: 'file.missing-columns', params: { columns: '抽检数' } },
    });
  });
});

test('sample lists: a retest decides, contradictions and missing verdicts are told, persons stay out', () => {
  const list = (rows: readonly (readonly string[])[]) =>
    sheetOf([
      ['海丰县2025年第一季度食品监督抽检信息'],
      ['抽样编号', '食品名称', '分类', '检验结论', '联系人', '备注'],
      ...rows,
    ]);
  const number = (at: number) => `XBJ2544152160773000${at}ZX`;
  const good = list([
    [number(1), '米', '粮食', '合格', '甲', ''],
    [number(2), '油', '油', '不合格', '乙', '复检结论：合格'],
    [number(3), '茶', '茶', '不合格', '丙', ''],
  ]);
  expect(read(good).rows).toMatchObject([
    { unit: '441521', period: '2025-Q1', figure: { kind: 'counts', passes: 2, total: 3 } },
  ]);
  expect(viewOf(good)?.hints).toContainEqual({
    sheet: '表',
    code: 'personal-columns-dropped',
    text: '联系人',
  });
  const bad = list([
    [number(1), '米', '粮食', '合格', '', ''],
    [number(1), '米', '粮食', '不合格', '', ''],
    [number(2), '油', '油', '待检', '', ''],
  ]);
  expect(read(bad).rows).toEqual([]);
  expect(codes(read(bad))).toEqual(['error sample-conflict A4', 'error sample-verdict-missing A5']);
});

test('whatever stands in a sheet, it is read or refused without a fault, and no figure is made up', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '合计',
      '其中：',
      '城区',
      '2025年一季度',
      '合格批次',
      '抽检批次',
      '不合格率',
      '1/2',
      '—',
      '',
      '食品种类',
      F,
      '抽样编号',
      '备注：',
    ),
    fc.nat(50).map(String),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      (lines) => {
        const result = checkRows([sheetOf(lines)], aContext());
        if (!result.ok) return;
        for (const { figure } of result.value.rows)
          if (figure.kind === 'counts') expect(figure.passes).toBeLessThanOrEqual(figure.total);
      },
    ),
    { seed: 20251016, numRuns: 3000 },
  );
});

test('a wide sheet saved as CSV keeps its layout', () => {
  const lines = [
    ['汕尾市2025年第一季度食品监督抽检情况', '', ''],
    ['地区', '抽检批次', '合格批次'],
    ['城区', '10', '9'],
  ];
  const rows: GridRow[] = [];
  splitCsv(joinCsv(lines), (texts, number) => rows.push({ number, texts, kinds: null }) > 0, {
    delimiter: ',',
  });
  const grid: Grid = { sheet: '', hidden: false, source: 'csv', rows };
  expect(read(grid).rows).toMatchObject([
    { unit: '441502', indicator: 'food', period: '2025-Q1', cell: 'B3' },
  ]);
});
