import { sql, type Kysely } from 'kysely';
import type {
  HistoryEntry,
  NewLedgerEntry,
  ObservationFilter,
  ObservationReads,
  ObservationStore,
  StandingObservation,
} from '../../features/observation/observation.store';
import type { Connection, Value } from '../connection';
import type { Database } from '../database';
import { authorOf } from './author-columns';
import { figureOf } from './figure-columns';
import { keyMatches } from './key-matches';

/** The ledger: every figure ever recorded, and which of them stand. */
export const observationStore = (connection: Connection): ObservationStore => {
  const { build } = connection;
  return {
    append: (revisions) =>
      connection.atomic(async (writing) => {
        const { position } = await positionOf(writing);
        const rest: (readonly Value[])[] = [];
        const groups = groupsOf(parametersOf(revisions, position), rest);
        await writing.many(insertRevisions(rowsTogether), groups);
        await writing.many(insertRevisions(1), rest);
        return (await positionOf(writing)).position;
      }),
    ...readsOf(connection, null),
    upTo: (position) => readsOf(connection, position),
    between: async (after, upTo) =>
      (await connection.rows(betweenQuery(build, after, upTo))).map(historyEntryOf),
    asOf: async (instant, filter) =>
      (await connection.lists(asOfQuery(build, instant, filter))).map(standingOf),
  };
};

/** The reads of pages, bounded by a position of the ledger or, with null, by nothing. */
const readsOf = (connection: Connection, upTo: number | null): ObservationReads => {
  const { build } = connection;
  return {
    current: async (filter) => (await connection.lists(currentQuery(build, filter, upTo))).map(standingOf),
    history: async (filter) => (await connection.rows(historyQuery(build, filter, upTo))).map(historyEntryOf),
    position: () => positionOf(connection, upTo),
    periods: async () => (await connection.rows(periodsQuery(build, upTo))).map((row) => row.period),
  };
};

/** Rows that go to the engine in one call: calls cost, and so do long statements; ten are a fifth cheaper than fifty. */
const rowsTogether = 10;

