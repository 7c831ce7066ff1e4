import { observationsOf, type GroupCount } from '@zhibiao/shared/sample';
import type Sqlite from 'better-sqlite3';
import type { StagedOutcome } from '../../features/sample/sample-staging.store';
import type { GroupTally } from './sample-tally';

/** Counts by group that a batch changes. */
interface Delta {
  passes: number;
  total: number;
  firstLine: number;
}

/**
 * What a staged batch changes, worked out from its rows and from the rows of approved batches with the same numbers: a
 * sample that stood before leaves its old group and enters its new one. Only reads; `keep` replaces the sums of the batch.
 * `counted`: what the samples of the batch come to, from who has just written them; null asks the rows.
 */
export const sampleOutcome = (
  database: Sqlite.Database,
  batch: number,
  counted: Iterable<GroupTally> | null,
): { readonly outcome: StagedOutcome; readonly keep: () => void } => {
  const approvals = Number(
    database.prepare('SELECT coalesce(max(approved), 0) FROM sample_batch').pluck().get(),
  );
  const deltas = new Map<number, Delta>();
  const items = new Map<string, number>();
  let [samples, failing, retests] = [0, 0, 0];
  // The columns of `ownCounts`.
  const own = counted ?? (database.prepare(ownCounts).iterate(batch) as Iterable<GroupTally>);
  for (const { grp, passes, total, retested, line } of own) {
    deltas.set(grp, { passes, total, firstLine: line });
    samples += total;
    failing += total - passes;
    retests += retested;
  }
  addItems(items, database.prepare(ownItems).iterate(batch), 1);
  const beside =
    approvals === 0 ? { revised: 0, same: 0 } : takeSuperseded(database, batch, { deltas, items });
  const outcome: StagedOutcome = {
    samples,
    failing,
    retests,
    new: samples - beside.revised - beside.same,
    ...beside,
    approvals,
    observations: observationsAfter(database, deltas, approvals),
  };
  return { outcome, keep: () => keepSums(database, batch, { deltas, items }) };
};

const ownCounts = `
SELECT grp, sum(verdict % 2 = 0) AS passes, count(*) AS total, sum(verdict >= 2) AS retested, min(line) AS line
FROM sample_row WHERE batch = ? GROUP BY grp`;

const ownItems = 'SELECT grp, items FROM sample_failure WHERE batch = ?';

/** A failing sample whose list names no item counts under the empty name. */
const addItems = (items: Map<string, number>, failures: Iterable<unknown>, sign: 1 | -1): void => {
  for (const failure of failures) {
    const { grp, items: text } = failure as { readonly grp: number; readonly items: string };
    // Written by the staging: a list of items, each once.
    const named = new Set((JSON.parse(text) as readonly { readonly item: number }[]).map(({ item }) => item));
    for (const item of named.size === 0 ? [0] : named) {
      const key = `${grp}|${item}`;
      items.set(key, (items.get(key) ?? 0) + sign);
    }
  }
};

interface Sums {
  readonly deltas: Map<number, Delta>;
  readonly items: Map<string, number>;
}

/** Takes out what the samples of the batch were before; the pairs come in the order of numbers, oldest approval first. */
const takeSuperseded = (
  database: Sqlite.Database,
  batch: number,
  { deltas, items }: Sums,
): { readonly revised: number; readonly same: number } => {
  let [revised, same] = [0, 0];
  const failureOf = database.prepare(
    'SELECT grp, items FROM sample_failure WHERE grp = ? AND day = ? AND indicator = ? AND number = ? AND batch = ?',
  );
  const itemsOf = (
    pair: Pair,
    which: 'before' | 'now',
  ): { readonly grp: number; readonly items: string } | undefined => {
    const [grp, day, of] =
      which === 'before' ? [pair.oldGrp, pair.oldDay, pair.oldBatch] : [pair.grp, pair.day, batch];
    return failureOf.get(grp, day, pair.indicator, pair.number, of) as
      | { readonly grp: number; readonly items: string }
      | undefined;
  };
  // Gathered first: the loop looks other rows up, and a cursor that is open keeps its pages.
  for (const pair of database.prepare(pairs).all(batch) as readonly Pair[]) {
    let delta = deltas.get(pair.oldGrp);
    if (delta === undefined) deltas.set(pair.oldGrp, (delta = { passes: 0, total: 0, firstLine: 0 }));
    delta.total -= 1;
    if (pair.oldVerdict % 2 === 0) delta.passes -= 1;
    const was = itemsOf(pair, 'before');
    if (was !== undefined) addItems(items, [was], -1);
    const isSame =
      pair.grp === pair.oldGrp &&
      pair.verdict === pair.oldVerdict &&
      pair.day === pair.oldDay &&
      itemsOf(pair, 'now')?.items === was?.items;
    if (isSame) same += 1;
    else revised += 1;
  }
  return { revised, same };
};

