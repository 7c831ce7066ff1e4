import {
  hasFailed,
  secondLine,
  type SampleGroup,
  type SampleRow,
  type SampleVerdict,
} from '@zhibiao/shared/sample';
import Sqlite from 'better-sqlite3';
import type { SampleStaging, SecondLineFound } from '../../features/sample/sample-staging.store';
import { lockWaitMilliseconds, prepareWriter, requireSafeVersion } from './pragmas';
import { problemOf } from './problem-of';
import { sampleOutcome } from './sample-outcome';
import { sampleTally, type SampleTally } from './sample-tally';

/**
 * Opens the database a second time, for a thread that stages samples while the server's own thread answers. Whoever calls
 * it has the turn in the line of writers (`Writer.lend`), so nobody waits for a lock.
 */
export const openSampleStaging = (file: string): SampleStaging => {
  const database = new Sqlite(file, { fileMustExist: true, timeout: lockWaitMilliseconds });
  requireSafeVersion(database);
  prepareWriter(database);
  database.pragma('cache_size = -65536'); // 64 MB: lists are not always in the order of their numbers
  database.pragma('wal_autocheckpoint = 4000'); // 16 MB, on this thread
  const statements = statementsOf(database);
  const inOne = <T>(work: () => T): T => {
    try {
      database.exec('BEGIN IMMEDIATE');
      const value = work();
      database.exec('COMMIT');
      return value;
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw problemOf(error, file);
    }
  };
  const known = knownCodes(statements);
  let tally: { readonly batch: number; readonly counts: SampleTally } | null = null;
  return {
    begin: (submission) => {
      const batch = inOne(() => Number(statements.begin.run(submission).lastInsertRowid));
      tally = { batch, counts: sampleTally() };
      return batch;
    },
    write: (batch, rows, groups) => {
      const counts = tally?.batch === batch ? tally.counts : sampleTally();
      return inOne(() => writeRows({ statements, known, counts }, batch, rows, groups));
    },
    reconcile: (batch) => {
      database.exec('BEGIN');
      try {
        const counted = tally?.batch === batch ? tally.counts.groups() : null;
        const { outcome, keep } = sampleOutcome(database, batch, counted);
        return { outcome, keep: () => inOne(keep) };
      } finally {
        database.exec('COMMIT');
      }
    },
    removeSome: (batch) => inOne(() => removeSome(database, batch)),
    close: () => database.close(),
  };
};

/** Rows that go to the engine in one call: the calls are a quarter of the cost. */
const rowsTogether = 50;
const width = 7;

// text-ok: the gap holds question marks alone, one for each bound value.
const insertRows = (rows: number): string => `
INSERT INTO sample_row (indicator, number, batch, grp, verdict, day, line)
VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?)').join(', ')} ON CONFLICT DO NOTHING`;