// text-ok: the gap holds question marks alone, one for each bound value.
const insertRevisions = (rows: number): string => `
INSERT INTO revision (id, indicator, unit, period, basis, passes, total, rate, score, source, note, cell, recorded_at, submission)
VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;

function* parametersOf(revisions: Iterable<NewLedgerEntry>, position: number): Generator<readonly Value[]> {
  let id = position;
  for (const entry of revisions) {
    const { figure } = entry;
    id += 1;
    yield [
      id,
      entry.indicator,
      entry.unit,
      entry.period,
      entry.basis,
      figure?.kind === 'counts' ? figure.passes : null,
      figure?.kind === 'counts' ? figure.total : null,
      figure?.kind === 'rate' ? figure.rate : null,
      figure?.kind === 'score' ? figure.score : null,
      entry.source,
      entry.note,
      entry.cell,
      entry.recordedAt,
      entry.submission,
    ];
  }
}

/** Parameters of `rowsTogether` rows at a time; what is left over at the end goes into `rest`. */
function* groupsOf(
  rows: Iterable<readonly Value[]>,
  rest: (readonly Value[])[],
): Generator<readonly Value[]> {
  let group: (readonly Value[])[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < rowsTogether) continue;
    const together: Value[] = [];
    for (const values of group) for (const value of values) together.push(value);
    yield together;
    group = [];
  }
  rest.push(...group);
}

const positionOf = async (connection: Connection, upTo: number | null = null) => {
  const newest = connection.build
    .selectFrom('revision')
    .select(['id', 'recorded_at'])
    .orderBy('id', 'desc')
    .limit(1);
  const [row] = await connection.rows(upTo === null ? newest : newest.where('id', '<=', upTo));
  return { position: row?.id ?? 0, recordedAt: row?.recorded_at ?? null };
};

/** Same order as `standingOf` reads them. */
const standingColumns = [
  'r.id',
  'r.indicator',
  'r.unit',
  'r.period',
  'r.basis',
  'r.passes',
  'r.total',
  'r.rate',
  'r.score',
  'r.source',
  'r.note',
  'r.cell',
  'r.recorded_at',
  'r.submission',
] as const;

const hasFigure = sql<boolean>`(r.total IS NOT NULL OR r.rate IS NOT NULL OR r.score IS NOT NULL)`;

/** The newest revision of each key up to a position; without one the view `observation`, which is just that. */
const newestOfKeys = (build: Kysely<Database>, upTo: number | null) =>
  upTo === null
    ? build.selectFrom('observation as k')
    : build.selectFrom(
        build
          .selectFrom('revision as v')
          .where('v.id', '<=', upTo)
          .groupBy(['v.indicator', 'v.unit', 'v.period', 'v.basis'])
          .select(['v.indicator', 'v.unit', 'v.period', 'v.basis'])
          .select(({ fn }) => fn.max('v.id').as('revision'))
          .as('k'),
      );

const currentQuery = (build: Kysely<Database>, filter: ObservationFilter, upTo: number | null) =>
  newestOfKeys(build, upTo)
    .innerJoin('revision as r', 'r.id', 'k.revision')
    .where(keyMatches(filter))
    .where(hasFigure)
    .select(standingColumns)
    .orderBy('k.indicator')
    .orderBy('k.unit')
    .orderBy('k.period')
    .orderBy('k.basis');

const asOfQuery = (build: Kysely<Database>, instant: string, filter: ObservationFilter) =>
  build
    .selectFrom(
      build
        .selectFrom('revision as k')
        .where(keyMatches(filter))
        .where('k.recorded_at', '<=', instant)
        .selectAll('k')
        .select(
          sql<number>`row_number() OVER (PARTITION BY k.indicator, k.unit, k.period, k.basis ORDER BY k.id DESC)`.as(
            'age',
          ),
        )
        .as('r'),
    )
    .where('r.age', '=', 1)
    .where(hasFigure)
    .select(standingColumns)
    .orderBy('r.indicator')
    .orderBy('r.unit')
    .orderBy('r.period')
    .orderBy('r.basis');

const standingOf = (row: readonly Value[]): StandingObservation => {
  // The columns of `standingColumns`, in its order and with the types of the table.
  const [
    id,
    indicator,
    unit,
    period,
    basis,
    passes,
    total,
    rate,
    score,
    source,
    note,
    cell,
    recordedAt,
    submission,
  ] = row as readonly [
    number,
    string,
    string,
    string,
    StandingObservation['basis'],
    number | null,
    number | null,
    string | null,
    string | null,
    string,
    string,
    string,
    string,
    number,
  ];
  const figure = figureOf({ passes, total, rate, score });
  if (figure === null) throw new Error(`revision ${id} stands without a figure`);
  return { id, indicator, unit, period, basis, figure, source, note, cell, recordedAt, submission };
};

const before = (column: 'passes' | 'total' | 'rate' | 'score') =>
  sql`lag(${sql.ref(`k.${column}`)}) OVER (PARTITION BY k.indicator, k.unit, k.period, k.basis ORDER BY k.id)`;

const historyQuery = (build: Kysely<Database>, filter: ObservationFilter, upTo: number | null) =>
  build
    .selectFrom('revision as k')
    .innerJoin('submission as s', 's.id', 'k.submission')
    .where(keyMatches(filter))
    .where(upTo === null ? sql<boolean>`1 = 1` : sql<boolean>`k.id <= ${upTo}`)
    .selectAll('k')
    .select(['s.by_id', 's.by_role', 's.by_name_zh', 's.by_name_en'])
    .select([
      before('passes').$castTo<number | null>().as('passes_before'),
      before('total').$castTo<number | null>().as('total_before'),
      before('rate').$castTo<string | null>().as('rate_before'),
      before('score').$castTo<string | null>().as('score_before'),
    ])
    .orderBy('k.id', 'desc');

/** What stood before is looked up by key: a window would have to go through the whole ledger. */
const betweenQuery = (build: Kysely<Database>, after: number, upTo: number) =>
  build
    .selectFrom('revision as k')
    .innerJoin('submission as s', 's.id', 'k.submission')
    .leftJoin('revision as p', (join) =>
      join.on(
        'p.id',
        '=',
        sql<number>`(SELECT max(q.id) FROM revision q WHERE q.indicator = k.indicator AND q.unit = k.unit
          AND q.period = k.period AND q.basis = k.basis AND q.id < k.id)`,
      ),
    )
    .where('k.id', '>', after)
    .where('k.id', '<=', upTo)
    .selectAll('k')
    .select(['s.by_id', 's.by_role', 's.by_name_zh', 's.by_name_en'])
    .select([
      'p.passes as passes_before',
      'p.total as total_before',
      'p.rate as rate_before',
      'p.score as score_before',
    ])
    .orderBy('k.id', 'desc');

type HistoryRow = ReturnType<typeof historyQuery> extends { execute(): Promise<(infer Row)[]> } ? Row : never;

const historyEntryOf = (row: HistoryRow): HistoryEntry => ({
  id: row.id,
  indicator: row.indicator,
  unit: row.unit,
  period: row.period,
  // The column's CHECK admits nothing else.
  basis: row.basis as HistoryEntry['basis'],
  figure: figureOf(row),
  before: figureOf({
    passes: row.passes_before,
    total: row.total_before,
    rate: row.rate_before,
    score: row.score_before,
  }),
  source: row.source,
  note: row.note,
  cell: row.cell,
  recordedAt: row.recorded_at,
  submission: row.submission,
  by: authorOf(row),
});

const periodsQuery = (build: Kysely<Database>, upTo: number | null) =>
  newestOfKeys(build, upTo)
    .innerJoin('revision as r', 'r.id', 'k.revision')
    .where(hasFigure)
    .select('k.period')
    .distinct()
    .orderBy('k.period');
