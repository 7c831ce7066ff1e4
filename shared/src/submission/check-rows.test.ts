import type { Actor } from '../access';
import { expect, test } from 'vitest';
import { aContext, aGrid, HEADING } from './a-register.fixture';
import { checkRows } from './check-rows';
import type { SubmissionContext } from './context';
import type { Grid, ReadSubmission } from './types';

const read = (grids: readonly Grid[], context: SubmissionContext = aContext()): ReadSubmission => {
  const result = checkRows(grids, context);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};
const refusal = (grids: readonly Grid[], context: SubmissionContext = aContext()) => {
  const result = checkRows(grids, context);
  if (result.ok) throw new Error('not refused');
  return result.refusal;
};
const F = '食品抽检合格率';
const lines = (...rows: readonly string[]) => [aGrid([HEADING, ...rows])];
const codes = (submission: ReadSubmission) =>
  submission.issues.map(({ code, level, cell }) => `${level} ${code} ${cell.row}${cell.column ?? ''}`);

test('a plain row becomes a figure with its key and the cell of its total', () => {
  const { rows, issues, rowsSeen } = read(lines(`${F},城区,2025Q1,985,1000,98.5,抽检含复检`));
  expect(rows).toEqual([
    {
      indicator: 'food',
      unit: '441502',
      period: '2025-Q1',
      basis: 'single',
      figure: { kind: 'counts', passes: 985, total: 1000 },
      note: '抽检含复检',
      sheet: '',
      row: 2,
      cell: 'E2',
      typedRate: '98.5',
    },
  ]);
  expect(issues).toEqual([]);
  expect(rowsSeen).toBe(1);
});

test('counts win over a typed rate, and a rate that differs by more than 0.05 points is mentioned with both', () => {
  const { rows, issues } = read(lines(`${F},城区,2025Q1,985,1000,95.8,`, `${F},海丰县,2025Q1,299,300,99.7,`));
  expect(rows).toHaveLength(2);
  expect(issues).toMatchObject([
    {
      code: 'submission.rate-mismatch',
      cell: { row: 2, column: 'F' },
      params: { value: '95.8', computed: '98.5' },
    },
  ]);
});

test('a fraction in the rate column is read as a percentage only because the counts say so', () => {
  expect(codes(read(lines(`${F},城区,2025Q1,594,600,0.99,`)))).toEqual([
    'warning submission.rate-read-as-fraction 2F',
  ]);
  expect(codes(read(lines(`${F},城区,2025Q1,,,0.99,`)))).toEqual(['error submission.rate-ambiguous 2F']);
});

