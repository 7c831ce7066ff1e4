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

const statementsOf = (database: Sqlite.Database) => ({
  begin: database.prepare('INSERT INTO sample_batch (submission) VALUES (?)'),
  // One row a call: several in one statement were measured at twice the time.
  row: database.prepare(
    `INSERT INTO sample_row (indicator, number, batch, grp, verdict, day, line) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ),
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

/** The numbers that stand for a group and its indicator. */
interface GroupIds {
  readonly grp: number;
  readonly indicator: number;
}

interface Known {
  /** By the place of the group in the list's dictionary. */
  readonly group: (groups: readonly SampleGroup[], place: number) => GroupIds | undefined;
  readonly item: (name: string) => number;
}

const knownCodes = (statements: Prepared): Known => {
  const indicators = new Map<string, number>();
  const items = new Map<string, number>();
  let dictionary: readonly SampleGroup[] = [];
  let groups: (GroupIds | undefined)[] = [];
  const idOf = (ids: Map<string, number>, code: string, statement: Prepared['item']): number => {
    const found = ids.get(code);
    if (found !== undefined) return found;
    // RETURNING id answers just that.
    const { id } = statement.get(code) as { readonly id: number };
    ids.set(code, id);
    return id;
  };
  const groupIds = ({ indicator: code, unit, period, category }: SampleGroup): GroupIds => {
    const indicator = idOf(indicators, code, statements.indicator);
    const about = [indicator, unit, period, category] as const;
    const { id } = (statements.group.get(...about) ?? statements.newGroup.get(...about)) as {
      readonly id: number;
    };
    return { grp: id, indicator };
  };
  return {
    group: (all, place) => {
      if (all !== dictionary) {
        dictionary = all;
        groups = [];
      }
      const known = groups[place];
      if (known !== undefined) return known;
      const group = all[place];
      return group === undefined ? undefined : (groups[place] = groupIds(group));
    },
    item: (name) => idOf(items, name, statements.item),
  };
};

interface Ground {
  readonly statements: Prepared;
  readonly known: Known;
  readonly counts: SampleTally;
}

/** A row with the numbers that stand for its group and indicator. */
interface CodedRow extends GroupIds {
  readonly row: SampleRow;
}

const writeRows = (
  ground: Ground,
  batch: number,
  rows: readonly SampleRow[],
  groups: readonly SampleGroup[],
): readonly SecondLineFound[] => {
  const { statements, known } = ground;
  const seconds: SecondLineFound[] = [];
  for (const row of rows) {
    const ids = known.group(groups, row.group);
    if (ids === undefined) throw new Error(`line ${row.line} is of no group`);
    const { grp, indicator } = ids;
    const { changes } = statements.row.run(indicator, row.number, batch, grp, row.verdict, row.day, row.line);
    if (changes === 1) {
      ground.counts.add(grp, row);
      keepFailure(ground, batch, { row, grp, indicator });
    } else settle(ground, { batch, seconds }, { row, grp, indicator });
  }
  return seconds;
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

/** What a row comes to whose number the batch has already. */
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
