import { expect, test } from 'vitest';
import { fieldChanges } from './field-changes';

test('only the counts that differ are listed, with their difference', () => {
  expect(
    fieldChanges({ kind: 'counts', passes: 375, total: 380 }, { kind: 'counts', passes: 375, total: 381 }),
  ).toEqual([{ field: 'total', before: 380, after: 381, by: 1 }]);
});

test('a finished percentage changes as the text that was published', () => {
  expect(fieldChanges({ kind: 'rate', rate: '98.5' }, { kind: 'rate', rate: '98.50' })).toEqual([
    { field: 'rate', before: '98.5', after: '98.50', by: null },
  ]);
});

test('counts in place of a bare percentage change the figure as a whole', () => {
  expect(fieldChanges({ kind: 'rate', rate: '98.5' }, { kind: 'counts', passes: 65, total: 66 })).toEqual([
    { field: 'figure', before: '98.5%', after: '65 / 66', by: null },
  ]);
});
