import { expect, test } from 'vitest';
import {
  hasControlCharacter,
  looksLikeFormula,
  quoted,
  withoutAnyInvisible,
  withoutInvisible,
} from './plain-text';

test('control characters are found, tabs and line breaks are none', () => {
  for (const text of ['a\0', '\u0007', 'x\u007F', '\u0085']) expect(hasControlCharacter(text)).toBe(true);
  for (const text of ['a\tb', 'a\r\nb', '海丰', '✅']) expect(hasControlCharacter(text)).toBe(false);
});

test('joined emoji survive in notes, direction marks and zero-width spaces do not', () => {
  expect(withoutInvisible('👨‍👩‍👧‍👦 𠮷')).toBe('👨‍👩‍👧‍👦 𠮷');
  expect(withoutInvisible('合格\u202E格合\u202C\u200B\uFEFF')).toBe('合格格合');
  expect(withoutAnyInvisible('海\u200D丰')).toBe('海丰');
});

test('what a spreadsheet would run is recognised, a lone dash is not', () => {
  for (const text of ['=1+1', '+1', '-2+3', '@SUM(1)', '\t=1', '＝1'])
    expect(looksLikeFormula(text)).toBe(true);
  for (const text of ['-', '—', '备注 = 无', '1+1']) expect(looksLikeFormula(text)).toBe(false);
});

test('a quoted value is one short line without anything that could deceive', () => {
  expect(quoted('a\nb\u202Ec\0')).toBe('a bc');
  expect(Array.from(quoted('县'.repeat(5000)))).toHaveLength(50);
  expect(quoted('𠮷'.repeat(60)).endsWith('𠮷…')).toBe(true);
});
