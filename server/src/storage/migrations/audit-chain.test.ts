import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkChain } from '@zhibiao/shared/access';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anEntry, now } from '../contract/makers';
import { databaseName, openSqlite } from '../sqlite/open';
import { migrations } from '.';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-upgrade-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const before = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === 'audit-chain'),
);

/** A folder of the release before the chain, with entries by people, by nobody and with odd texts. */
const oldFolder = async (count: number): Promise<void> => {
  const storage = await openSqlite({ folder, expectExisting: false, startedAt: now, migrations: before });
  await storage.close();
  const shell = new Sqlite(join(folder, databaseName));
  const insert = shell.prepare(
    `INSERT INTO audit_entry (sequence, at, actor_id, actor_role, actor_name_zh, actor_name_en, ip, event, object,
       outcome, state_before, state_after, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  shell.transaction(() => {
    for (let sequence = 1; sequence <= count; sequence += 1) {
      const who = sequence % 3 === 0 ? [null, null, null, null] : ['demo', 'reviewer', '审核员', 'Reviewer'];
      insert.run(sequence, now, ...who, '::1', 'a.b', 'x\r\n"\u2028', 'done', null, '{ "a":[1] }', 'r-1');
    }
  })();
  shell.close();
};

test('the entries of an older folder are kept as they stand, and chained', async () => {
  await oldFolder(500);
  const storage = await openSqlite({ folder, expectExisting: true, startedAt: now });
  const { audit } = storage.stores;
  await audit.append([anEntry()]);
  const entries = await audit.after(0, 1000);
  expect(entries).toHaveLength(501);
  expect(entries[2]).toMatchObject({
    actor: null,
    object: 'x\r\n"\u2028',
    after: '{ "a":[1] }',
    session: '',
  });
  const check = checkChain([], (text) => createHash('sha256').update(text).digest('hex'));
  for (const entry of entries) check.take(entry);
  expect(check.end()).toBeNull();
  expect(check.head().sequence).toBe(501);
  expect(await storage.inspect()).toEqual([]);
  await storage.close();
});

test('an entry that had been taken out before is missing afterwards too', async () => {
  await oldFolder(5);
  const shell = new Sqlite(join(folder, databaseName));
  shell.exec('DROP TRIGGER audit_entry_no_delete; DELETE FROM audit_entry WHERE sequence = 2');
  shell.close();
  const storage = await openSqlite({ folder, expectExisting: true, startedAt: now });
  const check = checkChain([], (text) => createHash('sha256').update(text).digest('hex'));
  for (const entry of await storage.stores.audit.after(0, 9)) check.take(entry);
  expect(check.end()).toEqual({ kind: 'missing', sequence: 2, until: 2 });
  await storage.close();
});
