import type { Kysely, SelectQueryBuilder, Selectable } from 'kysely';
import type {
  AssessmentFilter,
  AssessmentReads,
  AssessmentStore,
  PackedSheet,
  SheetFilter,
} from '../../features/evaluation/assessment.store';
import type { Connection, Value } from '../connection';
import type { Database } from '../database';
import { isIn, isInYears } from './key-matches';
import { packSheet, unpackSheet } from './packed-sheet';

/** The judgements, ready to be read. */
export const assessmentStore = (connection: Connection): AssessmentStore => {
  const { build } = connection;
  return {
    pack: packSheet,
    replace: (sheets) => connection.atomic((writing) => writing.many(upsertSheet, parametersOf(sheets))),
    ...sheetReads(connection, livingSheets),
    clear: () =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('assessment_sheet'));
      }),
  };
};

/** Where sheets are read from: every row of them has the columns of `assessment_sheet`. */
export type SheetSource = (build: Kysely<Database>) => SheetQuery;

const livingSheets: SheetSource = (build) => build.selectFrom('assessment_sheet as a').select(columns);

/** The reads of pages over the sheets of a source. */
export const sheetReads = (connection: Connection, source: SheetSource): AssessmentReads => {
  const from = source(connection.build);
  return {
    find: async (filter) =>
      (await connection.rows(periodQuery(from, filter))).flatMap((row) => read(row, filter.units)),
    sheet: async (filter) =>
      (await connection.rows(sheetQuery(from, filter))).flatMap((row) => read(row, filter.units)),
    all: async () => (await connection.rows(everyQuery(from))).flatMap((row) => read(row, undefined)),
    periods: async () => {
      const rows = await connection.rows(
        from.clearSelect().select('a.period').distinct().orderBy('a.period'),
      );
      return rows.map((row) => row.period);
    },
  };
};

const upsertSheet = `
INSERT INTO assessment_sheet (indicator, period, basis, content) VALUES (?, ?, ?, ?)
ON CONFLICT (indicator, period, basis) DO UPDATE SET content = excluded.content`;

function* parametersOf(sheets: readonly PackedSheet[]): Generator<readonly Value[]> {
  for (const { indicator, period, basis, content } of sheets) yield [indicator, period, basis, content];
}

const columns = ['a.indicator', 'a.period', 'a.basis', 'a.content'] as const;

type Sheet = Selectable<Database['assessment_sheet']>;

type SheetQuery = SelectQueryBuilder<{ a: Database['assessment_sheet'] }, 'a', Sheet>;

const periodQuery = (from: SheetQuery, { period, basis, indicators }: AssessmentFilter) =>
  from
    .where('a.period', '=', period)
    .where('a.basis', '=', basis)
    .where(isIn('a.indicator', indicators))
    .orderBy('a.indicator');

const sheetQuery = (from: SheetQuery, filter: SheetFilter) => {
  const query = from
    .where('a.indicator', '=', filter.indicator)
    .where(isInYears('a.period', filter))
    .orderBy('a.period')
    .orderBy('a.basis');
  return filter.basis === undefined ? query : query.where('a.basis', '=', filter.basis);
};

const everyQuery = (from: SheetQuery) => from.orderBy('a.period').orderBy('a.basis').orderBy('a.indicator');

const read = (row: Sheet, units: readonly string[] | undefined) =>
  // The column's CHECK admits nothing but the two bases.
  unpackSheet({ ...row, basis: row.basis as PackedSheet['basis'] }, units);