interface Pair {
  readonly indicator: number;
  readonly number: string;
  readonly grp: number;
  readonly verdict: number;
  readonly day: number;
  readonly oldGrp: number;
  readonly oldVerdict: number;
  readonly oldDay: number;
  readonly oldBatch: number;
}

const pairs = `
SELECT s.indicator, s.number, s.grp, s.verdict, s.day, p.grp AS oldGrp, p.verdict AS oldVerdict, p.day AS oldDay,
  p.batch AS oldBatch, max(b.approved)
FROM sample_row s
CROSS JOIN sample_row p ON p.indicator = s.indicator AND p.number = s.number AND p.batch <> s.batch
CROSS JOIN sample_batch b ON b.id = p.batch AND b.approved IS NOT NULL
WHERE s.batch = ? GROUP BY s.indicator, s.number`;

const keepSums = (database: Sqlite.Database, batch: number, { deltas, items }: Sums): void => {
  database.prepare('DELETE FROM sample_sum WHERE batch = ?').run(batch);
  database.prepare('DELETE FROM sample_item_sum WHERE batch = ?').run(batch);
  const keep = database.prepare('INSERT INTO sample_sum (grp, batch, passes, total) VALUES (?, ?, ?, ?)');
  for (const [grp, { passes, total }] of deltas)
    if (passes !== 0 || total !== 0) keep.run(grp, batch, passes, total);
  const unnamed = database.prepare(
    `INSERT INTO sample_item (name) VALUES ('') ON CONFLICT (name) DO UPDATE SET name = '' RETURNING id`,
  );
  const keepItem = database.prepare(
    'INSERT INTO sample_item_sum (grp, item, batch, failures) VALUES (?, ?, ?, ?)',
  );
  let unnamedId: unknown = null;
  for (const [key, failures] of items) {
    if (failures === 0) continue;
    const [grp = 0, item = 0] = key.split('|').map(Number);
    keepItem.run(grp, item === 0 ? (unnamedId ??= unnamed.pluck().get()) : item, batch, failures);
  }
};

const nothing = { passes: 0, total: 0 };

/** Every key that the batch touches: approved sums and its own together. */
const observationsAfter = (
  database: Sqlite.Database,
  deltas: ReadonlyMap<number, Delta>,
  approvals: number,
): StagedOutcome['observations'] => {
  const groupOf = database.prepare(
    `SELECT i.code AS indicator, g.unit, g.period FROM sample_group g JOIN sample_indicator i ON i.id = g.indicator
     WHERE g.id = ?`,
  );
  const standing = database.prepare(
    `SELECT coalesce(sum(s.passes), 0) AS passes, coalesce(sum(s.total), 0) AS total
     FROM sample_group g JOIN sample_indicator i ON i.id = g.indicator
     JOIN sample_sum s ON s.grp = g.id JOIN sample_batch b ON b.id = s.batch AND b.approved IS NOT NULL
     WHERE i.code = ? AND g.unit = ? AND g.period = ?`,
  );
  const counts: GroupCount[] = [];
  const lines = new Map<string, number>();
  for (const [grp, { passes, total, firstLine }] of deltas) {
    const about = groupOf.get(grp) as Omit<GroupCount, 'category' | 'passes' | 'total'>;
    counts.push({ ...about, category: '', passes, total });
    const key = `${about.indicator}|${about.unit}|${about.period}`;
    if (firstLine > 0) lines.set(key, Math.min(firstLine, lines.get(key) ?? firstLine));
  }
  return observationsOf(counts)
    .map((change) => {
      const { indicator, unit, period, figure } = change;
      const before = approvals === 0 ? nothing : (standing.get(indicator, unit, period) as typeof nothing);
      return {
        ...change,
        figure: {
          kind: 'counts' as const,
          passes: before.passes + figure.passes,
          total: before.total + figure.total,
        },
        firstLine: lines.get(`${indicator}|${unit}|${period}`) ?? 0,
      };
    })
    .sort((one, other) => one.firstLine - other.firstLine);
};
