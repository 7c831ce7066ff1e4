import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from './contract/makers';
import { seededRandom } from './contract/seeded-random';
import { openSqlite } from './index';

const rowsPerBatch = 500;
const kills = 20;
const here = fileURLToPath(new URL('.', import.meta.url));
// Inside the workspace, so that the built child finds better-sqlite3 where every other file does.
const built = fileURLToPath(
  new URL(`../../../node_modules/.cache/crash-child-${process.pid}/`, import.meta.url),
);

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    ssr: { noExternal: [/^@zhibiao\//] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: built,
      rolldownOptions: { input: `${here}contract/crash-child.ts` },
    },
  });
}, 60_000);

afterAll(() => {
  rmSync(built, { recursive: true, force: true });
});

test(`killed with -9 at ${kills} random moments, every batch is wholly in or wholly out and no acknowledged one is lost`, async () => {
  const random = seededRandom(9);
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-crash-'));
  let acknowledgedAtAll = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { acknowledged, complaints } = await runAndKill(folder, random() * 250);
    expect(complaints).toBe('');
    const storage = await openSqlite({ folder, expectExisting: false, startedAt: now });
    const { position } = await storage.stores.observations.position();
    const records = await storage.stores.submissions.list({ limit: 500 });
    const newest = records[0]?.id ?? 0;
    expect(newest).toBeGreaterThanOrEqual(acknowledged);
    expect(position).toBe(newest * rowsPerBatch);
    expect(records.every((record) => record.state === 'approved')).toBe(true);
    const current = await storage.stores.observations.current({});
    const judged = await storage.stores.assessments.all();
    if (newest > 0) {
      expect(new Set(current.map((entry) => JSON.stringify(entry.figure)))).toEqual(
        new Set([JSON.stringify({ kind: 'counts', passes: newest, total: 1_000_000 })]),
      );
      expect(new Set(judged.map((one) => one.rateText))).toEqual(new Set([String(newest)]));
      expect(await storage.stores.submissions.draft(newest)).toBe(JSON.stringify({ submission: newest }));
    }
    expect(await storage.inspect()).toEqual([]);
    await storage.close();
    acknowledgedAtAll = Math.max(acknowledgedAtAll, acknowledged);
  }
  expect(acknowledgedAtAll).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
}, 120_000);

test('a second process is turned away with the pid of the first, and gets the folder as soon as that was killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-two-'));
  const first = start(folder);
  await once(first.lines, 'line');
  await expect(openSqlite({ folder, expectExisting: true, startedAt: now })).rejects.toMatchObject({
    code: 'in-use',
    params: { folder, pid: first.child.pid, startedAt: now },
  });
  first.child.kill('SIGKILL');
  await once(first.child, 'close');
  const second = await openSqlite({ folder, expectExisting: true, startedAt: now });
  await second.close();
  rmSync(folder, { recursive: true });
}, 30_000);

/** Starts the child, kills it some milliseconds after it has opened or begun to, and answers its last word. */
const runAndKill = async (folder: string, milliseconds: number) => {
  const { child, lines, complaints } = start(folder);
  let acknowledged = 0;
  lines.on('line', (line) => {
    if (line !== 'open') acknowledged = Number(line);
  });
  // Most children die while they commit, some while they open or make the database.
  if (milliseconds > 50) await once(lines, 'line');
  await delay(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return { acknowledged, complaints: complaints.join('') };
};

const start = (folder: string) => {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(built, 'crash-child.js'), folder, String(rowsPerBatch)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the child has no output');
  const complaints: string[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  return { child, lines: createInterface({ input: stdout }), complaints };
};
