import { expect, test } from 'vitest';
import { blockOf, blockText, readTable, writeBlock, type Shown } from './block';

const shown: Shown = {
  letters: ['A', 'B', 'C'],
  rows: [2, 3, 5].map((row) => ({ sheet: '', row, cells: ['城区', `${row}0`, `${row}1`] })),
};
const place = (column: string | null, row: number) => ({ sheet: '', row, column });
const at = (column: string, row: number) => {
  const block = blockOf(shown, place(column, row), place(column, row));
  if (block === null) throw new Error('not in sight');
  return block;
};

test('a block lies between two cells, whichever was first; a row number means the row', () => {
  expect(blockOf(shown, place('C', 5), place('B', 3))).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
  expect(blockOf(shown, place(null, 3), place('B', 3))).toEqual({ top: 1, bottom: 1, left: 0, right: 2 });
  expect(blockOf(shown, place('B', 4), place('B', 3))).toBeNull();
});

test('what is copied is what a spreadsheet takes, and comes back the same', () => {
  expect(blockText(shown, { top: 0, bottom: 1, left: 1, right: 2 })).toBe('20\t21\r\n30\t31');
  const odd: Shown = { letters: ['A', 'B'], rows: [{ sheet: '', row: 1, cells: ['a"b', 'c\td'] }] };
  expect(readTable(blockText(odd, { top: 0, bottom: 0, left: 0, right: 1 }))).toEqual([['a"b', 'c\td']]);
});

test('Excel ends its last row with a line break and quotes breaks within a cell', () => {
  expect(readTable('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(readTable('"两\n行"\t 7 ')).toEqual([['两 行', '7']]);
  expect(readTable('1\t')).toEqual([['1', '']]);
  expect(readTable('')).toEqual([]);
});

test('a quote that nothing closes is a sign like any other, and swallows no cells', () => {
  expect(readTable('"5\t6\n7\t8')).toEqual([
    ['"5', '6'],
    ['7', '8'],
  ]);
});

test('a block is written from its corner on, into the rows in sight, without what says the same already', () => {
  expect(writeBlock(shown, at('B', 3), [['30', '9'], ['8']])).toEqual({
    kind: 'write',
    cells: [
      { sheet: '', row: 3, column: 'C', text: '9', was: '31' },
      { sheet: '', row: 5, column: 'B', text: '8', was: '50' },
    ],
  });
});

test('one text fills the whole block, an empty one empties it', () => {
  const edit = writeBlock(shown, { top: 0, bottom: 1, left: 1, right: 2 }, [['']]);
  expect(edit.kind === 'write' && edit.cells.map(({ column, row }) => `${column}${row}`)).toEqual([
    'B2',
    'C2',
    'B3',
    'C3',
  ]);
});

test('what goes beyond the sheet, is too much or touches a shortened text writes nothing and says why', () => {
  expect(writeBlock(shown, at('C', 3), [['1', '2'], ['3'], ['4']])).toEqual({
    kind: 'beyond',
    rows: 3,
    columns: 2,
    cell: 'C3',
    rowsLeft: 2,
    columnsLeft: 1,
  });
  expect(writeBlock(shown, at('B', 2), [['x'.repeat(501)], ['1']])).toEqual({ kind: 'long', cell: 'B2' });
  const long: Shown = { letters: ['A'], rows: [{ sheet: '', row: 1, cells: ['长'.repeat(600)] }] };
  expect(writeBlock(long, { top: 0, bottom: 0, left: 0, right: 0 }, [['']])).toEqual({
    kind: 'locked',
    cell: 'A1',
  });
  const many: Shown = {
    letters: ['A'],
    rows: Array.from({ length: 1001 }, (_, row) => ({ sheet: '', row, cells: ['1'] })),
  };
  expect(writeBlock(many, { top: 0, bottom: 1000, left: 0, right: 0 }, [['']])).toEqual({
    kind: 'many',
    count: 1001,
  });
});
