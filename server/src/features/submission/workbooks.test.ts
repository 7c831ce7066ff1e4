import { beforeAll, expect, test } from 'vitest';
import { observationSpan } from '@zhibiao/shared/calendar';
import { writeXlsx } from 'hucre/xlsx';
import { fixture } from '../../documents/a-reader.fixture';
import { approve } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aWorkbook } from '../../testing/a-sheet';
import { keyOf } from '../../testing/key-of';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

/** What a report that came with its expected content holds. */
interface Expected {
  readonly expect: {
    readonly records: readonly {
      readonly area: string;
      readonly category?: string;
      readonly period: { readonly start: string; readonly end: string };
      readonly passes: number;
      readonly total: number;
    }[];
    readonly total_row: { readonly passes: number; readonly total: number };
  };
}
const expected = (file: string): Expected['expect'] =>
  // Written together with the report it describes.
  (JSON.parse(fixture(`workbooks/${file}.expected.json`).toString()) as Expected).expect;

let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
});

const commit = async (submission: string) => {
  const { ledgerPosition } = await person.query('submission.preview', { submission });
  await person.change('submission.submit', {
    submission,
    ledgerPosition,
    reason: '原始报表',
    explanation: '原件如此',
  });
  await approve(server, submission);
  return server.services.stores.observations.history({ indicators: ['food-pass-rate'] });
};

test('a GB18030 report stores exactly its five records, each with the row that proves it', async () => {
  const { submission } = await person.submit(
    '06_shanwei_gb18030.csv',
    fixture('workbooks/06_shanwei_gb18030.csv'),
  );
  const history = await commit(submission);
  const key = await keyOf(server, submission);
  const stored = history.filter((entry) => entry.submission === key).toReversed();
  const { index } = server.services;
  expect(
    stored.map(({ unit, period, basis, figure, cell }) => ({
      area: index.unit(unit)?.name.zh,
      ...observationSpan(period, basis, '01-01'),
      figure,
      cell,
    })),
  ).toEqual(
    expected('06_shanwei_gb18030').records.map(({ area, period, passes, total }, place) => ({
      area,
      start: period.start,
      end: period.end,
      figure: { kind: 'counts', passes, total },
      cell: `D${place + 4}`,
    })),
  );
});

test('the Red Bay report as it was printed asks for what it does not say, and stores nothing meanwhile', async () => {
  const { records, total_row: sum } = expected('11_redbay_2023Q4');
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '2023年第五期',
        rows: [
          ['食品安全监督抽检情况（2023年第五期）'],
          ['食品类别', '抽检批次', '合格批次'],
          ...records.map(({ category, passes, total }) => [category ?? '', total, passes]),
          ['合计', sum.total, sum.passes],
        ],
      },
    ],
  });
  const { submission } = await person.submit('11_redbay_2023Q4.xlsx', bytes);
  const preview = await person.query('submission.preview', { submission });
  expect(preview).toMatchObject({
    outcome: 'reject-rows',
    rowsGood: 0,
    issues: [{ code: 'submission.unit-needed' }, { code: 'submission.period-needed' }, {}],
    layout: {
      subjects: [{ role: 'unit' }, { role: 'period', proposals: [{ value: '2023-Q4' }, { value: '2023' }] }],
      hints: [
        { code: 'indicator-from-title', text: '食品抽检合格率' },
        { code: 'categories-added', text: '11' },
      ],
    },
  });
  const { refusal } = await person.tryChange('submission.submit', {
    submission,
    ledgerPosition: preview.ledgerPosition,
    reason: '原始报表',
  });
  expect(refusal).toMatchObject({ code: 'submission.has-errors' });
});

test('a messy workbook is checked, mended in its own cells, and ready: three heading lines, sixteen figures', async () => {
  const { submission } = await person.submit(
    '03_counties_wide_2023Q4.xlsx',
    fixture('workbooks/03_counties_wide_2023Q4.xlsx'),
  );
  const before = await person.query('submission.preview', { submission });
  expect(before).toMatchObject({ outcome: 'reject-rows', rowsGood: 15, rowsRefused: 1 });
  const places = before.issues
    .filter(({ level }) => level === 'error')
    .map(({ cell }) => `${cell.column}${cell.row}`);
  expect(places.toSorted()).toEqual(['G9', 'H9']);
  const [first] = before.columns;
  expect(first?.heading).toBe('序号');
  const at = { sheet: '四季度', row: 9 };
  const corrections = [
    { ...at, column: 'G', text: '31' },
    { ...at, column: 'H', text: '96.88%' },
  ];
  const after = await person.change('submission.correct', { submission, corrections });
  expect(after).toMatchObject({ outcome: 'accept-with-warning', rowsGood: 16, rowsRefused: 0 });
});

test('put into the plain sheet it stores its published total and nothing else', async () => {
  const { total_row: sum } = expected('11_redbay_2023Q4');
  const bytes = await aWorkbook([
    ['食品安全监督抽检合格率', '红海湾', '2023年第四季度', sum.passes, sum.total, '第五期'],
  ]);
  const { submission } = await person.submit('11_redbay_2023Q4.xlsx', bytes);
  const history = await commit(submission);
  const key = await keyOf(server, submission);
  const [entry, ...others] = history.filter((one) => one.submission === key);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    unit: 'red-bay',
    period: '2023-Q4',
    basis: 'single',
    figure: { kind: 'counts', passes: 48, total: 49 },
    note: '第五期',
    cell: '报送表!E2',
  });
});
