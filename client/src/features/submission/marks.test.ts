import type { Issue } from '@zhibiao/shared/submission';
import { expect, test } from 'vitest';
import { marksOf, nextIssue, type Marked } from './marks';

const place = (row: number, column: string | null, sheet = '') => ({ sheet, row, column });

const anIssue = (row: number, column: string | null, level: Issue['level'] = 'error'): Issue => ({
  code: 'submission.count-missing',
  level,
  cell: place(row, column),
  params: {},
});

const aView = (rest: Partial<Marked> = {}): Marked => ({
  issues: [anIssue(3, 'B'), anIssue(3, 'A', 'warning'), anIssue(4, null, 'warning')],
  columns: [
    { letter: 'A', heading: '地区' },
    { letter: 'B', heading: '抽检数' },
  ],
  sheetRows: [2, 3, 4].map((row) => ({ sheet: '', row, cells: ['城区', row === 3 ? '' : `${row}0`] })),
  corrections: [{ ...place(2, 'B'), column: 'B', text: '20', stood: '2O' }],
  rowsSeen: 3,
  rowsRefused: 1,
  rowsGood: 2,
  ...rest,
});

test('the worst issue of a row decides how it stands', () => {
  const marks = marksOf(aView());
  expect([2, 3, 4].map((row) => marks.state(place(row, null)))).toEqual(['passed', 'error', 'warning']);
  expect(marks.counts).toEqual({ all: 3, error: 1, warning: 1, passed: 1 });
});

test('issues and corrections are found by their cell, issues of a row at the row', () => {
  const marks = marksOf(aView());
  expect(marks.at(place(3, 'B'))).toEqual([0]);
  expect(marks.at(place(4, null))).toEqual([2]);
  expect(marks.at(place(4, 'A'))).toEqual([]);
  expect(marks.corrected(place(2, 'B'))?.stood).toBe('2O');
});

test('of a long sheet the counts speak of the whole file, not of the rows in sight', () => {
  const marks = marksOf(aView({ rowsSeen: 9_000, rowsRefused: 40, rowsGood: 8_960 }));
  expect(marks.counts).toEqual({ all: 9_000, error: 40, warning: 1, passed: 8_959 });
});

test('of a list of samples the lines count, not the figures that they add up to', () => {
  const samples = { samples: 8_960, failing: 3, retests: 0, new: 8_960, revised: 0, same: 0, personal: [] };
  const marks = marksOf(aView({ rowsSeen: 9_000, rowsRefused: 40, rowsGood: 12, samples }));
  expect(marks.counts).toEqual({ all: 9_000, error: 40, warning: 1, passed: 8_959 });
});

test('a column of numbers is set to the right, a column of names is not', () => {
  expect([...marksOf(aView()).numeric]).toEqual(['B']);
});

test('a cell of another sheet or beyond the columns is not in sight', () => {
  const marks = marksOf(aView());
  expect(marks.isShown(place(3, 'B'))).toBe(true);
  expect(marks.isShown(place(3, 'C'))).toBe(false);
  expect(marks.isShown(place(3, 'B', '二季度'))).toBe(false);
});

test('F8 goes through the issues in order and round to the first, Shift+F8 back', () => {
  const { issues } = aView();
  expect(nextIssue(issues, null, 1)).toEqual(place(3, 'B'));
  expect(nextIssue(issues, place(3, 'B'), 1)).toEqual(place(3, 'A'));
  expect(nextIssue(issues, place(4, null), 1)).toEqual(place(3, 'B'));
  expect(nextIssue(issues, place(3, 'B'), -1)).toEqual(place(4, null));
  expect(nextIssue([], place(3, 'B'), 1)).toBeNull();
});
