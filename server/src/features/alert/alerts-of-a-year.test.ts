import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { disagreementsIn } from '../../cli/disagreements';
import type { Instance } from '../../open-instance';
import { databaseName } from '../../storage/sqlite/open';
import { aCity, type City, type CityParts } from '../../testing/a-city';
import { root, temporaryFolder } from '../../testing/start-test-server';

const days = ['2025-04-20', '2025-07-20', '2025-10-20', '2026-01-20'] as const;
const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const;

const inNewFolder = async (parts: CityParts): Promise<City & { readonly folder: string }> => {
  const folder = await temporaryFolder();
  return { ...(await aCity(folder, parts)), folder };
};

const alertOf = async (city: City, unit = 'c') =>
  (await city.instance('2025-10-20').storage.stores.alerts.list({})).find((alert) => alert.unit === unit);

/** What verify finds but for the audit trail, whose heads a server keeps. */
const disagreementsOf = async (instance: Instance) =>
  (await disagreementsIn(instance)).filter(({ check }) => !check.startsWith('audit'));

const lifeOf = async (city: City, unit = 'c') => {
  const alert = await alertOf(city, unit);
  if (alert === undefined) return [];
  const life = await city.instance('2025-10-20').storage.stores.alerts.events(alert.id);
  return life.map(({ event, level, notify }) => [event, level, notify] as const);
};

interface GoldenCase {
  readonly id: string;
  readonly input: {
    readonly target: string;
    readonly planned: number | null;
    readonly planFirm?: boolean;
    readonly scope?: string;
    readonly steps: readonly { readonly period: { readonly x: number; readonly n: number } }[];
  };
  readonly expected: {
    readonly steps: readonly {
      readonly level: string;
      readonly rules: readonly string[];
      readonly event: string;
    }[];
  };
}

// Test data of the repository, whose shape the shared tests check.
const golden = JSON.parse(
  readFileSync(join(root, 'shared/src/statistics/golden/12-alerts.json'), 'utf8'),
) as { readonly cases: readonly GoldenCase[] };

describe('the golden years of section i, through file, commit and store', () => {
  test.each(golden.cases.map((one) => [one.id, one] as const))('%s', async (_, { input, expected }) => {
    const { target, planned, planFirm: firm = false } = input;
    const scope = input.scope === 'county' ? 'part' : 'whole';
    const unit = scope === 'whole' ? 'c' : 'k';
    const city = await inNewFolder({ target, planned, firm, scope });
    let events = 0;
    for (const [at, { period }] of input.steps.entries()) {
      const [day, quarter] = [days[at] ?? '', quarters[at] ?? ''];
      if (period.n === 0) await city.start(day);
      else await city.send(day, [[unit, quarter, period.x, period.n]]);
      const alert = await alertOf(city, unit);
      const wanted = expected.steps[at];
      const life = await lifeOf(city, unit);
      // A period without any figure leaves no ledger to look at: its blue notice waits for the first file.
      if (period.n === 0) continue;
      expect([alert?.level ?? 'none', [...(alert?.rules ?? [])].sort()]).toEqual([
        wanted?.level,
        wanted?.rules,
      ]);
      expect(life.length > events ? life.at(-1)?.[0] : 'unchanged').toBe(wanted?.event);
      events = life.length;
    }
    expect(await disagreementsOf(city.instance(days[input.steps.length - 1] ?? ''))).toEqual([]);
  });
});

/** Enters orange, stays by hysteresis where it would not enter, escalates, eases, closes. */
const yearOfFour = [
  [980, 1000],
  [986, 1000],
] as const;

