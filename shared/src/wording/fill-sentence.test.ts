import { expect, test } from 'vitest';
import { fillSentence } from './fill-sentence';

test('params take the place of their names, numbers too', () => {
  expect(fillSentence('第 {row} 行：“{value}”', { row: 4, value: '海丰' })).toBe('第 4 行：“海丰”');
});

test('a part in double brackets is left out when one of its params is absent', () => {
  const template = '没有“{value}”[[，可能是“{suggestion}”]]。';
  expect(fillSentence(template, { value: '海丰', suggestion: '海丰县' })).toBe(
    '没有“海丰”，可能是“海丰县”。',
  );
  expect(fillSentence(template, { value: '惠来县' })).toBe('没有“惠来县”。');
});

test('a value that looks like a template is shown as it is', () => {
  expect(fillSentence('“{value}”', { value: '{row}[[x]]$&', row: 4 })).toBe('“{row}[[x]]$&”');
});
