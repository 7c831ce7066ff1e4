import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../testing/run-program';
import { startTestServer, temporaryFolder } from '../testing/start-test-server';

let whole = '';

// A server that ran, was used and stopped: twelve signs-in make the trail worth cutting.
beforeAll(async () => {
  const server = await startTestServer();
  for (let turn = 0; turn < 12; turn += 1) await server.signIn('demo-leader');
  await server.stop();
  whole = server.folder;
});

const verify = async (folder: string, settings: Readonly<Record<string, string>> = {}) => {
  const { status, json } = await runProgram('cli', ['verify', '--json'], {
    ZHIBIAO_DATA: folder,
    ...settings,
  });
  const { found } = json() as { found: readonly { check: string; detail: string }[] };
  return { status, found: found.filter(({ check }) => check.startsWith('audit')) };
};

const copyOfWhole = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await cp(whole, folder, { recursive: true });
  return folder;
};

/** What somebody with the sqlite shell does: takes the guards away, writes, and puts the guards back. */
const withShell = (folder: string, change: (shell: Sqlite.Database) => void): void => {
  const shell = new Sqlite(join(folder, 'zhibiao.sqlite'));
  const guards = shell
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entry'`)
    .all() as readonly { name: string; sql: string }[];
  for (const { name } of guards) shell.exec(`DROP TRIGGER ${name}`);
  change(shell);
  for (const { sql } of guards) shell.exec(sql);
  shell.close();
};

const run = (folder: string, text: string): void => withShell(folder, (shell) => shell.exec(text));

/** The documented canonical form, written down a second time: what a forger would have to do. */
const rebuild = (shell: Sqlite.Database): void => {
  const rows = shell.prepare('SELECT * FROM audit_entry ORDER BY sequence').all() as readonly Record<
    string,
    string | number | null
  >[];
  let chain = '0'.repeat(64);
  for (const row of rows) {
    const names = [
      'actor_id',
      'actor_role',
      'actor_name_zh',
      'actor_name_en',
      'ip',
      'session',
      'event',
      'object',
    ];
    const rest = ['outcome', 'state_before', 'state_after', 'request_id'];
    const text = JSON.stringify([
      1,
      row['sequence'],
      row['at'],
      ...[...names, ...rest].map((name) => row[name]),
    ]);
    chain = createHash('sha256').update(`${chain}\n${text}`).digest('hex');
    shell.prepare('UPDATE audit_entry SET chain = ? WHERE sequence = ?').run(chain, row['sequence']);
  }
};

