import { expect, test } from 'vitest';
import { clauseText } from './clause-text';

test('a clause keeps its Chinese number for Chinese readers', () => {
  expect(clauseText('八（二十二）', 'zh')).toBe('八（二十二）');
});

test.each([
  ['一（二）', '1(2)'],
  ['四（十）', '4(10)'],
  ['八（二十二）', '8(22)'],
  ['九（三十）', '9(30)'],
  ['十（十一）', '10(11)'],
])('clause %s is written %s in English', (ref, english) => {
  expect(clauseText(ref, 'en')).toBe(english);
});
