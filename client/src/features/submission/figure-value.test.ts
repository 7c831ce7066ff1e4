import type { Target } from '@zhibiao/shared/programme';
import { expect, test } from 'vitest';
import { figureValue } from './figure-value';

const target: Target = {
  indicator: 'food-pass-rate',
  due: '2025',
  from: '2023',
  comparators: [{ kind: 'at-least', threshold: '98.5' }],
  strength: 'required',
  clause: { ref: '一', quote: '' },
};

test('98.46 % against 98.5 % is not printed as 98.5 %', () => {
  expect(figureValue({ kind: 'counts', passes: 1536, total: 1560 }, target)).toBe('98.46');
  expect(figureValue({ kind: 'counts', passes: 1536, total: 1560 }, undefined)).toBe('98.5');
});
