import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anAssessment, aRevision, now, withSubmission } from '../contract/makers';
import { migrations } from '../migrations';
import { isStorageProblem, type StorageProblem } from '../storage-problem';
import { packSheet } from '../sql/packed-sheet';
import { createFile } from './create-file';
import { databaseName, openSqlite, type OpenOptions } from './open';

let folder = '';
const file = () => join(folder, databaseName);
const open = (options: Partial<OpenOptions> = {}) =>
  openSqlite({ folder, expectExisting: false, startedAt: now, ...options });

/** Opens what cannot be opened and answers why. */
const problemOf = async (options: Partial<OpenOptions> = {}): Promise<StorageProblem> => {
  const outcome = await open(options).catch((error: unknown) => error);
  if (!isStorageProblem(outcome))
    throw new Error('it opened, or failed for another reason', { cause: outcome });
  return outcome;
};

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const filled = async (rows = 2000): Promise<string> => {
  const storage = await open();
  await withSubmission(storage.stores);
  await storage.stores.observations.append(
    Array.from({ length: rows }, (_, row) => aRevision({ unit: String(row) })),
  );
  const hash = await storage.factsHash();
  await storage.close();
  return hash;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-open-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('opening', () => {
  test('a new folder gets a database, and closing leaves one tidy file', async () => {
    folder = join(folder, 'new', 'deeper');
    const storage = await open();
    expect(await storage.inspect()).toEqual([]);
    await storage.close();
    expect(readdirSync(folder).sort()).toEqual(['lock.sqlite', databaseName]);
  });

  test('the writing connection is durable and readers cannot write', async () => {
    const hash = await filled();
    const again = await open({ expectExisting: true });
    expect(await again.factsHash()).toBe(hash);
    await again.close();
    const shell = new Sqlite(file());
    expect(shell.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(shell.pragma('application_id', { simple: true })).toBe(0x5a425154);
    expect(shell.pragma('user_version', { simple: true })).toBe(migrations.length);
    shell.close();
  });

  test('what a crash left of a database that was being made is made anew', async () => {
    writeFileSync(`${file()}.new`, 'half');
    writeFileSync(`${file()}.new-wal`, 'half');
    const storage = await open();
    expect(await storage.inspect()).toEqual([]);
    await storage.close();
  });

  test('reading only works beside a writer, sees what is committed, and refuses every write', async () => {
    await expect(problemOf({ readOnly: true })).resolves.toMatchObject({ code: 'missing' });
    const writing = await open();
    await withSubmission(writing.stores);
    const reading = await open({ readOnly: true });
    await writing.stores.observations.append([aRevision()]);
    expect(await reading.stores.observations.position()).toEqual({ position: 1, recordedAt: now });
    expect(await reading.factsHash()).toBe(await writing.factsHash());
    await expect(reading.stores.observations.append([aRevision()])).rejects.toThrow('storage.read-only');
    await expect(reading.stores.transaction(() => Promise.reject(new Error('never run')))).rejects.toThrow(
      'storage.read-only',
    );
    await reading.close();
    await writing.close();
  });
});

describe('opening refuses, says why, and leaves the file as it was:', () => {
  test('a database that is expected and is not there', async () => {
    expect(await problemOf({ expectExisting: true })).toMatchObject({
      code: 'missing',
      params: { file: file() },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('commits whose database is gone', async () => {
    writeFileSync(`${file()}-wal`, 'commits');
    expect((await problemOf()).code).toBe('missing');
    expect(readFileSync(`${file()}-wal`, 'utf8')).toBe('commits');
  });

  test.each([
    [
      'a file without bytes',
      'empty-file',
      () => {
        writeFileSync(file(), '');
      },
    ],
    [
      'a web page',
      'foreign',
      () => {
        writeFileSync(file(), '<!doctype html>'.repeat(1000));
      },
    ],
    [
      'another program’s database',
      'foreign',
      () => {
        rmSync(file());
        new Sqlite(file()).exec('CREATE TABLE t (x)').close();
      },
    ],
    [
      'a database of a newer version',
      'newer',
      () => {
        changed((shell) => {
          shell.pragma('user_version = 99');
        });
      },
    ],
    [
      'a database that was cut short',
      'corrupt',
      () => {
        truncateSync(file(), 6000);
      },
    ],
    [
      'a database with a page overwritten',
      'corrupt',
      () => {
        overwritePage();
      },
    ],
  ])('%s', async (_, code, spoil) => {
    await filled();
    spoil();
    const before = hashOf(file());
    const problem = await problemOf({ expectExisting: true });
    expect(problem.code).toBe(code);
    expect(problem.params['file']).toBe(file());
    expect(hashOf(file())).toBe(before);
    // The refusal freed the folder.
    expect((await problemOf()).code).toBe(code);
  });

  test('a folder that another opener holds, whose pid and start it names', async () => {
    const first = await open({ startedAt: '2025-10-01T00:00:00.000Z' });
    expect(await problemOf()).toMatchObject({
      code: 'in-use',
      params: { folder, pid: process.pid, startedAt: '2025-10-01T00:00:00.000Z' },
    });
    await first.close();
    await (await open()).close();
  });

  test('a folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    folder = join(folder, 'file', 'data');
    expect((await problemOf()).code).toBe('read-only');
    folder = join(folder, '..', '..');
  });
});

describe('after a crash', () => {
  test('commits that were still in the -wal file are there, with and without its -shm', async () => {
    const storage = await open();
    await withSubmission(storage.stores);
    await storage.stores.observations.append([aRevision()]);
    const hash = await storage.factsHash();
    const crashed = mkdtempSync(join(tmpdir(), 'zhibiao-crashed-'));
    for (const ending of ['', '-wal']) copyFileSync(file() + ending, join(crashed, databaseName + ending));
    await storage.close();
    const reopened = await openSqlite({ folder: crashed, expectExisting: true, startedAt: now });
    expect(await reopened.factsHash()).toBe(hash);
    expect(await reopened.inspect()).toEqual([]);
    await reopened.close();
    rmSync(crashed, { recursive: true });
  });
});

describe('an upgrade', () => {
  const next = {
    number: migrations.length + 1,
    name: 'next',
    sqlite: 'CREATE TABLE next_thing (x INTEGER) STRICT',
  };

  test('keeps every fact and puts a sound backup aside first', async () => {
    const hash = await filled();
    const upgraded = await open({ migrations: [...migrations, next] });
    expect(await upgraded.factsHash()).toBe(hash);
    await upgraded.close();
    const [backup = '', ...others] = readdirSync(join(folder, 'backups'));
    expect(others).toEqual([]);
    expect(backup).toBe(`before-migration-${next.number}-20251016T020000Z.sqlite`);
    expect((await problemOf()).code).toBe('newer');
    copyFileSync(join(folder, 'backups', backup), file());
    const restored = await open({ expectExisting: true });
    expect(await restored.factsHash()).toBe(hash);
    expect(await restored.inspect()).toEqual([]);
    await restored.close();
  });

  test('from before there were publications makes what was stored publication 1', async () => {
    const old = migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === 'publication'),
    );
    createFile(file(), old);
    const shell = new Sqlite(file());
    shell.exec(`
INSERT INTO submission VALUES (1, 'a.csv', '${'a'.repeat(64)}', 9, 'anna', 'statistician', '安', 'Anna', '${now}', 'committed',
  '${now}', '', 1, 0, 0, 0);
INSERT INTO revision VALUES (1, 'food', '441521', '2025-Q3', 'single', 9, 10, NULL, NULL, '', '', '', '${now}', 1);`);
    const sheet = packSheet([anAssessment()]);
    const insert = shell.prepare('INSERT INTO assessment_sheet VALUES (?, ?, ?, ?)');
    insert.run(sheet.indicator, sheet.period, sheet.basis, sheet.content);
    shell.close();
    const { stores, close } = await open();
    const newest = await stores.publications.newest();
    expect(newest).toMatchObject({ number: 1, position: 1, publishedAt: now });
    expect(await stores.publications.hashOf(1)).toBe(newest?.hash);
    expect(await stores.publications.sheets(1).all()).toEqual([anAssessment()]);
    await close();
  });

  test('of a folder without figures publishes nothing', async () => {
    createFile(file(), migrations.slice(0, 6));
    const { stores, close } = await open();
    expect(await stores.publications.list()).toEqual([]);
    await close();
  });

  test('that fails half way leaves the database as it was', async () => {
    const hash = await filled();
    const broken = { ...next, sqlite: `${next.sqlite}; CREATE TABLE revision (x)` };
    await expect(open({ migrations: [...migrations, broken] })).rejects.toThrow('already exists');
    const storage = await open();
    expect(await storage.factsHash()).toBe(hash);
    await storage.close();
  });

  test('is not made by somebody who only reads', async () => {
    await filled();
    expect((await problemOf({ readOnly: true, migrations: [...migrations, next] })).code).toBe('older');
  });
});

describe('a backup', () => {
  test('holds what was committed, also while a transaction is open, and nothing partial stays', async () => {
    const storage = await open();
    await withSubmission(storage.stores);
    await storage.stores.observations.append([aRevision()]);
    const target = join(folder, 'copies', databaseName);
    await storage.backup(target);
    expect(readdirSync(join(folder, 'copies'))).toEqual([databaseName]);
    const hash = await storage.factsHash();
    await storage.close();
    const copy = await openSqlite({ folder: join(folder, 'copies'), expectExisting: true, startedAt: now });
    expect(await copy.factsHash()).toBe(hash);
    await copy.close();
    expect(existsSync(`${target}.partial`)).toBe(false);
  });
});

describe('inspection names what was changed behind our back:', () => {
  test.each([
    [
      'a missing revision',
      'ledger-gap',
      `DROP TRIGGER revision_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM revision WHERE id = 8`,
    ],
    [
      'a pointer to nothing',
      'foreign-keys',
      `DROP TRIGGER revision_no_update; PRAGMA foreign_keys = OFF;
       UPDATE revision SET submission = 99999 WHERE unit = '7'`,
    ],
    ['a trigger that is gone', 'append-only', `DROP TRIGGER audit_entry_no_update`],
  ])('%s', async (_, check, text) => {
    await filled();
    changed((shell) => {
      shell.exec(text);
    });
    const storage = await open();
    expect((await storage.inspect()).map((finding) => finding.check)).toContain(check);
    await storage.close();
  });
});

const changed = (change: (shell: Sqlite.Database) => void): void => {
  const shell = new Sqlite(file());
  change(shell);
  shell.close();
};

const overwritePage = (): void => {
  const bytes = readFileSync(file());
  bytes.fill(0xa5, 20 * 4096, 21 * 4096);
  writeFileSync(file(), bytes);
};
