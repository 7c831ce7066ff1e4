import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_COUNT, readCount } from './read-count';

const read = (text: string) => {
  const count = readCount(text);
  switch (count.kind) {
    case 'count':
      return [count.value, ...count.remarks];
    case 'fault':
      return count.fault;
    default:
      return count.kind;
  }
};

test('plain digits are read as they stand, spaces around them too', () => {
  expect([read('985'), read('0'), read(' 0985　'), read('985.0'), read('1000000000')]).toEqual([
    [985],
    [0],
    [985],
    [985],
    [1_000_000_000],
  ]);
});

test('full-width digits, thousands separators and invisible characters are converted, with a remark', () => {
  expect(read('９８５')).toEqual([985, 'full-width']);
  expect(read('1,204')).toEqual([1204, 'thousands']);
  expect(read(' 1 512 ')).toEqual([1512, 'thousands']);
  expect(read('１，２０４')).toEqual([1204, 'full-width', 'thousands']);
  expect(read('9\u200B85')).toEqual([985, 'invisible-characters']);
});

test('dashes and 无 say that there is no figure', () => {
  for (const text of ['—', '－', '——', '-', '/', '／', '无', '–']) expect(read(text), text).toBe('absent');
  expect(read('一')).toBe('not-number');
});

test('numbers are never guessed', () => {
  for (const text of [
    '约985',
    '985批',
    '(5)',
    '−5',
    '+5',
    '1,20',
    '12,34',
    '1.2.3',
    '0x10',
    '٣',
    '九',
    '98%',
    '1/2',
  ])
    expect(read(text), text).toBe('not-number');
  expect(read('1.0E+03')).toBe('scientific');
  expect(read('4.92e2')).toBe('scientific');
  expect(read('984.5')).toBe('not-whole');
  expect(read('-492')).toBe('negative');
  expect(read('－３')).toBe('negative');
  expect(read('1000000001')).toBe('too-large');
  expect(read('9'.repeat(5000))).toBe('not-number');
});

test('whatever a cell holds, a count is whole, within bounds, and made of the digits that stand there', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('0', '1', '9', ',', '.', ' ', '-', '５', '，', '%', 'e', '约', '\u200B'),
      }),
      (text) => {
        const count = readCount(text);
        if (count.kind !== 'count') return;
        expect(Number.isInteger(count.value)).toBe(true);
        expect(count.value).toBeGreaterThanOrEqual(0);
        expect(count.value).toBeLessThanOrEqual(LARGEST_COUNT);
        const digits = text
          .normalize('NFKC')
          .replace(/\.0*\s*$/, '')
          .replace(/\D/g, '');
        expect(count.value).toBe(Number(digits));
      },
    ),
    { seed: 20251016, numRuns: 3000 },
  );
});