test('a rate without counts is stored as published; a part without counts is warned of', () => {
  const { rows, issues } = read(lines(`${F},广东省,2025Q1,,,98.50,`, `${F},城区,2025Q1,,,98.5%,`));
  expect(rows.map(({ figure, cell }) => [figure, cell])).toEqual([
    [{ kind: 'rate', rate: '98.50' }, 'F2'],
    [{ kind: 'rate', rate: '98.5' }, 'F3'],
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['submission.counts-needed']);
});

test('a score comes from the rate column, and a score row without one is refused', () => {
  const submission = read(
    lines('公共服务质量满意度,汕尾市,2024年,,,86.30,', '公共服务质量满意度,汕尾市,2023年,8,10,,'),
  );
  expect(submission.rows.map(({ figure }) => figure)).toEqual([{ kind: 'score', score: '86.30' }]);
  expect(codes(submission)).toEqual(['error submission.rate-needed 3F']);
});

test('failures stand in for passes, and all three must agree', () => {
  const heading = '指标,地区,期间,不合格批次,抽检批次';
  expect(read([aGrid([heading, `${F},城区,2025Q1,15,1000`])]).rows[0]?.figure).toEqual({
    kind: 'counts',
    passes: 985,
    total: 1000,
  });
  const three = read([aGrid([`${heading},合格批次`, `${F},城区,2025Q1,15,1000,984`])]);
  expect(codes(three)).toEqual(['error submission.counts-disagree 2D']);
});

test('the same key twice is refused on every row concerned, named by its row', () => {
  const submission = read(
    lines(
      `${F},城区,2025Q1,985,1000,,`,
      `${F},陆丰市,2025Q1,985,1000,,`,
      `${F},城 区,2025年一季度,985,1000,,`,
      `${F},城区,2025Q1,约9,1000,,`,
    ),
  );
  expect(submission.rows.map(({ row }) => row)).toEqual([3]);
  expect(submission.rowsRefused).toBe(3);
  const repeated = submission.issues.filter(({ code }) => code === 'submission.duplicate-key');
  expect(repeated.map(({ cell, params }) => [cell.row, params['rows']])).toEqual([
    [2, '2、4、5'],
    [4, '2、4、5'],
    [5, '2、4、5'],
  ]);
});

test('the period alone and the year to date are two different keys', () => {
  const submission = read([
    aGrid(['指标,地区,期间,口径,合格数,抽检数', `${F},城区,2025Q2,当期,9,10`, `${F},城区,2025Q2,累计,19,20`]),
  ]);
  expect(submission.rows.map(({ basis }) => basis)).toEqual(['single', 'cumulative']);
});

test('near names are refused with a suggestion, excluded places with the reason', () => {
  const submission = read(
    lines(
      `${F},海丰,2025Q1,985,1000,,`,
      `食品抽查合格率,城区,2025Q1,985,1000,,`,
      `${F},惠来县,2025Q1,985,1000,,`,
      `${F},深汕合作区,2025Q1,985,1000,,`,
    ),
  );
  expect(
    submission.issues.map(({ code, params }) => [code, params['suggestion'] ?? params['reason']]),
  ).toEqual([
    ['submission.unit-unknown', '海丰县'],
    ['submission.indicator-unknown', '食品抽检合格率'],
    ['submission.unit-unknown', undefined],
    ['submission.unit-excluded', '由深圳市统计'],
  ]);
});

test('periods that lie ahead, days and typing slips are refused; a running quarter is warned of', () => {
  const submission = read(
    lines(
      ...['2099Q1', '2205Q1', '1925Q1', '225Q1', '2025-03-31', '45747', '2026Q1', '2025Q4', '2025年', ''].map(
        (period, index) => `${F},${['城区', '海丰县'][index % 2]},${period},${index},10,,`,
      ),
    ),
  );
  expect(codes(submission)).toEqual([
    'error submission.period-future 2C',
    'error submission.period-future 3C',
    'error submission.period-year-range 4C',
    'error submission.period-unreadable 5C',
    'error submission.period-is-date 6C',
    'error submission.period-is-date 7C',
    'error submission.period-future 8C',
    'warning submission.period-not-ended 9C',
    'error submission.period-missing 11C',
  ]);
});

test('total rows, remarks and rows without a figure are passed over with a warning', () => {
  const submission = read(
    lines(
      `${F},城区,2025Q1,985,1000,,`,
      `${F},华侨区,2025Q1,—,－,—,`,
      `全市合计,,,985,1000,98.5,`,
      `备注：合计不含红海湾,,,,,,`,
      `填表人：张三,,审核人：李四,,,,`,
    ),
  );
  expect(submission.rows).toHaveLength(1);
  expect(submission.rowsSeen).toBe(2);
  expect(codes(submission)).toEqual([
    'warning submission.missing-figure-skipped 3E',
    'warning submission.total-row-skipped 4',
    'warning submission.remark-skipped 5',
    'warning submission.remark-skipped 6',
  ]);
});

test('one dash beside a count, and blanks in both counts, are not passed over', () => {
  expect(codes(read(lines(`${F},城区,2025Q1,—,1000,,`, `${F},海丰县,2025Q1,,,,`)))).toEqual([
    'error submission.count-missing 2D',
    'error submission.count-missing 3E',
  ]);
});

test('no samples are stored as such, with a warning', () => {
  const submission = read(lines(`${F},城区,2025Q1,0,0,,`));
  expect(submission.rows[0]?.figure).toEqual({ kind: 'counts', passes: 0, total: 0 });
  expect(codes(submission)).toEqual(['warning submission.total-zero 2E']);
});

test('figures of another sampling scheme are never mixed in', () => {
  const heading = '指标,地区,期间,合格数,抽检数,抽检类型';
  const submission = read([
    aGrid([heading, `${F},城区,2025Q1,9,10,监督抽检`, `${F},海丰县,2025Q1,9,10,评价性抽检`]),
  ]);
  expect(codes(submission)).toEqual(['error submission.scheme-other 3F']);
});

test('rows outside what the actor may report are refused', () => {
  const actor: Actor = {
    id: 'demo-county-441521',
    name: { zh: '', en: '' },
    role: 'county',
    unit: '441521',
    departments: [],
  };
  const submission = read(lines(`${F},城区,2025Q1,9,10,,`, `${F},海丰县,2025Q1,9,10,,`), aContext({ actor }));
  expect(codes(submission)).toEqual(['error submission.outside-scope 2B']);
});

test('short rows are refused only when a needed field is cut off; surplus fields always', () => {
  const submission = read(
    lines(
      `${F},城区,2025Q1,9`,
      `${F},海丰县,2025Q1,9,10`,
      `${F},陆丰市,2025Q1,9,10,90,,多`,
      `${F},陆河县,2025Q1,9,10,90,,,,`,
    ),
  );
  expect(submission.rows.map(({ row }) => row)).toEqual([3, 5]);
  expect(codes(submission)).toContain('error submission.too-few-fields 2');
  expect(codes(submission)).toContain('error submission.too-many-fields 4');
});

test('what a workbook says about a cell is heard: dates, errors, formulas with and without a result', () => {
  const cells = ['text', 'text', 'date', 'formula', 'formula-without-result', 'error', 'text'] as const;
  const submission = read([
    {
      sheet: '抽检',
      hidden: false,
      source: 'sheet',
      rows: [
        { number: 3, texts: HEADING.split(','), kinds: null },
        { number: 4, texts: [F, '城区', '2025-03-31', '9', '', '#DIV/0!', ''], kinds: cells },
      ],
    },
  ]);
  expect(codes(submission)).toEqual([
    'error submission.period-is-date 4C',
    'warning submission.formula-used 4D',
    'error submission.formula-without-result 4E',
    'error submission.error-value 4F',
  ]);
});

test('title rows and headings in other words are found; several sheets are read; hidden ones are named', () => {
  const first = aGrid(
    [
      '汕尾市报表',
      '县（市、区）,指标名称,报告期,抽检批次,合格批次,合格率（％）,样品编号',
      `城区,${F},2025Q1,10,9,90,x`,
    ],
    {
      sheet: '甲',
      source: 'sheet',
    },
  );
  const second = aGrid(['area,indicator,period,total,passes', `red-bay,food,2025-Q1,10,9`], {
    sheet: '乙',
    source: 'sheet',
  });
  const notes = aGrid(['指标,口径,说明', '食品,当期,请认真填写'], { sheet: '说明', source: 'sheet' });
  const submission = read([first, notes, second, { ...first, sheet: '底稿', hidden: true }]);
  expect(submission.rows.map(({ cell, unit }) => [cell, unit])).toEqual([
    ['甲!D3', '441502'],
    ['乙!D2', 'red-bay'],
  ]);
  expect(submission.issues).toMatchObject([
    { code: 'submission.hidden-sheet-skipped', cell: { sheet: '底稿', row: 0 } },
  ]);
});

test('a missing column is named as the template names it, a doubled one with both headings', () => {
  expect(refusal([aGrid(['指标,地区,期间,合格数,合格率', `${F},城区,2025Q1,9,90`])])).toMatchObject({
    code: 'file.missing-columns',
    params: { columns: '抽检数' },
  });
  expect(refusal([aGrid(['指标,地区,期间,合格数,合格批次,抽检数', `x`])])).toMatchObject({
    code: 'file.duplicate-columns',
    params: { headings: '合格数、合格批次' },
  });
});

test('a sheet with figures that cannot be read refuses the file, even beside a good one', () => {
  const good = aGrid([HEADING, `${F},城区,2025Q1,9,10,,`], { sheet: '甲', source: 'sheet' });
  const bad = aGrid(['地区,期间,合格数', '城区,2025Q1,9'], { sheet: '乙', source: 'sheet' });
  expect(refusal([good, bad])).toMatchObject({ code: 'file.missing-columns', params: { sheet: '乙' } });
});

test('a heading that is repeated on a later page is no row; a lone 县 is not passed over', () => {
  const submission = read(lines(`${F},城区,2025Q1,9,10,,`, HEADING, `${F},县,2025Q1,9,10,,`));
  expect(submission.rowsSeen).toBe(2);
  expect(codes(submission)).toEqual(['error submission.unit-unknown 4B']);
});

test('columns may be left out where the uploader has chosen for the whole file', () => {
  const submission = read(
    [aGrid(['地区,合格数,抽检数', '城区,9,10'])],
    aContext({ defaultIndicator: 'food', defaultPeriod: '2025-Q3', defaultBasis: 'cumulative' }),
  );
  expect(submission.rows).toMatchObject([{ indicator: 'food', period: '2025-Q3', basis: 'cumulative' }]);
});

test('an empty table, a sheet without a table and a sheet that is too wide are refused', () => {
  expect(refusal(lines()).code).toBe('file.no-rows');
  expect(refusal([aGrid(['a,b', 'c,d'])]).code).toBe('file.no-header');
  expect(refusal([aGrid([HEADING, `${F}${','.repeat(100)}x`])]).code).toBe('file.too-many-columns');
});

test('a thousand issues of a level are kept, all are counted', () => {
  const submission = read(
    lines(...Array.from({ length: 1500 }, (_, index) => `${F},城区,2025Q1,约${index},10,,`)),
  );
  expect(submission.issues).toHaveLength(1000);
  expect(submission.errors).toBe(3000);
  expect(submission.rowsRefused).toBe(1500);
});
