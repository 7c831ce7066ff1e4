import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '.';
import { migrate, versionOf } from '../sqlite/migrate';

test('alerts kept by light become alerts by level, under their numbers, with their life', () => {
  const database = new Sqlite(':memory:');
  database.pragma('foreign_keys = ON');
  const last = migrations.findIndex(({ name }) => name === 'alert-levels');
  migrate(database, migrations.slice(0, last));
  const at = '2025-10-16T02:03:10.000Z';
  database.exec(`
INSERT INTO alert VALUES
  (7, 'food', 'k', 2025, 'open', 'miss', 'value', '2025-Q3', '96.2', 2.3, 14, '${at}', '${at}'),
  (8, 'farm', 'k', 2025, 'open', 'risk', 'province', '2025-Q3', '98.0', 0.1, NULL, '${at}', '${at}'),
  (9, 'toys', 'k', 2024, 'recovered', 'miss', 'value', '2024', '99.0', 0, NULL, '${at}', '${at}');
INSERT INTO alert_event VALUES
  (1, 9, 'opened', 'miss', 'value', '2024-Q2', '95.0', 3.5, 9, '${at}'),
  (2, 9, 'updated', 'miss', 'value', '2024-Q3', '96.0', 2.5, 8, '${at}'),
  (3, 9, 'recovered', 'miss', 'value', '2024', '99.0', 0, NULL, '${at}'),
  (4, 7, 'reopened', 'risk', 'value', '2025-Q3', '96.2', 2.3, 14, '${at}');`);
  migrate(database, migrations);
  expect(versionOf(database)).toBe(migrations.length);
  const rows = database
    .prepare('SELECT id, level, rules, since, opened_at FROM alert ORDER BY id')
    .raw()
    .all();
  expect(rows).toEqual([
    [7, 'orange', '', '2025-Q3', at],
    [8, 'yellow', '', '2025-Q3', at],
    [9, 'none', '', null, at],
  ]);
  const figures = database.prepare('SELECT figures FROM alert WHERE id = 7').pluck().get();
  expect(JSON.parse(String(figures))).toEqual({
    rateText: '96.2',
    passes: null,
    total: null,
    target: null,
    leg: 'value',
    against: null,
    shortfall: 2.3,
    shortBy: 14,
    plan: null,
    outlook: null,
  });
  const life = database.prepare('SELECT id, alert, event, level, notify FROM alert_event ORDER BY id').raw();
  expect(life.all()).toEqual([
    [1, 9, 'opened', 'orange', 0],
    [2, 9, 'updated', 'orange', 0],
    [3, 9, 'closed', 'none', 0],
    [4, 7, 'opened', 'yellow', 0],
  ]);
  expect(() => database.exec('DELETE FROM alert')).toThrow('never deleted');
  expect(() => database.exec('DELETE FROM alert_event')).toThrow('append-only');
  expect(() => database.exec("UPDATE alert SET unit = 'x'")).toThrow('keeps its');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.close();
});
