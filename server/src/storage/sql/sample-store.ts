import {
  dayOfNumber,
  hasFailed,
  type FailingSample,
  type GroupCount,
  type ItemCount,
} from '@zhibiao/shared/sample';
import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { SampleFilter, SampleReads, SampleStore } from '../../features/sample/sample.store';
import type { Connection } from '../connection';
import type { Database } from '../database';

/** Samples that were approved: the counts of pages from sums, single samples from the failing ones. */
export const sampleStore = (connection: Connection): SampleStore => {
  const { build } = connection;
  return {
    ...readsOf(connection, null),
    upTo: (position) => readsOf(connection, position),
    approvals: async () => {
      const [row] = await connection.rows(
        build.selectFrom('sample_batch').select(({ fn }) => fn.max('approved').as('newest')),
      );
      return row?.newest ?? 0;
    },
    batchOf: async (submission) => {
      const query = build.selectFrom('sample_batch').select('id').where('submission', '=', submission);
      return (await connection.rows(query))[0]?.id ?? null;
    },
    approve: (batch, ledgerPosition) =>
      connection.atomic(async (writing) => {
        const changed = await writing.write(
          build
            .updateTable('sample_batch')
            .set({
              approved: sql<number>`(SELECT coalesce(max(approved), 0) + 1 FROM sample_batch)`,
              ledger_position: ledgerPosition,
            })
            .where('id', '=', batch)
            .where('approved', 'is', null),
        );
        if (changed !== 1) throw new Error(`batch ${batch} of samples was approved before, or is not there`);
      }),
    heldKeys: async () => {
      const groups = await connection.rows(countsQuery(build, sql`true`, null));
      return new Set(
        groups
          .filter(({ total }) => total > 0)
          .map(({ indicator, unit, period }) => `${indicator}|${unit}|${period}`),
      );
    },
    counted: async (from) => {
      const query = from === 'sums' ? countsQuery(build, sql`true`, null) : recountQuery(build);
      return (await connection.rows(query)).filter(({ total, passes }) => total !== 0 || passes !== 0);
    },
    leftOver: async () => {
      const query = build
        .selectFrom('sample_batch as b')
        .innerJoin('submission as s', 's.id', 'b.submission')
        .leftJoin('submission_draft as d', 'd.submission', 's.id')
        .select('b.id')
        .where('b.approved', 'is', null)
        .where('d.submission', 'is', null);
      return (await connection.rows(query)).map(({ id }) => id);
    },
  };
};

/** A query written out whole, as the builder would compile it. */
const plain = <Row>(build: Kysely<Database>, query: RawBuilder<Row>): Compilable<Row> => ({
  compile: () => query.compile(build),
});

const readsOf = (connection: Connection, upTo: number | null): SampleReads => {
  const { build } = connection;
  return {
    counts: async (filter) => {
      const rows = await connection.rows(countsQuery(build, groupsOf(filter), upTo));
      return rows.filter(({ total }) => total !== 0);
    },
    items: async (filter) => {
      const rows = await connection.rows(itemsQuery(build, filter, upTo));
      return rows.flatMap(({ name, failures }): readonly ItemCount[] =>
        failures === 0 ? [] : [{ item: name === '' ? null : name, failures }],
      );
    },
    failing: async (filter, limit) => {
      const rows = await connection.rows(failingQuery(build, { filter, limit, upTo }));
      const names = await itemNames(connection, rows);
      return rows.map((row) => failingOf(row, names));
    },
    sources: async (filter) => await connection.rows(sourcesQuery(build, filter, upTo)),
  };
};

const counting = (upTo: number | null): RawBuilder<unknown> =>
  upTo === null ? sql`b.approved IS NOT NULL` : sql`b.approved IS NOT NULL AND b.ledger_position <= ${upTo}`;

const groupsOf = ({ indicator, units, periods, category }: SampleFilter): RawBuilder<unknown> => {
  const own = category === undefined ? sql`` : sql` AND g.category = ${category}`;
  return sql`i.code = ${indicator} AND g.unit IN (${listOf(units)}) AND g.period IN (${listOf(periods)})${own}`;
};

/** A list that is empty must match nothing. */
const listOf = (texts: readonly string[]): RawBuilder<unknown> =>
  texts.length === 0 ? sql`NULL` : sql.join([...texts]);

const countsQuery = (build: Kysely<Database>, groups: RawBuilder<unknown>, upTo: number | null) =>
  plain(
    build,
    sql<GroupCount>`
SELECT i.code AS indicator, g.unit, g.period, g.category, sum(s.passes) AS passes, sum(s.total) AS total
FROM sample_group g JOIN sample_indicator i ON i.id = g.indicator
JOIN sample_sum s ON s.grp = g.id JOIN sample_batch b ON b.id = s.batch AND ${counting(upTo)}
WHERE ${groups} GROUP BY g.id ORDER BY i.code, g.unit, g.period, g.category`,
  );

