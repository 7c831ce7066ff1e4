import { expect, test } from 'vitest';
import { shareText } from './state-words';

test('a share says 100 % only when nothing is missing, and 0 % only when nothing is there', () => {
  expect(shareText(399, 400)).toBe('99%');
  expect(shareText(400, 400)).toBe('100%');
  expect(shareText(1, 400)).toBe('1%');
  expect(shareText(0, 400)).toBe('0%');
  expect(shareText(0, 0)).toBeNull();
});