const statementsOf = (database: Sqlite.Database) => ({
  begin: database.prepare('INSERT INTO sample_batch (submission) VALUES (?)'),
  many: database.prepare(insertRows(rowsTogether)),
  one: database.prepare(insertRows(1)),
  found: database.prepare(
    'SELECT grp, verdict, line FROM sample_row WHERE indicator = ? AND number = ? AND batch = ?',
  ),
  change: database.prepare(
    'UPDATE sample_row SET verdict = ?, day = ?, line = ? WHERE indicator = ? AND number = ? AND batch = ?',
  ),
  failure: database.prepare(
    `INSERT INTO sample_failure (grp, day, indicator, number, batch, product, items) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  failed: database.prepare(
    'SELECT day, product, items FROM sample_failure WHERE grp = ? AND indicator = ? AND number = ? AND batch = ?',
  ),
  passed: database.prepare(
    'DELETE FROM sample_failure WHERE grp = ? AND indicator = ? AND number = ? AND batch = ?',
  ),
  indicator: database.prepare(
    'INSERT INTO sample_indicator (code) VALUES (?) ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id',
  ),
  group: database.prepare(
    'SELECT id FROM sample_group WHERE indicator = ? AND unit = ? AND period = ? AND category = ?',
  ),
  newGroup: database.prepare(
    'INSERT INTO sample_group (indicator, unit, period, category) VALUES (?, ?, ?, ?) RETURNING id',
  ),
  item: database.prepare(
    'INSERT INTO sample_item (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id',
  ),
});

type Prepared = ReturnType<typeof statementsOf>;

interface Known {
  readonly indicator: (code: string) => number;
  readonly group: (group: SampleGroup) => number;
  readonly item: (name: string) => number;
}

const knownCodes = (statements: Prepared): Known => {
  const ids = new Map<string, number>();
  const groups = new WeakMap<SampleGroup, number>();
  const idOf = (key: string, make: () => unknown): number => {
    const found = ids.get(key);
    if (found !== undefined) return found;
    // RETURNING id answers just that.
    const { id } = make() as { readonly id: number };
    ids.set(key, id);
    return id;
  };
  const indicator = (code: string): number => idOf(`indicator|${code}`, () => statements.indicator.get(code));
  return {
    indicator,
    group: (group) => {
      const found = groups.get(group);
      if (found !== undefined) return found;
      const { unit, period, category } = group;
      const about = [indicator(group.indicator), unit, period, category] as const;
      const { id } = (statements.group.get(...about) ?? statements.newGroup.get(...about)) as {
        readonly id: number;
      };
      groups.set(group, id);
      return id;
    },
    item: (name) => idOf(`item|${name}`, () => statements.item.get(name)),
  };
};

interface Ground {
  readonly statements: Prepared;
  readonly known: Known;
  readonly counts: SampleTally;
}

/** A row with the numbers that stand for its group and indicator. */
interface CodedRow {
  readonly row: SampleRow;
  readonly grp: number;
  readonly indicator: number;
}

const writeRows = (
  ground: Ground,
  batch: number,
  rows: readonly SampleRow[],
  groups: readonly SampleGroup[],
): readonly SecondLineFound[] => {
  const { statements, known } = ground;
  const seconds: SecondLineFound[] = [];
  const values: (string | number)[] = [];
  const coded: CodedRow[] = [];
  const send = (): void => {
    const statement = coded.length === rowsTogether ? statements.many : null;
    if (statement !== null) {
      if (statement.run(values).changes === coded.length)
        for (const one of coded) keepNew(ground, batch, one);
      else for (const one of coded) settle(ground, { batch, seconds }, one);
    } else {
      for (let at = 0; at < coded.length; at += 1) {
        statements.one.run(values.slice(at * width, (at + 1) * width));
        const one = coded[at];
        if (one !== undefined) settle(ground, { batch, seconds }, one);
      }
    }
    values.length = 0;
    coded.length = 0;
  };
  for (const row of rows) {
    const group = groups[row.group];
    if (group === undefined) throw new Error(`line ${row.line} is of no group`);
    const [indicator, grp] = [known.indicator(group.indicator), known.group(group)];
    values.push(indicator, row.number, batch, grp, row.verdict, row.day, row.line);
    coded.push({ row, grp, indicator });
    if (coded.length === rowsTogether) send();
  }
  send();
  return seconds;
};

/** A sample whose number the batch did not have. */
const keepNew = (ground: Ground, batch: number, coded: CodedRow): void => {
  ground.counts.add(coded.grp, coded.row);
  keepFailure(ground, batch, coded);
};

const keepFailure = (
  { statements, known }: Ground,
  batch: number,
  { row, grp, indicator }: CodedRow,
): void => {
  if (!hasFailed(row.verdict)) return;
  const items = row.items.map(({ item, result, limit }) => ({ item: known.item(item), result, limit }));
  statements.failure.run(grp, row.day, indicator, row.number, batch, row.product, JSON.stringify(items));
};

/** After a group of rows of which some had a number that was there: what each of them came to. */
const settle = (
  ground: Ground,
  { batch, seconds }: { readonly batch: number; readonly seconds: SecondLineFound[] },
  coded: CodedRow,
): void => {
  const { statements, known } = ground;
  const { row, grp, indicator } = coded;
  const { number, line } = row;
  const stands = statements.found.get(indicator, number, batch) as
    | { readonly grp: number; readonly verdict: SampleVerdict; readonly line: number }
    | undefined;
  if (stands === undefined) throw new Error(`sample ${number} was not kept`);
  if (stands.line === line) {
    keepNew(ground, batch, coded);
    return;
  }
  const first = { group: stands.grp, verdict: stands.verdict };
  const said = secondLine(first, { group: grp, verdict: row.verdict }, row.items.length > 0);
  const about = { number, line, first: stands.line };
  switch (said) {
    case 'repeated':
    case 'contradicts':
      seconds.push({ ...about, kind: said });
      return;
    case 'retested':
      seconds.push({ ...about, kind: 'joined' });
      return;
    case 'retest':
      ground.counts.giveUp();
      statements.passed.run(grp, indicator, number, batch);
      statements.change.run(row.verdict, row.day, line, indicator, number, batch);
      keepFailure(ground, batch, coded);
      seconds.push({ ...about, kind: 'joined' });
      return;
    case 'more-items': {
      const { day, product, items } = statements.failed.get(grp, indicator, number, batch) as {
        readonly day: number;
        readonly product: string;
        readonly items: string;
      };
      const more = row.items.map(({ item, result, limit }) => ({ item: known.item(item), result, limit }));
      const before = JSON.parse(items) as readonly unknown[];
      const texts = new Set(before.map((one) => JSON.stringify(one)));
      const added = more.filter((one) => !texts.has(JSON.stringify(one)));
      if (added.length === 0) {
        seconds.push({ ...about, kind: 'repeated' });
        return;
      }
      statements.passed.run(grp, indicator, number, batch);
      const all = JSON.stringify([...before, ...added]);
      statements.failure.run(grp, day, indicator, number, batch, product, all);
      seconds.push({ ...about, kind: 'joined' });
    }
  }
};

/** Rows that one turn removes. */
const removedTogether = 10_000;

const removeSome = (database: Sqlite.Database, batch: number): boolean => {
  const place = database
    .prepare(
      `SELECT indicator, number FROM sample_row WHERE batch = ? ORDER BY indicator, number LIMIT 1 OFFSET ?`,
    )
    .get(batch, removedTogether) as { readonly indicator: number; readonly number: string } | undefined;
  if (place !== undefined) {
    const { indicator, number } = place;
    database
      .prepare('DELETE FROM sample_row WHERE batch = ? AND (indicator, number) < (?, ?)')
      .run(batch, indicator, number);
    return true;
  }
  for (const table of leaves) database.prepare(table).run(batch);
  return false;
};

const leaves = [
  'DELETE FROM sample_row WHERE batch = ?',
  'DELETE FROM sample_failure WHERE batch = ?',
  'DELETE FROM sample_sum WHERE batch = ?',
  'DELETE FROM sample_item_sum WHERE batch = ?',
  'DELETE FROM sample_batch WHERE id = ?',
] as const;
