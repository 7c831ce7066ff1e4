import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, refuse } from '@zhibiao/shared/result';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aRevision, now, withSubmission } from '../contract/makers';
import { portsOn } from '../sql/ports-on';
import { factsHashOf } from './facts-hash';
import { openSqlite } from './open';
import { prepareWriter } from './pragmas';
import { committedConnection, writerOn } from './writer';

const withDatabase = async (
  work: (storage: Awaited<ReturnType<typeof openSqlite>>, other: Sqlite.Database) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-busy-'));
  const storage = await openSqlite({ folder, expectExisting: false, startedAt: now });
  await withSubmission(storage.stores);
  const other = new Sqlite(storage.file);
  await work(storage, other);
  other.close();
  await storage.close();
  rmSync(folder, { recursive: true });
};

test('while another program holds the database every writer is refused within two seconds, reads go on, and then all is well', async () => {
  await withDatabase(async (storage, other) => {
    other.exec('BEGIN IMMEDIATE');
    const before = await storage.factsHash();
    const started = performance.now();
    const write = () =>
      storage.stores.transaction(async (stores) => {
        await stores.observations.append([aRevision()]);
        return ok(null);
      });
    const refusals = Promise.all([write(), write(), write(), write(), write()]);
    expect(await storage.stores.observations.position()).toEqual({ position: 0, recordedAt: null });
    for (const refusal of await refusals) expect(refusal).toEqual(refuse({ code: 'storage.busy' }));
    await expect(storage.stores.observations.append([aRevision()])).rejects.toThrow('storage.busy');
    expect(performance.now() - started).toBeLessThan(4000);
    expect(await storage.factsHash()).toBe(before);
    other.exec('ROLLBACK');
    expect(await write()).toEqual(ok(null));
  });
}, 20_000);

test('a short hold from outside is waited for', async () => {
  await withDatabase(async (storage, other) => {
    other.exec('BEGIN IMMEDIATE');
    const appended = storage.stores.observations.append([aRevision()]);
    setImmediate(() => other.exec('ROLLBACK'));
    expect(await appended).toBe(1);
  });
});

test('a full disk refuses the write with its reason, loses nothing, and recovers when space returns', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-full-'));
  const storage = await openSqlite({ folder, expectExisting: false, startedAt: now });
  await withSubmission(storage.stores);
  await storage.stores.observations.append([aRevision()]);
  await storage.close();

  const database = new Sqlite(storage.file);
  prepareWriter(database);
  const reader = new Sqlite(storage.file, { readonly: true });
  const stores = portsOn(committedConnection(reader, storage.file, writerOn(database, storage.file)));
  const before = await factsHashOf(storage.file);
  const many = Array.from({ length: 5000 }, (_, row) =>
    aRevision({ unit: `u${row}`, note: 'x'.repeat(200) }),
  );
  database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 50}`);
  await expect(stores.observations.append(many)).rejects.toMatchObject({ code: 'full' });
  expect(await factsHashOf(storage.file)).toBe(before);
  expect(await stores.observations.append([aRevision({ unit: 'small' })])).toBe(2);
  database.pragma('max_page_count = 1000000');
  expect(await stores.observations.append(many)).toBe(5002);
  reader.close();
  database.close();
  rmSync(folder, { recursive: true });
});
