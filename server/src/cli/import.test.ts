import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostileBytes, hostileCorpus } from '../testing/hostile-corpus';
import { aSheet, type SheetRow } from '../testing/a-sheet';
import { factsOf } from '../testing/facts-of';
import { portOf, runProgram, startProgram } from '../testing/run-program';
import { demonstrationFolder, temporaryFolder } from '../testing/start-test-server';

let folder = '';
let files = '';

beforeAll(async () => {
  folder = await demonstrationFolder();
  files = await temporaryFolder();
});

const rows: readonly SheetRow[] = [
  ['食品抽检合格率', '陆丰市', '2021Q4', 490, 500],
  ['食品抽检合格率', '海丰县', '2021Q4', 399, 400],
];

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(files, name);
  await writeFile(path, content);
  return path;
};

const run = (words: readonly string[], data = folder) =>
  runProgram('cli', ['import', ...words, '--json'], { ZHIBIAO_DATA: data });

/** Approves or publishes as somebody, past the page. */
const decide = (words: readonly string[]) =>
  runProgram('cli', [...words, '--json'], { ZHIBIAO_DATA: folder });

const facts = async (data = folder): Promise<string> => {
  const { hash, found } = await factsOf(data);
  expect(found).toEqual([]);
  return hash;
};

describe('import', () => {
  test('a dry run says everything and stores nothing; without it the same is stored, once', async () => {
    const path = await file('a.csv', aSheet(rows));
    const before = await facts();
    const dry = await run([path, '--dry-run']);
    expect(dry.status).toBe(0);
    const report = dry.json();
    expect(report).toMatchObject({
      outcome: 'accept',
      rows: [],
      stored: 2,
      records: [
        {
          indicator: 'food-pass-rate',
          unit: '441581',
          period: '2021-Q4',
          basis: 'single',
          passes: 490,
          total: 500,
          rate: 98,
          cell: 'E2',
        },
        { unit: '441521', rate: 99.75 },
      ],
      changes: { new: 2, changed: 0, same: 0, refused: 0 },
    });
    expect(await facts()).toBe(before);
    const done = await run([path]);
    // Written by import just now.
    const { submission, ...stored } = done.json() as { submission: number };
    expect([done.status, stored]).toEqual([0, report]);
    // Submitted is not approved: a second person stores it, and nobody approves their own.
    expect(await facts()).toBe(before);
    const byAuthor = await decide(['approve', String(submission), '--as', 'demo-statistician']);
    expect(byAuthor.status).toBe(1);
    expect((await decide(['approve', String(submission), '--as', 'demo-reviewer'])).status).toBe(0);
    const after = await facts();
    expect(after).not.toBe(before);
    const verified = await runProgram('cli', ['verify', '--json'], { ZHIBIAO_DATA: folder });
    expect(verified.json()).toEqual({ ok: true, factsHash: after, found: [] });
    const again = await run([path]);
    expect(again.json()).toMatchObject({ stored: 0, changes: { new: 0, changed: 0, same: 2 } });
    expect(await facts()).toBe(after);
  });

  test('a changed figure is stored with a reason, the given one or that it came this way', async () => {
    const path = await file('b.csv', aSheet([['食品抽检合格率', '陆丰市', '2025Q3', 500, 531]]));
    const strange = await run([path, '--dry-run']);
    expect(strange.json()).toMatchObject({
      outcome: 'accept',
      toExplain: 1,
      plausibility: [{ row: 2, cell: 'E2', level: 'warning' }],
    });
    const { status, json } = await run([path, '--explain', '飞行检查集中抽了问题产品']);
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      stored: 1,
      changes: { changed: 1 },
      effects: [
        {
          indicator: 'food-pass-rate',
          unit: '441500',
          period: '2025-Q3',
          basis: 'cumulative',
          before: { verdict: 'met' },
          after: { verdict: 'short' },
        },
      ],
    });
  });

  test('the period and basis of a sheet that has none are said on the command line', async () => {
    const path = await file('c.csv', '指标,地区,合格数,抽检数\n食品抽检合格率,陆丰市,900,1000\n');
    expect((await run([path, '--dry-run'])).json()).toMatchObject({ outcome: 'reject-file' });
    const words = [path, '--dry-run', '--period', '2021-Q2', '--basis', 'cumulative'];
    expect((await run(words)).json()).toMatchObject({
      outcome: 'accept',
      records: [{ period: '2021-Q2', basis: 'cumulative' }],
    });
  });

  test.each(['o02', 'o12', 'o47', 'o57'])(
    'hostile file %s ends in its class, with the exit status to match',
    async (id) => {
      const entry = hostileCorpus().cases.find((one) => one.id === id);
      if (entry === undefined) throw new Error(id);
      // The name is a label of the sender's; on our disk it is an ordinary one.
      const path = await file(entry.upload_name.replace(/.*[\\/]/, ''), hostileBytes(entry));
      const { status, json, stderr } = await run([path, '--dry-run']);
      const { outcome, message } = json() as { readonly outcome: string; readonly message: string };
      expect([entry.expected, ...entry.also_acceptable]).toContain(outcome);
      expect(message.length).toBeGreaterThan(5);
      expect(status).toBe(outcome.startsWith('reject') ? 1 : 0);
      if (status === 1) expect(JSON.parse(stderr)).toEqual({ outcome, refusal: null });
    },
  );

  test('refused rows store nothing, and the cell is named', async () => {
    const before = await facts();
    const bad: SheetRow = ['食品抽检合格率', '陆河县', '2021Q4', 103, 97];
    const { status, json } = await run([await file('d.csv', aSheet([...rows, bad]))]);
    expect(status).toBe(1);
    expect(json()).toMatchObject({
      outcome: 'reject-rows',
      stored: 0,
      rows: [{ row: 4, column: 'D', cell: 'D4', level: 'error' }],
      changes: { refused: 1 },
    });
    expect(await facts()).toBe(before);
  });

  test('somebody sends what is theirs only', async () => {
    const path = await file('e.csv', aSheet(rows));
    const { status, json } = await run([path, '--dry-run', '--as', 'demo-county-441581']);
    expect(status).toBe(1);
    expect(json()).toMatchObject({
      outcome: 'reject-rows',
      rows: [{ row: 3, code: 'submission.outside-scope' }],
    });
  });

  test('beside a running server a dry run reads, and an import is refused', async () => {
    const other = await demonstrationFolder();
    const server = startProgram('main', ['demonstration'], { PORT: '0', ZHIBIAO_DATA: other });
    try {
      await portOf(server);
      const path = await file('f.csv', aSheet(rows));
      expect((await run([path, '--dry-run'], other)).json()).toMatchObject({ stored: 2 });
      const refused = await run([path], other);
      expect([refused.status, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain(String(server.child.pid));
      await facts(other);
    } finally {
      server.child.kill('SIGKILL');
      await server.ended;
    }
  });

  test('wrong usage ends with status 2', async () => {
    const path = await file('a.csv', aSheet(rows));
    const wrong = [
      [],
      [path, path],
      ['/none.csv'],
      [path, '--basis', 'both'],
      [path, '--period', '2025Q9'],
      [path, '--as', 'nobody'],
      [path, '--programme', 'other'],
    ];
    for (const words of wrong) {
      const { status, stdout } = await run(words);
      expect([words, status, stdout]).toEqual([words, 2, '']);
    }
  });

  test('leaves nothing in the folder but the instance itself', async () => {
    expect((await readdir(folder)).filter((name) => !name.startsWith('zhibiao.sqlite')).sort()).toEqual([
      'audit-heads.jsonl',
      'instance.json',
      'lock.sqlite',
      'originals',
    ]);
  });
});
