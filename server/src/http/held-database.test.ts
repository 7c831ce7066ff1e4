import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { storageRefusal } from '../storage-refusal';
import { StorageProblem } from '../storage/storage-problem';
import { aSheet } from '../testing/a-sheet';
import { startTestServer } from '../testing/start-test-server';

describe('while another program holds the database', () => {
  test('every change is put off with a reason within two seconds, reading goes on, and then all is well', async () => {
    const server = await startTestServer();
    const person = await server.signIn('demo-statistician');
    const sheet = aSheet([['食品抽检合格率', '陆丰市', '2015Q1', 97, 100]]);
    const { submission } = await person.submit('a.csv', sheet);
    const { ledgerPosition } = await person.query('submission.preview', { submission });
    const before = await server.factsHash();
    const other = new Sqlite(join(server.folder, 'zhibiao.sqlite'));
    other.exec('BEGIN IMMEDIATE');

    const started = performance.now();
    const commit = { submission, ledgerPosition, reason: '' };
    const [committed, signedIn, discarded, uploaded] = await Promise.all([
      person.tryChange('submission.submit', commit),
      server.nobody.tryChange('access.signIn', { id: 'demo-leader' }),
      person.tryChange('submission.discard', { submission }),
      person.upload('b.csv', sheet),
      person.query('alert.list', {}),
      person.query('evaluation.overview', { basis: 'cumulative' }),
    ]);
    expect(performance.now() - started).toBeLessThan(4_000);
    for (const { status, refusal } of [committed, signedIn, discarded]) {
      expect({ status, refusal }).toEqual({ status: 503, refusal: { code: 'storage.busy' } });
    }
    expect(uploaded.status).toBe(503);
    expect(uploaded.json()).toMatchObject({ refusal: { code: 'storage.busy' } });
    expect(await server.factsHash()).toBe(before);

    other.exec('ROLLBACK');
    other.close();
    expect((await person.tryChange('submission.submit', commit)).status).toBe(200);
  }, 20_000);
});

test('a full or read-only disk is told to the reader, damage is not', () => {
  expect(storageRefusal(new StorageProblem('full', { file: 'x' }))).toEqual({ code: 'storage.full' });
  expect(storageRefusal(new StorageProblem('read-only', { file: 'x' }))).toEqual({
    code: 'storage.read-only',
  });
  expect(storageRefusal(new StorageProblem('corrupt', { file: 'x' }))).toBeNull();
  expect(storageRefusal(new Error('storage.full'))).toBeNull();
});