/** From the rows themselves: of each number the one of the batch that was approved last. */
const recountQuery = (build: Kysely<Database>) =>
  plain(
    build,
    sql<GroupCount>`
SELECT i.code AS indicator, g.unit, g.period, g.category, sum(n.verdict % 2 = 0) AS passes, count(*) AS total
FROM (
  SELECT r.grp, r.verdict, max(b.approved) FROM sample_row r
  JOIN sample_batch b ON b.id = r.batch AND b.approved IS NOT NULL GROUP BY r.indicator, r.number
) n JOIN sample_group g ON g.id = n.grp JOIN sample_indicator i ON i.id = g.indicator
GROUP BY g.id ORDER BY i.code, g.unit, g.period, g.category`,
  );

const itemsQuery = (build: Kysely<Database>, filter: SampleFilter, upTo: number | null) =>
  plain(
    build,
    sql<{ readonly name: string; readonly failures: number }>`
SELECT t.name, sum(s.failures) AS failures
FROM sample_group g JOIN sample_indicator i ON i.id = g.indicator
JOIN sample_item_sum s ON s.grp = g.id JOIN sample_batch b ON b.id = s.batch AND ${counting(upTo)}
JOIN sample_item t ON t.id = s.item
WHERE ${groupsOf(filter)} GROUP BY t.id ORDER BY t.name`,
  );

const sourcesQuery = (build: Kysely<Database>, filter: SampleFilter, upTo: number | null) =>
  plain(
    build,
    sql<{ readonly submission: number; readonly samples: number }>`
SELECT b.submission, sum(s.total) AS samples
FROM sample_group g JOIN sample_indicator i ON i.id = g.indicator
JOIN sample_sum s ON s.grp = g.id JOIN sample_batch b ON b.id = s.batch AND ${counting(upTo)}
WHERE ${groupsOf(filter)} GROUP BY b.id ORDER BY b.approved DESC`,
  );

interface FailingRow {
  readonly number: string;
  readonly unit: string;
  readonly period: string;
  readonly category: string;
  readonly product: string;
  readonly day: number;
  readonly verdict: number;
  readonly line: number;
  readonly items: string;
}

const failingQuery = (
  build: Kysely<Database>,
  {
    filter,
    limit,
    upTo,
  }: { readonly filter: SampleFilter; readonly limit: number; readonly upTo: number | null },
) =>
  plain(
    build,
    sql<FailingRow>`
SELECT f.number, g.unit, g.period, g.category, f.product, f.day, r.verdict, r.line, f.items
FROM sample_group g JOIN sample_indicator i ON i.id = g.indicator
JOIN sample_failure f ON f.grp = g.id JOIN sample_batch b ON b.id = f.batch AND ${counting(upTo)}
JOIN sample_row r ON r.indicator = f.indicator AND r.number = f.number AND r.batch = f.batch
WHERE ${groupsOf(filter)} AND NOT EXISTS (
  SELECT 1 FROM sample_row later JOIN sample_batch c ON c.id = later.batch
  WHERE later.indicator = f.indicator AND later.number = f.number AND c.approved > b.approved
    AND ${upTo === null ? sql`true` : sql`c.ledger_position <= ${upTo}`}
) ORDER BY f.day DESC, f.number LIMIT ${limit}`,
  );

/** An item as the staging wrote it. */
interface KeptItem {
  readonly item: number;
  readonly result: string;
  readonly limit: string;
}

const itemsIn = ({ items }: FailingRow): readonly KeptItem[] => JSON.parse(items) as readonly KeptItem[];

const itemNames = async (
  connection: Connection,
  rows: readonly FailingRow[],
): Promise<ReadonlyMap<number, string>> => {
  const ids = [...new Set(rows.flatMap((row) => itemsIn(row).map(({ item }) => item)))];
  if (ids.length === 0) return new Map();
  const query = connection.build.selectFrom('sample_item').selectAll().where('id', 'in', ids);
  return new Map((await connection.rows(query)).map(({ id, name }) => [id, name]));
};

const failingOf = (row: FailingRow, names: ReadonlyMap<number, string>): FailingSample => {
  const { number, unit, period, category, product, day, verdict, line } = row;
  // The column's CHECK admits nothing else.
  if (!hasFailed(verdict as 0 | 1 | 2 | 3)) throw new Error(`sample ${number} failed and did not`);
  return {
    number,
    unit,
    period,
    category,
    product,
    day: dayOfNumber(day),
    retested: verdict === 3,
    items: itemsIn(row).map(({ item, result, limit }) => ({ item: names.get(item) ?? '', result, limit })),
    line,
  };
};
