import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { anEntry, now } from '../../../storage/contract/makers';
import { openSqlite } from '../../../storage';
import { aSheet } from '../../../testing/a-sheet';
import { startTestServer, temporaryFolder } from '../../../testing/start-test-server';
import { watchClock } from './watch-clock';

const storeIn = async () =>
  openSqlite({ folder: await temporaryFolder(), expectExisting: false, startedAt: now });

describe('D8, I1: a clock that jumps', () => {
  test.each([
    ['a day back', -86_400],
    ['a day on', 86_400],
    ['ten years back', -315_360_000],
    ['ten years on', 315_360_000],
  ])(
    '%s while the program runs is one entry, with what was expected and what was found',
    async (_, seconds) => {
      const storage = await storeIn();
      const { audit } = storage.stores;
      let at = Date.parse(now);
      let ticks = 0;
      const look = watchClock({ audit, now: () => new Date(at).toISOString(), milliseconds: () => ticks });
      await look();
      at += 60_000;
      ticks += 60_000;
      await look();
      expect((await audit.head()).sequence).toBe(0);
      at += 60_000 + seconds * 1000;
      ticks += 60_000;
      await look();
      await look();
      const [entry, ...others] = await audit.after(0, 9);
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ event: 'system.clock-jump', actor: null });
      expect(JSON.parse(entry?.after ?? '')).toMatchObject({ seconds });
      await storage.close();
    },
  );

  test('time that went back while the program rested is seen at the start, time that went on is not', async () => {
    const storage = await storeIn();
    const { audit } = storage.stores;
    await audit.append([anEntry()]);
    const lookAt = (at: string) => watchClock({ audit, now: () => at, milliseconds: () => 0 })();
    await lookAt('2025-10-18T02:00:00.000Z');
    expect((await audit.head()).sequence).toBe(1);
    await lookAt('2025-10-15T02:00:00.000Z');
    expect((await audit.list({ limit: 1 }))[0]?.event).toBe('system.clock-jump');
    await storage.close();
  });
});

describe('I9: forwarding', () => {
  const linesOf = async (file: string) =>
    (await readFile(file, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { sequence: number; event: string });

  test('sends each entry as a line, and goes on where it was after a restart', async () => {
    const file = join(await temporaryFolder(), 'forward.jsonl');
    const settings = { ZHIBIAO_AUDIT_FORWARD: file };
    const first = await startTestServer({ settings });
    await first.signIn('demo-leader');
    await first.stop();
    const again = await startTestServer({ settings, folder: first.folder });
    await again.stop();
    const lines = await linesOf(file);
    expect(lines.map(({ sequence }) => sequence)).toEqual(
      lines.map((_, place) => (lines[0]?.sequence ?? 0) + place),
    );
    expect(lines.map(({ event }) => event)).toEqual([
      'system.start',
      'session.sign-in',
      'system.stop',
      'system.start',
      'system.stop',
    ]);
  });

  test('to a target that is lost holds nobody up and is told once; when it is back nothing is missing', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'there', 'forward.jsonl');
    const settings = { ZHIBIAO_AUDIT_FORWARD: file };
    const server = await startTestServer({ settings });
    const began = performance.now();
    for (let turn = 0; turn < 5; turn += 1) await server.signIn('demo-leader');
    expect(performance.now() - began).toBeLessThan(5_000);
    await server.stop();
    const shell = new Sqlite(join(server.folder, 'zhibiao.sqlite'), { readonly: true });
    expect(
      shell.prepare(`SELECT count(*) FROM audit_entry WHERE event = 'audit.forward-lost'`).pluck().get(),
    ).toBe(1);
    shell.close();
    await mkdir(join(folder, 'there'));
    await appendFile(file, '');
    const again = await startTestServer({ settings, folder: server.folder });
    await again.signIn('demo-leader');
    await again.stop();
    expect((await linesOf(file)).map(({ event }) => event)).toContain('session.sign-in');
    await rm(folder, { recursive: true });
  });
});

describe('B5: an approval that breaks at any row', () => {
  test.each([1, 2, 7, 20, 39, 40])('at row %i of 40 leaves the facts as they were', async (row) => {
    const server = await startTestServer();
    const person = await server.signIn('demo-statistician');
    const rows = Array.from(
      { length: 40 },
      (_, place) =>
        [
          'food-pass-rate',
          '441581',
          `${2001 + (place % 10)}Q${1 + Math.floor(place / 10)}`,
          480,
          500,
        ] as const,
    );
    const { submission } = await person.submit('figures.csv', aSheet(rows));
    const { ledgerPosition } = await person.query('submission.preview', { submission });
    const said = { submission, ledgerPosition, reason: 'x', explanation: 'x' };
    await person.change('submission.submit', said);
    const reviewer = await server.signIn('demo-reviewer');
    await reviewer.change('publication.take', { submission });
    const hash = await server.factsHash();
    const shell = new Sqlite(join(server.folder, 'zhibiao.sqlite'));
    shell.exec(
      `CREATE TRIGGER breaks BEFORE INSERT ON revision WHEN NEW.id = ${ledgerPosition + row}
       BEGIN SELECT raise(ABORT, 'broken'); END`,
    );
    const decision = { submission, ledgerPosition, opinion: '' };
    expect((await reviewer.tryChange('publication.approve', decision)).status).toBe(500);
    expect(await server.factsHash()).toBe(hash);
    expect(await server.services.stores.audit.list({ limit: 9, events: ['submission.approve'] })).toEqual([]);
    shell.exec('DROP TRIGGER breaks');
    shell.close();
    expect((await reviewer.tryChange('publication.approve', decision)).status).toBe(200);
    await server.stop();
  });
});
