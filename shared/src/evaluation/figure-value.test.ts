import { expect, test } from 'vitest';
import type { Comparator, Target } from '../programme';
import { figureValue } from '.';

const asking = (...comparators: readonly Comparator[]): Target => ({
  indicator: 'food-pass-rate',
  due: '2025',
  from: '2023',
  comparators,
  strength: 'required',
  clause: { ref: '一', quote: '' }, // wording-ok: a clause number
});

const counts = (passes: number, total: number) => ({ kind: 'counts', passes, total }) as const;

test('98.46 % against 98.5 % is not printed as 98.5 %', () => {
  const target = asking({ kind: 'at-least', threshold: '98.5' });
  expect(figureValue(counts(1536, 1560), target)).toBe('98.46');
  expect(figureValue(counts(1536, 1560), undefined)).toBe('98.5');
});

test('the number asked is found behind a comparison with the province', () => {
  const target = asking({ kind: 'not-below', reference: '440000' }, { kind: 'at-least', threshold: '98.5' });
  expect(figureValue(counts(1536, 1560), target)).toBe('98.46');
});

test('where all is asked, a single failure is seen', () => {
  expect(figureValue(counts(2999, 3000), asking({ kind: 'all' }))).toBe('99.97');
});

test('a score is printed as it came; nothing inspected has no value', () => {
  expect(figureValue({ kind: 'score', score: '81.90' }, asking({ kind: 'at-least', threshold: '82' }))).toBe(
    '81.90',
  );
  expect(figureValue(counts(0, 0), undefined)).toBeNull();
});
