import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtWorker, fixture, shanwei, statistician } from './a-reader.fixture';
import { createReader } from './read-in-worker';

const index = shanwei();
let worker: Awaited<ReturnType<typeof builtWorker>>;
beforeAll(async () => {
  worker = await builtWorker();
});
afterAll(() => {
  worker.remove();
});

const request = (bytes: Uint8Array) => ({ name: 'a.csv', bytes, today: '2025-10-16', actor: statistician });
const small = request(fixture('hostile/o02-ok-utf8.csv'));
const large = request(
  Buffer.from(
    `指标,地区,期间,合格数,抽检数,备注\n${'食品抽检合格率,城区,2025Q1,9,10,"x""y"\n'.repeat(49_000)}`,
  ),
);

test('a file that takes too long is given up, and the next one is read', async () => {
  const reader = createReader(index, { worker: worker.url, deadlineMs: 1, workers: 1 });
  const slow = await reader.read(large);
  expect(slow).toMatchObject({ ok: false, refusal: { code: 'file.took-too-long' } });
  await reader.close();
  const patient = createReader(index, { worker: worker.url, workers: 1 });
  expect((await patient.read(small)).ok).toBe(true);
  await patient.close();
});

test('a file that takes too much memory is given up, and the same reader reads on', async () => {
  const reader = createReader(index, { worker: worker.url, memoryMb: 12, workers: 1 });
  const [greedy, modest] = await Promise.all([reader.read(large), reader.read(small)]);
  expect(greedy).toMatchObject({ ok: false, refusal: { code: 'file.took-too-much-memory' } });
  expect(modest.ok).toBe(true);
  await reader.close();
});

test('many files at once are all read, each with its own answer', async () => {
  const reader = createReader(index, { worker: worker.url });
  const files = ['o02-ok-utf8.csv', 'o03-ok-utf8-bom.csv', 'o04-ok-gb18030.csv', 'o05-ok-utf16le-bom.csv'];
  const answers = await Promise.all(
    [...files, ...files, ...files].map((file) => reader.read(request(fixture(`hostile/${file}`)))),
  );
  expect(answers.map((answer) => (answer.ok ? answer.value.submission.rows[0]?.period : null))).toEqual(
    [1, 2, 3].flatMap(() => ['2025-Q2', '2025-Q1', '2024-Q4', '2024-Q3']),
  );
  await reader.close();
});

test('what crosses from the worker is what was read there: figures of each kind, notes, cells', async () => {
  const reader = createReader(index, { worker: worker.url });
  const csv =
    '指标,地区,期间,口径,合格数,抽检数,合格率(%),备注\n' +
    '食品抽检合格率,城区,2025Q2,累计,9,10,90,注\n' +
    '食品抽检合格率,广东省,2025Q2,当期,,,98.50%,\n' +
    '公共服务质量满意度,汕尾市,2024年,,,,86.30,\n';
  const read = await reader.read(request(Buffer.from(csv)));
  expect(read.ok && read.value.submission.rows).toMatchObject([
    {
      basis: 'cumulative',
      figure: { kind: 'counts', passes: 9, total: 10 },
      note: '注',
      sheet: '',
      row: 2,
      cell: 'F2',
    },
    { unit: '440000', figure: { kind: 'rate', rate: '98.50' }, cell: 'G3' },
    { figure: { kind: 'score', score: '86.30' }, cell: 'G4' },
  ]);
  expect(read.ok && read.value.preview.columns.map(({ letter, heading }) => letter + heading)).toContain(
    'F抽检数',
  );
  expect(read.ok && read.value.preview.sheetRows).toHaveLength(3);
  await reader.close();
});

test('a corrected cell is read as if it had been typed so; a cell that nobody saw is refused', async () => {
  const reader = createReader(index, { worker: worker.url });
  const file = request(fixture('hostile/o41-negative.csv'));
  const corrections = [
    { sheet: '', row: 3, column: 'D', text: '492' },
    { sheet: '', row: 5, column: 'E', text: '300' },
  ];
  const read = await reader.read({ ...file, corrections });
  expect(read.ok && [read.value.submission.errors, read.value.submission.rows.length]).toEqual([0, 6]);
  const outside = await reader.read({
    ...file,
    corrections: [{ sheet: '', row: 99, column: 'D', text: '1' }],
  });
  expect(outside).toMatchObject({ ok: false, refusal: { code: 'file.cell-outside' } });
  await reader.close();
});

test('a closed reader rejects instead of hanging', async () => {
  const reader = createReader(index, { worker: worker.url });
  await reader.close();
  await expect(reader.read(small)).rejects.toThrow('closed');
});
