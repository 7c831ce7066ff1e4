import type { Grid, Issue } from '@zhibiao/shared/submission';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readGrids } from './read-file-rows';
import { writeMarked } from './write-marked';

const grid: Grid = {
  sheet: '一季度',
  hidden: false,
  source: 'sheet',
  rows: [
    { number: 2, texts: ['地区', '抽检数', '合格率', '备注'], kinds: null },
    {
      number: 3,
      texts: ['城区', '10', '97.62%', '=1+1'],
      kinds: ['text', 'number', 'percent', 'text'],
    },
    { number: 5, texts: ['海丰县', '１２', '', ''], kinds: ['text', 'text', 'text', 'text'] },
  ],
};
const issue = (code: Issue['code'], level: Issue['level'], cell: Issue['cell']): Issue => ({
  code,
  level,
  cell,
  params: { column: '抽检数', value: '１２', indicator: '', unit: '' },
});
const issues = [
  issue('submission.full-width', 'warning', { sheet: '一季度', row: 5, column: 'B' }),
  issue('submission.counts-needed', 'error', { sheet: '一季度', row: 5, column: 'B' }),
  issue('submission.rate-needed', 'error', { sheet: '一季度', row: 5, column: 'C' }),
  issue('submission.hidden-row-read', 'warning', { sheet: '一季度', row: 3, column: null }),
];
const nobody = new Map<string, readonly number[]>();

test('every problem stands in the comment of its cell, coloured by the worst, and in a list behind the sheets', async () => {
  const bytes = await writeMarked({ grids: [grid], issues, personal: nobody, language: 'zh' });
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [sheet, list] = sheets;
  expect(sheets.map(({ name }) => name)).toEqual(['一季度', '问题清单']);
  const cell = (key: string) => sheet?.cells?.get(key);
  expect(cell('4,1')?.comment?.text.split('\n')).toHaveLength(2);
  expect(JSON.stringify(cell('4,1')?.style?.fill)).toContain('F9D5D3');
  expect(cell('4,2')?.comment?.text).toContain('得分');
  expect(JSON.stringify(cell('2,0')?.style?.fill)).toContain('FCEBC8');
  expect(list?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['级别', '工作表', '单元格'],
    ['提醒', '一季度', 'B5'],
    ['错误', '一季度', 'B5'],
    ['错误', '一季度', 'C5'],
    ['提醒', '一季度', '3'],
  ]);
});

test('it is read again as the same sheet: numbers, percent cells and rows stay, and nothing becomes a formula', async () => {
  const bytes = await writeMarked({ grids: [grid], issues, personal: nobody, language: 'en' });
  const read = readGrids(bytes, 'marked.xlsx');
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.map(({ sheet }) => sheet)).toEqual(['一季度']);
  const rows = read.value[0]?.rows ?? [];
  expect(rows.map(({ number, texts }) => [number, texts.join('|')])).toEqual([
    [2, '地区|抽检数|合格率|备注'],
    [3, '城区|10|97.62%|=1+1'],
    [5, expect.stringMatching(/^海丰县\|１２\|*$/)],
  ]);
  expect(rows[1]?.kinds).toEqual(['text', 'number', 'percent', 'text']);
});

test('a sheet of the name of the list keeps it; a column about persons is left empty', async () => {
  const own = { ...grid, sheet: '问题清单' };
  const bytes = await writeMarked({
    grids: [own],
    issues: [],
    personal: new Map([['问题清单', [3]]]),
    language: 'zh',
  });
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['问题清单', '问题清单 2']);
  expect(sheets[0]?.rows.flat()).not.toContain('=1+1');
  expect(sheets[0]?.rows.flat()).not.toContain('备注');
});
