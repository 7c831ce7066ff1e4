import { expect, test } from 'vitest';
import { observationSpan } from '@zhibiao/shared/calendar';
import { TEMPLATE_COLUMNS, TEMPLATE_HEADING } from '@zhibiao/shared/submission';
import { writeXlsx } from 'hucre/xlsx';
import { fixture, shanwei, statistician } from './a-reader.fixture';
import { readFileRows } from './read-file-rows';
import { writeTemplate } from './write-template';

/** A record of an `expected.json`, as far as it is compared. */
interface Expected {
  readonly expect: {
    readonly records: readonly {
      readonly area: string;
      readonly indicator: string;
      readonly period: { readonly start: string; readonly end: string };
      readonly passes: number;
      readonly total: number;
      readonly at: string;
    }[];
    readonly total_row?: { readonly passes: number; readonly total: number };
  };
}
// Both files come with the reports they describe.
const expected = (file: string) =>
  JSON.parse(fixture(`workbooks/${file}.expected.json`).toString()) as Expected;

const index = shanwei();
const context = { index, today: '2025-10-16', actor: statistician };
const rowsOf = (bytes: Uint8Array, name: string) => {
  const read = readFileRows({ bytes, name }, context);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.submission;
};

test('a GB18030 report with title, total row, remark, dashes and odd digits gives exactly its five records', () => {
  const submission = rowsOf(fixture('workbooks/06_shanwei_gb18030.csv'), '06_shanwei_gb18030.csv');
  expect(
    submission.rows.map(({ indicator, unit, period, basis, figure, row }) => ({
      area: index.unit(unit)?.name.zh,
      indicator,
      ...observationSpan(period, basis, '01-01'),
      figure,
      at: `row ${row}`,
    })),
  ).toEqual(
    expected('06_shanwei_gb18030').expect.records.map(({ area, period, passes, total, at }) => ({
      area,
      indicator: 'food-pass-rate',
      start: period.start,
      end: period.end,
      figure: { kind: 'counts', passes, total },
      at,
    })),
  );
  expect(submission.errors).toBe(0);
  expect(submission.issues.map(({ code, cell }) => [cell.row, code])).toEqual([
    [4, 'submission.thousands'],
    [4, 'submission.thousands'],
    [5, 'submission.full-width'],
    [5, 'submission.full-width'],
    [6, 'submission.thousands'],
    [7, 'submission.rate-read-as-fraction'],
    [9, 'submission.missing-figure-skipped'],
    [10, 'submission.total-row-skipped'],
    [12, 'submission.remark-skipped'],
  ]);
});

test('the Red Bay report of 2023 Q4, put into the plain template, gives its published total', async () => {
  const total = expected('11_redbay_2023Q4').expect.total_row;
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '报送表',
        rows: [
          TEMPLATE_COLUMNS.map((role) => TEMPLATE_HEADING[role]),
          [
            '食品安全监督抽检合格率',
            '红海湾',
            '2023年第四季度',
            '当期',
            total?.passes ?? 0,
            total?.total ?? 0,
            97.96,
            '监督抽检',
            '第五期',
          ],
        ],
      },
    ],
  });
  const submission = rowsOf(bytes, '11_redbay_2023Q4.xlsx');
  expect(submission.issues).toEqual([]);
  expect(submission.rows).toMatchObject([
    {
      indicator: 'food-pass-rate',
      period: '2023-Q4',
      basis: 'single',
      figure: { kind: 'counts', passes: 48, total: 49 },
      note: '第五期',
      cell: '报送表!F2',
    },
  ]);
});

test('the template as handed out has a row for each figure due, and only the counts are missing', async () => {
  const bytes = await writeTemplate(index, { actor: statistician, period: '2025-Q3' });
  const submission = rowsOf(bytes, '模板.xlsx');
  expect(submission.rowsSeen).toBeGreaterThan(30);
  expect(new Set(submission.issues.map(({ code }) => code))).toEqual(new Set(['submission.count-missing']));
});

test('a county gets a template of its own rows, a leader one without rows', async () => {
  const county = { ...statistician, role: 'county', unit: '441521' } as const;
  const own = readFileRows(
    { bytes: await writeTemplate(index, { actor: county, period: '2025-Q3' }), name: 'a.xlsx' },
    { ...context, actor: county },
  );
  expect(own.ok && new Set(own.value.preview.sheetRows.map(({ cells }) => cells[1]))).toEqual(
    new Set(['海丰县']),
  );
  const leader = { ...statistician, role: 'leader' } as const;
  const none = readFileRows(
    { bytes: await writeTemplate(index, { actor: leader, period: null }), name: 'a.xlsx' },
    context,
  );
  expect(none).toMatchObject({ ok: false, refusal: { code: 'file.no-rows' } });
});