describe('a year of one city', () => {
  const parts = { target: '98.5', planned: 4000, firm: true } as const;

  test('enters, stays on a milder condition, eases and closes, and tells only what is new and worse', async () => {
    const city = await inNewFolder(parts);
    await city.send(days[0], [['c', '2025-Q1', 980, 1000]]);
    expect(await alertOf(city)).toMatchObject({ level: 'orange', since: '2025-Q1', period: '2025-Q1' });
    await city.send(days[1], [['c', '2025-Q2', 986, 1000]]);
    expect(await alertOf(city)).toMatchObject({ level: 'orange', rules: ['O3', 'Y2'], since: '2025-Q1' });
    await city.send(days[2], [['c', '2025-Q3', 987, 1000]]);
    expect(await alertOf(city)).toMatchObject({ level: 'yellow', since: '2025-Q1', period: '2025-Q3' });
    await city.send(days[3], [['c', '2025-Q4', 989, 1000]]);
    expect(await alertOf(city)).toMatchObject({ level: 'none', rules: [], since: null });
    expect(await lifeOf(city)).toEqual([
      ['opened', 'orange', true],
      ['deescalated', 'yellow', false],
      ['closed', 'none', false],
    ]);
  });

  test('a corrected first quarter re-runs the year: what held only by memory holds no more', async () => {
    const city = await inNewFolder(parts);
    for (const [at, [passes, total]] of yearOfFour.entries())
      await city.send(days[at] ?? '', [['c', quarters[at] ?? '', passes, total]]);
    expect(await alertOf(city)).toMatchObject({ level: 'orange', since: '2025-Q1' });
    // 1966 of 2000 as before, but the bad quarter is now the second, in which the outlook does not enter orange.
    const receipt = await city.send('2025-07-25', [
      ['c', '2025-Q1', 986, 1000],
      ['c', '2025-Q2', 980, 1000],
    ]);
    expect(receipt.counts.changed).toBe(2);
    const alert = await alertOf(city);
    expect(alert?.since).toBe('2025-Q2');
    expect(alert?.rules).not.toContain('O3');
    expect(await disagreementsOf(city.instance('2025-07-25'))).toEqual([]);
  });

  test('a correction that makes the year good closes the alert, and taking it back opens it again', async () => {
    const city = await inNewFolder(parts);
    await city.send(days[0], [['c', '2025-Q1', 960, 1000]]);
    const first = await alertOf(city);
    expect(first).toMatchObject({ level: 'red' });
    const better = await city.send('2025-04-21', [['c', '2025-Q1', 995, 1000]]);
    expect(better).toMatchObject({ alertsOpened: 0, alertsRecovered: 1 });
    const worse = await city.send('2025-04-22', [['c', '2025-Q1', 960, 1000]]);
    expect(worse).toMatchObject({ alertsOpened: 1, alertsRecovered: 0 });
    const again = await alertOf(city);
    expect(again).toMatchObject({ id: first?.id, figures: first?.figures, since: '2025-Q1' });
    expect(again?.openedAt?.slice(0, 10)).toBe('2025-04-22');
  });

  test('the order in which figures become known does not matter for what stands', async () => {
    const [one, other] = [await inNewFolder(parts), await inNewFolder(parts)];
    await one.send(days[1], [['c', '2025-Q1', 980, 1000]]);
    await one.send('2025-07-21', [['c', '2025-Q2', 986, 1000]]);
    await other.send(days[1], [['c', '2025-Q2', 986, 1000]]);
    await other.send('2025-07-21', [['c', '2025-Q1', 980, 1000]]);
    const said = async (city: City) => {
      const alert = await alertOf(city);
      return [alert?.level, alert?.rules, alert?.since, alert?.period, alert?.figures];
    };
    expect(await said(one)).toEqual(await said(other));
  });

  test('judging the same day again changes nothing; a day on which figures have fallen due gives a notice', async () => {
    const city = await inNewFolder(parts);
    await city.send(days[0], [['c', '2025-Q1', 992, 1000]]);
    const hash = () => city.instance(days[0]).storage.factsHash();
    const before = await hash();
    await city.start(days[0]);
    await city.start('2025-04-21');
    expect(await hash()).toBe(before);
    await city.start('2025-07-05');
    expect((await alertOf(city))?.level ?? 'none').toBe('none');
    await city.start('2025-07-20');
    expect(await alertOf(city)).toMatchObject({ level: 'blue', rules: ['B2'], openedAt: null });
    expect(await lifeOf(city)).toEqual([]);
  });

  test('a rule that the programme has switched off never holds', async () => {
    const city = await inNewFolder({ ...parts, alertRules: { O3: false, B1: false } });
    await city.send(days[0], [['c', '2025-Q1', 980, 1000]]);
    expect(await alertOf(city)).toMatchObject({ level: 'yellow', rules: ['Y2'] });
  });

  test('an alert that somebody edited past its trigger is named', async () => {
    const city = await inNewFolder(parts);
    await city.send(days[0], [['c', '2025-Q1', 960, 1000]]);
    const database = new Sqlite(join(city.folder, databaseName));
    database.exec("UPDATE alert SET level = 'yellow'");
    expect(await disagreementsOf(city.instance(days[0]))).toEqual([
      { check: 'alert-differs', detail: 'rate c 2025' },
    ]);
    database.exec('PRAGMA foreign_keys = OFF; DROP TRIGGER alert_no_delete; DELETE FROM alert');
    const found = await disagreementsOf(city.instance(days[0]));
    database.close();
    expect(found).toContainEqual({ check: 'alert-missing', detail: 'rate c 2025' });
  });
});
