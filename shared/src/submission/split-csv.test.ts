import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinCsv } from './join-csv';
import { splitCsv, type CsvShape } from './split-csv';

const rowsOf = (text: string, shape?: CsvShape) => {
  const rows: [number, string[]][] = [];
  const fault = splitCsv(
    text,
    (fields, row) => {
      rows.push([row, fields]);
      return undefined;
    },
    shape,
  );
  return { rows, fault };
};

test('what the writer writes is read back, whatever the texts hold', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '县', '"', ',', '\n', '\r', ' ', '1', '\t', '𠮷') });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
      fc.constantFrom(',', ';', '\t'),
      (records, delimiter) => {
        const { rows, fault } = rowsOf(joinCsv(records, delimiter), { delimiter });
        expect(fault).toBeNull();
        expect(rows).toEqual(records.map((record, index) => [index + 1, record]));
      },
    ),
    { seed: 20251016, numRuns: 500 },
  );
});

test('any text either splits or has a fault, and never hangs or throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') }), (text) => {
      const { rows, fault } = rowsOf(text);
      if (fault !== null) expect(fault.row).toBeGreaterThan(rows.at(-1)?.[0] ?? 0);
    }),
    { seed: 20251016, numRuns: 2000 },
  );
});

test('mixed line ends, quoted line breaks and blank lines keep the row numbers of a spreadsheet', () => {
  expect(rowsOf('a,b\r\nc,d\ne,"f\nf"\r\n\ng,h\ri,').rows).toEqual([
    [1, ['a', 'b']],
    [2, ['c', 'd']],
    [3, ['e', 'f\nf']],
    [5, ['g', 'h']],
    [6, ['i', '']],
  ]);
});

test('a quote that never closes names the row it was opened in', () => {
  expect(rowsOf('a,b\nc,"d\ne,f\n').fault).toEqual({ kind: 'unclosed-quote', row: 2 });
  expect(rowsOf('a,b\nc,"d\ne,"f"\n').fault).toEqual({ kind: 'unclosed-quote', row: 2 });
});

test('doubled quotes are one quote, and a quote inside plain text is itself', () => {
  expect(rowsOf('"""咸水粿""（散装）",5" pipe').rows).toEqual([[1, ['"咸水粿"（散装）', '5" pipe']]]);
});

test('a record of absurd width is a fault before it takes the memory', () => {
  expect(rowsOf(`a\n${','.repeat(50)}`, { maxFields: 50 }).fault).toEqual({
    kind: 'too-many-fields',
    row: 2,
  });
});

test('the reader of rows may stop', () => {
  let seen = 0;
  splitCsv('a\nb\nc\n', () => (seen += 1) < 2);
  expect(seen).toBe(2);
});

test('long runs of doubled quotes come out as they went in', () => {
  for (const lead of ['', 'a', 'ab'])
    for (const field of [`${lead}${'"'.repeat(30_001)}`, `${lead}${'x"'.repeat(30_000)}`])
      expect(rowsOf(joinCsv([[field, 'b']])).rows[0]?.[1]).toEqual([field, 'b']);
});
