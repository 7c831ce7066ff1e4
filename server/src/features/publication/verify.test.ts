import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disagreementsIn } from '../../cli/disagreements';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

/** Somebody with a database shell, who takes the guards away first. */
const shell = (...statements: readonly string[]): void => {
  const database = new Sqlite(join(server.folder, 'zhibiao.sqlite'));
  for (const statement of statements) database.exec(statement);
  database.close();
};

const checks = async () =>
  (await disagreementsIn(server.instance)).map(({ check, detail }) => `${check} ${detail}`);

test('B8, B12 a published value changed by hand is named, by its hash and by what the ledger gives', async () => {
  expect(await checks()).toEqual([]);
  shell(
    'DROP TRIGGER published_sheet_no_update',
    `UPDATE published_sheet SET content = replace(content, '441581', '441582')
     WHERE publication = 5 AND indicator = 'food-pass-rate' AND period = '2025-Q3' AND basis = 'single'`,
  );
  const found = await checks();
  expect(found).toContain('publication-hash publication 5');
  expect(found).toContain('published-missing publication 5: food-pass-rate 441581 2025-Q3 single');
  expect(found.filter((line) => line.includes('publication 4'))).toEqual([]);
});

test('B12 a published value changed together with its hash is named by what the trail recorded', async () => {
  const { publications } = server.services.stores;
  shell(
    'DROP TRIGGER published_sheet_no_update',
    'DROP TRIGGER publication_no_update',
    `UPDATE published_sheet SET content = replace(content, '441581', '441582')
     WHERE publication = 5 AND indicator = 'food-pass-rate' AND period = '2025-Q3' AND basis = 'single'`,
  );
  shell(`UPDATE publication SET hash = '${await publications.hashOf(5)}' WHERE number = 5`);
  const found = await checks();
  expect(found).toContain('publication-seal publication 5: figures, hash');
  expect(found).toContain('published-missing publication 5: food-pass-rate 441581 2025-Q3 single');
  expect(found.filter((line) => line.startsWith('publication-hash'))).toEqual([]);
});

test.each([
  ['hash', `UPDATE publication SET hash = '${'a'.repeat(64)}' WHERE number = 4`],
  ['position', `UPDATE publication SET ledger_position = ledger_position + 1 WHERE number = 4`],
])('B12 the %s of a publication changed by hand is named', async (what, statement) => {
  shell('DROP TRIGGER publication_no_update', statement);
  expect(await checks()).toContain(`publication-seal publication 4: ${what}`);
});

test('B12 a publication that no entry of the trail knows is named', async () => {
  shell(
    `INSERT INTO publication SELECT 6, ledger_position + 1, published_at, by_id, by_role, by_name_zh, by_name_en, 'x', '',
       hash FROM publication WHERE number = 5`,
  );
  expect(await checks()).toContain('publication-unrecorded publication 6');
});

test('B8 a fact changed by hand is named in every publication that holds it', async () => {
  shell(
    'DROP TRIGGER revision_no_update',
    `UPDATE revision SET passes = passes - 1 WHERE indicator = 'food-pass-rate' AND unit = '441581'
     AND period = '2025-Q2' AND basis = 'single'`,
  );
  const found = await checks();
  for (const number of [3, 4, 5]) {
    expect(found).toContain(`published-differs publication ${number}: food-pass-rate 441581 2025-Q2 single`);
  }
  expect(found.some((line) => line.includes('publication 2:'))).toBe(false);
});
