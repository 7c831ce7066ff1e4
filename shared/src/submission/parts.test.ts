import { expect, test } from 'vitest';
import { aContext, aGrid, HEADING } from './a-register.fixture';
import { applyCorrections } from './apply-corrections';
import { checkRows } from './check-rows';
import { columnIndex, columnLetter } from './column-letter';
import { diffRows } from './diff-rows';
import { fileExtension, fileLabel } from './file-label';
import { headingRole } from './headings';
import { readLayout } from './layout/read-layout';
import { sheetPreview } from './sheet-preview';
import { suggestName } from './suggest-name';

const F = '食品抽检合格率';

test('headings are matched whole, in both languages, brackets of measure apart', () => {
  const roles = [
    '县（市、区）',
    '抽检批次',
    '不合格批次',
    '合格率（％）',
    '抽检数（批次）',
    'Pass Rate',
    '期 间',
    '合格率(不含复检)',
    '不合格样品',
  ];
  expect(roles.map(headingRole)).toEqual([
    'unit',
    'total',
    'failures',
    'rate',
    'total',
    'rate',
    'period',
    null,
    null,
  ]);
});

test('columns and letters go both ways, to the edge of a spreadsheet', () => {
  for (const [index, letter] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ] as const) {
    expect(columnLetter(index)).toBe(letter);
    expect(columnIndex(letter)).toBe(index);
  }
  expect([columnIndex('XFE'), columnIndex('1'), columnIndex('')]).toEqual([null, null, null]);
});

test('a name is suggested when one contains the other or a character differs, else nothing is', () => {
  const known = ['海丰县', '陆丰市', '陆河县', '食品抽检合格率'];
  expect(suggestName('海丰', known)).toBe('海丰县');
  expect(suggestName('陆丰县', known)).toBe('陆丰市');
  expect(suggestName('食品抽查合格率', known)).toBe('食品抽检合格率');
  expect(suggestName('惠来县', known)).toBeNull();
  expect(suggestName('县', known)).toBeNull();
});

test('a file name is a label: no path, no control or direction marks, its extension kept', () => {
  expect(fileLabel('../../../etc/cron.d/数据.xlsx')).toBe('数据.xlsx');
  expect(fileLabel('C:\\fakepath\\a\u202Excod.csv')).toBe('axcod.csv');
  expect(fileLabel('reports/2025Q3/')).toBe('2025Q3');
  expect(fileLabel(`${'长'.repeat(300)}.xlsx`)).toMatch(/^长{94}….xlsx$/);
  expect([fileExtension('a.b.XLSX'), fileExtension('.csv'), fileExtension('reports/2025Q3/')]).toEqual([
    'xlsx',
    '',
    '',
  ]);
});

test('corrections replace cells as if typed so, leave the rest alone, and stay inside what was read', () => {
  const grids = [aGrid([HEADING, `${F},城区,2025Q1,-9,10,,`])];
  const corrected = applyCorrections(grids, [
    { sheet: '', row: 2, column: 'D', text: '8' },
    { sheet: '', row: 2, column: 'D', text: '9' },
    { sheet: '', row: 2, column: 'B', text: '海丰县' },
  ]);
  const read = corrected.ok ? checkRows(corrected.value, aContext()) : corrected;
  expect(read).toMatchObject({
    ok: true,
    value: { rows: [{ unit: '441521', figure: { passes: 9, total: 10 } }] },
  });
  expect(grids[0]?.rows[1]?.texts[3]).toBe('-9');
  for (const place of [
    { sheet: '', row: 7, column: 'D' },
    { sheet: 'x', row: 2, column: 'D' },
    { sheet: '', row: 2, column: 'CW' },
    { sheet: '', row: 2, column: '1' },
  ])
    expect(applyCorrections(grids, [{ ...place, text: '1' }])).toMatchObject({
      ok: false,
      refusal: { code: 'submission.correction-outside' },
    });
});

test('the preview shows two hundred rows, those with issues always among them', () => {
  const rows = Array.from(
    { length: 400 },
    (_, index) => `${F},城区,2025Q1,${index === 350 ? '约' : ''}1,10,,`,
  );
  const grids = [aGrid(['标题', HEADING, ...rows])];
  const issues = [
    {
      code: 'submission.count-not-number',
      level: 'error',
      cell: { sheet: '', row: 353, column: 'D' },
      params: {},
    },
  ] as const;
  const { columns, sheetRows } = sheetPreview(readLayout(grids, aContext()), issues);
  expect(columns.map(({ heading }) => heading)).toEqual(HEADING.split(','));
  expect(sheetRows).toHaveLength(200);
  expect(sheetRows[0]?.row).toBe(3);
  expect(sheetRows.at(-1)).toEqual({
    sheet: '',
    row: 353,
    cells: [F, '城区', '2025Q1', '约1', '10', '', ''],
  });
});

test('each row is new, changed or the same beside the ledger', () => {
  const read = checkRows(
    [aGrid([HEADING, `${F},城区,2025Q1,9,10,,`, `${F},海丰县,2025Q1,9,10,,`, `${F},陆丰市,2025Q1,9,10,,`])],
    aContext(),
  );
  const rows = read.ok ? read.value.rows : [];
  const changes = diffRows(rows, ({ unit }) =>
    unit === '441502' ? null : { kind: 'counts', passes: unit === '441521' ? 8 : 9, total: 10 },
  );
  expect(changes.map(({ kind }) => kind)).toEqual(['new', 'changed', 'same']);
});
