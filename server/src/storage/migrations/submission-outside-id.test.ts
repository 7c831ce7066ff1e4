import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aSubmission, now } from '../contract/makers';
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
  migrations.findIndex(({ name }) => name === 'submission-outside-id'),
);

const shell = <T>(work: (database: Sqlite.Database) => T): T => {
  const database = new Sqlite(join(folder, databaseName));
  try {
    return work(database);
  } finally {
    database.close();
  }
};

/** A folder of the release before, with fifty submissions, most of them settled. */
const oldFolder = async (): Promise<void> => {
  const storage = await openSqlite({ folder, expectExisting: false, startedAt: now, migrations: before });
  await storage.close();
  shell((database) => {
    const insert = database.prepare(
      `INSERT INTO submission (file_name, sha256, bytes, by_id, by_role, by_name_zh, by_name_en, uploaded_at, state,
         settled_at, reason, count_new, count_changed, count_same, count_refused)
       VALUES ('a.csv', ?, 9, 'anna', 'statistician', '安', 'Anna', ?, ?, ?, '', 0, 0, 0, 0)`,
    );
    for (let turn = 0; turn < 50; turn += 1) {
      const isDraft = turn % 5 === 0;
      insert.run('a'.repeat(64), now, isDraft ? 'draft' : 'committed', isDraft ? null : now);
    }
  });
};

test('every submission of an older folder gets a drawn id, and everything else of it stays', async () => {
  await oldFolder();
  const columns = 'id, file_name, sha256, bytes, by_id, uploaded_at, state, settled_at';
  const rows = () => shell((database) => database.prepare(`SELECT ${columns} FROM submission`).all());
  const old = rows();
  const storage = await openSqlite({ folder, expectExisting: true, startedAt: now });
  const { submissions } = storage.stores;
  const records = await submissions.list({ limit: 500 });
  const ids = records.map(({ outsideId }) => outsideId);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  for (const { id, outsideId } of records) expect((await submissions.findOutside(outsideId))?.id).toBe(id);
  expect(rows()).toEqual(old);
  // A draft of before can still be settled.
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  expect(await submissions.settle(1, 'discarded', { at: now, counts, reason: '' })).toBe(true);
  expect(await storage.inspect()).toEqual([]);
  await storage.close();
});

test('the id is never changed, never shared, never missing, whoever asks the database', async () => {
  await oldFolder();
  const storage = await openSqlite({ folder, expectExisting: true, startedAt: now });
  await storage.stores.submissions.create(aSubmission());
  await storage.close();
  const run = (text: string) => () => shell((database) => database.exec(text));
  const other = 'b'.repeat(32);
  expect(run(`UPDATE submission SET outside_id = '${other}' WHERE id = 1`)).toThrow('settled once');
  expect(run('UPDATE submission SET outside_id = NULL WHERE id = 1')).toThrow('settled once');
  const copy = (id: string) =>
    `INSERT INTO submission (outside_id, file_name, sha256, bytes, by_id, by_role, by_name_zh, by_name_en, uploaded_at,
       state, settled_at, reason, count_new, count_changed, count_same, count_refused)
     SELECT ${id}, file_name, sha256, bytes, by_id, by_role, by_name_zh, by_name_en, uploaded_at, state, settled_at,
       reason, 0, 0, 0, 0 FROM submission WHERE id = 1`;
  expect(run(copy('NULL'))).toThrow('has an id for outside');
  expect(run(copy('outside_id'))).toThrow('UNIQUE');
  for (const id of [`'12'`, `'${'B'.repeat(32)}'`, `'${'b'.repeat(33)}'`])
    expect(run(copy(id))).toThrow('CHECK');
  expect(run(copy(`'${other}'`))).not.toThrow();
});
