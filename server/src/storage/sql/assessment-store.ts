import type { Kysely, Selectable } from 'kysely';
import type {
  AssessmentFilter,
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
    find: async (filter) =>
      (await connection.rows(periodQuery(build, filter))).flatMap((row) => read(row, filter.units)),
    sheet: async (filter) =>
      (await connection.rows(sheetQuery(build, filter))).flatMap((row) => read(row, filter.units)),
    all: async () => (await connection.rows(everyQuery(build))).flatMap((row) => read(row, undefined)),
    periods: async () => (await connection.rows(periodsQuery(build))).map((row) => row.period),
    clear: () =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('assessment_sheet'));
      }),
  };
};

const upsertSheet = `
INSERT INTO assessment_sheet (indicator, period, basis, content) VALUES (?, ?, ?, ?)
ON CONFLICT (indicator, period, basis) DO UPDATE SET content = excluded.content`;

function* parametersOf(sheets: readonly PackedSheet[]): Generator<readonly Value[]> {
  for (const { indicator, period, basis, content } of sheets) yield [indicator, period, basis, content];
}

const columns = ['indicator', 'period', 'basis', 'content'] as const;

const periodQuery = (build: Kysely<Database>, { period, basis, indicators }: AssessmentFilter) =>
  build
    .selectFrom('assessment_sheet')
    .select(columns)
    .where('period', '=', period)
    .where('basis', '=', basis)
    .where(isIn('indicator', indicators))
    .orderBy('indicator');

const sheetQuery = (build: Kysely<Database>, filter: SheetFilter) => {
  const query = build
    .selectFrom('assessment_sheet')
    .select(columns)
    .where('indicator', '=', filter.indicator)
    .where(isInYears('period', filter))
    .orderBy('period')
    .orderBy('basis');
  return filter.basis === undefined ? query : query.where('basis', '=', filter.basis);
};

const everyQuery = (build: Kysely<Database>) =>
  build
    .selectFrom('assessment_sheet')
    .select(columns)
    .orderBy('period')
    .orderBy('basis')
    .orderBy('indicator');

const periodsQuery = (build: Kysely<Database>) =>
  build.selectFrom('assessment_sheet').select('period').distinct().orderBy('period');

const read = (row: Selectable<Database['assessment_sheet']>, units: readonly string[] | undefined) =>
  // The column's CHECK admits nothing but the two bases.
  unpackSheet({ ...row, basis: row.basis as PackedSheet['basis'] }, units);