describe('I4: verify finds in the audit trail', () => {
  test('nothing, when nobody touched it; the forger of these tests forges well', async () => {
    expect(await verify(whole)).toEqual({ status: 0, found: [] });
    const folder = await copyOfWhole();
    withShell(folder, rebuild);
    expect(await verify(folder)).toEqual({ status: 0, found: [] });
  });

  test.each([
    ['a changed outcome', `UPDATE audit_entry SET outcome = 'refused' WHERE sequence = 5`],
    ['a changed name', `UPDATE audit_entry SET actor_name_zh = '别人' WHERE sequence = 5`],
    ['a changed time', `UPDATE audit_entry SET at = '2025-10-16T01:00:00.000Z' WHERE sequence = 5`],
    ['a changed address', `UPDATE audit_entry SET ip = '10.0.0.1' WHERE sequence = 5`],
    ['a changed state', `UPDATE audit_entry SET state_after = '{}' WHERE sequence = 5`],
    ['a changed session', `UPDATE audit_entry SET session = 'ffffffffffff' WHERE sequence = 5`],
    ['a changed chain', `UPDATE audit_entry SET chain = '${'f'.repeat(64)}' WHERE sequence = 5`],
    [
      'an entry put in',
      `UPDATE audit_entry SET sequence = -sequence - 1 WHERE sequence >= 5;
       UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0;
       INSERT INTO audit_entry SELECT 5, at, actor_id, actor_role, actor_name_zh, actor_name_en, ip, session, event,
         'forged', outcome, state_before, state_after, request_id, chain FROM audit_entry WHERE sequence = 4`,
    ],
    [
      'two entries that changed places',
      `UPDATE audit_entry SET sequence = -5 WHERE sequence = 5;
       UPDATE audit_entry SET sequence = 5 WHERE sequence = 6;
       UPDATE audit_entry SET sequence = 6 WHERE sequence = -5`,
    ],
  ])('%s, by its number', async (_, text) => {
    const folder = await copyOfWhole();
    run(folder, text);
    const { status, found } = await verify(folder);
    expect(status).toBe(1);
    expect(found).toEqual([
      {
        check: 'audit-changed',
        detail: expect.stringMatching(/^entry 5, now \S+ at /) as string,
      },
    ]);
  });

  test('an entry taken out, and one taken out with the later ones moved up', async () => {
    const gone = await copyOfWhole();
    run(gone, 'DELETE FROM audit_entry WHERE sequence = 5');
    expect((await verify(gone)).found).toEqual([{ check: 'audit-missing', detail: 'entry 5' }]);
    const moved = await copyOfWhole();
    run(
      moved,
      `DELETE FROM audit_entry WHERE sequence = 5;
       UPDATE audit_entry SET sequence = -sequence + 1 WHERE sequence > 5;
       UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0`,
    );
    expect((await verify(moved)).found).toMatchObject([
      { check: 'audit-changed', detail: expect.stringMatching(/^entry 5/) as string },
    ]);
  });

  test('a cut tail, by the heads outside the database; a chain made anew after the cut as well', async () => {
    const folder = await copyOfWhole();
    run(folder, 'DELETE FROM audit_entry WHERE sequence > 9');
    expect((await verify(folder)).found).toEqual([{ check: 'audit-missing', detail: 'entry 10' }]);
    withShell(folder, rebuild);
    expect((await verify(folder)).found).toEqual([{ check: 'audit-missing', detail: 'entry 10' }]);
  });

  test('a whole chain made anew around a changed entry, and between which heads it was changed', async () => {
    const folder = await copyOfWhole();
    withShell(folder, (shell) => {
      shell.exec(`UPDATE audit_entry SET ip = '10.0.0.1' WHERE sequence = 5`);
      rebuild(shell);
    });
    const { status, found } = await verify(folder);
    expect(status).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]?.check).toBe('audit-rebuilt');
    const [, from, to] = /(?:from )?(\d+)(?: to (\d+))?/.exec(found[0]?.detail ?? '') ?? [];
    expect(Number(from)).toBeLessThanOrEqual(5);
    expect(Number(to ?? from)).toBeGreaterThanOrEqual(5);
  });

  test('that a forged trail stays forged after the next start, which writes it down', async () => {
    const folder = await copyOfWhole();
    run(folder, 'DELETE FROM audit_entry WHERE sequence > 9');
    const server = await startTestServer({ folder });
    await server.stop();
    const { found } = await verify(folder);
    expect(found).toMatchObject([{ check: expect.stringMatching(/^audit-(missing|rebuilt)$/) as string }]);
    const shell = new Sqlite(join(folder, 'zhibiao.sqlite'), { readonly: true });
    expect(
      shell.prepare(`SELECT count(*) FROM audit_entry WHERE event = 'system.integrity'`).pluck().get(),
    ).toBe(1);
    shell.close();
  });

  test('that the heads are gone, and a start without them says so in the trail', async () => {
    const folder = await copyOfWhole();
    await rm(join(folder, 'audit-heads.jsonl'));
    expect((await verify(folder)).found).toMatchObject([{ check: 'audit-heads-missing' }]);
    const server = await startTestServer({ folder });
    const [begun] = await server.services.stores.audit.list({ limit: 1, events: ['audit.heads-begun'] });
    expect(begun?.outcome).toBe('done');
    await server.stop();
  });
});

describe('heads outside the database', () => {
  test('lie where the setting says, one a line, from start to stop, and a torn line harms nothing', async () => {
    const file = join(await temporaryFolder(), 'elsewhere', 'heads.jsonl');
    const folder = await copyOfWhole();
    const settings = { ZHIBIAO_AUDIT_HEADS: file };
    const first = await startTestServer({ folder, settings });
    await first.signIn('demo-leader');
    await first.stop();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const heads = lines.map((line) => JSON.parse(line) as { sequence: number; reason: string });
    expect(heads[0]?.reason).toBe('start');
    expect(heads.at(-1)?.reason).toBe('stop');
    const sequences = heads.map(({ sequence }) => sequence);
    expect([...sequences].sort((one, other) => one - other)).toEqual(sequences);
    await writeFile(file, `${lines.join('\n')}\n{"sequence":9`);
    const second = await startTestServer({ folder, settings });
    await second.stop();
    expect(await verify(folder, settings)).toEqual({ status: 0, found: [] });
  });

  test('that cannot be written stop the start, with the setting to change', async () => {
    const folder = await copyOfWhole();
    await expect(
      startTestServer({ folder, settings: { ZHIBIAO_AUDIT_HEADS: join(folder, 'zhibiao.sqlite', 'x') } }),
    ).rejects.toMatchObject({ code: 'instance.audit-heads' });
  });
});
