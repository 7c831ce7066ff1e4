import type { PreviewIssue } from '@zhibiao/shared/submission';
import { expect, test } from 'vitest';
import { lacksExplanation, nothingExplained, ownExplanations } from './explained';

const anIssue = (row: number, explain = true): PreviewIssue => ({
  code: 'submission.outlier',
  level: 'warning',
  cell: { sheet: '', row, column: 'E' },
  params: {},
  explain,
  fixes: [],
});
const view = { issues: [anIssue(2), anIssue(2), anIssue(3), anIssue(4, false)], toExplain: 2 };

test('every row needs a text of its own or the one for all', () => {
  expect(lacksExplanation(view, nothingExplained)).toBe(true);
  expect(lacksExplanation(view, { all: ' ', own: { '!2': '复检' } })).toBe(true);
  expect(lacksExplanation(view, { all: '', own: { '!2': '复检', '!3': '专项' } })).toBe(false);
  expect(lacksExplanation(view, { all: '已核实', own: {} })).toBe(false);
  expect(lacksExplanation({ issues: [], toExplain: 0 }, nothingExplained)).toBe(false);
});

test('rows beyond those listed can only be explained by the text for all', () => {
  const many = { ...view, toExplain: 200 };
  expect(lacksExplanation(many, { all: '', own: { '!2': '复检', '!3': '专项' } })).toBe(true);
});

test('what was typed for a row that is strange no more is not sent', () => {
  expect(ownExplanations(view, { all: '', own: { '!2': ' 复检 ', '!4': '已改', '!9': '已改' } })).toEqual([
    { sheet: '', row: 2, text: '复检' },
  ]);
});
