import { expect, test } from 'vitest';
import { aContext } from '../a-register.fixture';
import { checkRows } from '../check-rows';
import { splitCsv } from '../split-csv';
import type { GridRow, ReadSubmission } from '../types';
import { sentenceFile } from './sentence-file';

const row = {
  indicator: '食品抽检合格率',
  unit: '红海湾',
  period: '2025-Q3',
  basis: 'single',
  passes: 48,
  total: 49,
  rate: '97.96',
} as const;

const rowsOf = (text: string): ReadSubmission => {
  const rows: GridRow[] = [];
  const fault = splitCsv(text, (texts, number) => {
    rows.push({ number, texts, kinds: null });
    return undefined;
  });
  expect(fault).toBeNull();
  const read = checkRows([{ sheet: '', hidden: false, source: 'csv', rows }], aContext());
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};

test('a confirmed sentence is read back by the rules of a file, its words as the note', () => {
  const { rows, errors, warnings } = rowsOf(
    sentenceFile([{ ...row, text: '共49批次样品，其中合格样品48批次、\n不合格样品1批次' }]),
  );
  expect({ errors, warnings }).toEqual({ errors: 0, warnings: 0 });
  expect(rows).toMatchObject([
    {
      unit: 'red-bay',
      period: '2025-Q3',
      basis: 'single',
      figure: { kind: 'counts', passes: 48, total: 49 },
      note: '共49批次样品，其中合格样品48批次、 不合格样品1批次',
    },
  ]);
});

test('a sentence can neither run as a formula nor be too long for a note', () => {
  const { rows, errors, warnings } = rowsOf(
    sentenceFile([{ ...row, text: `=cmd|' /C calc'!A0 ${'长'.repeat(600)}` }]),
  );
  expect({ errors, warnings }).toEqual({ errors: 0, warnings: 0 });
  expect(rows[0]?.note).toMatch(/^cmd.*长…$/);
  expect(rows[0]?.note).toHaveLength(500);
});
