import type { Assessment } from '@zhibiao/shared/evaluation';
import { sql, type Kysely } from 'kysely';
import type {
  AssessmentFilter,
  AssessmentStore,
  SheetFilter,
} from '../../features/evaluation/assessment.store';
import type { Connection, Value } from '../connection';
import type { Database } from '../database';
import { assessmentOf, detailOf } from './assessment-detail';
import { isIn, isInYears } from './key-matches';

/** The judgements, ready to be read. */
export const assessmentStore = (connection: Connection): AssessmentStore => {
  const { build } = connection;
  return {
    replace: (assessments) =>
      connection.atomic((writing) => writing.many(upsertAssessment, parametersOf(assessments))),
    find: async (filter) => (await connection.lists(periodQuery(build, filter))).map(readAssessment),
    sheet: async (filter) => (await connection.lists(sheetQuery(build, filter))).map(readAssessment),
    all: async () => (await connection.lists(everyQuery(build))).map(readAssessment),
    periods: async () => (await connection.rows(periodsQuery(build))).map((row) => row.period),
    clear: () =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('assessment'));
      }),
  };
};

const upsertAssessment = `
INSERT INTO assessment (period, basis, indicator, unit, verdict, light, passes, total, rate_text, value, detail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (period, basis, indicator, unit) DO UPDATE SET
  verdict = excluded.verdict, light = excluded.light, passes = excluded.passes, total = excluded.total,
  rate_text = excluded.rate_text, value = excluded.value, detail = excluded.detail`;

function* parametersOf(assessments: readonly Assessment[]): Generator<readonly Value[]> {
  for (const assessment of assessments) {
    const { figure } = assessment;
    yield [
      assessment.period,
      assessment.basis,
      assessment.indicator,
      assessment.unit,
      assessment.verdict,
      assessment.light,
      figure?.kind === 'counts' ? figure.passes : null,
      figure?.kind === 'counts' ? figure.total : null,
      assessment.rateText,
      assessment.value,
      detailOf(assessment),
    ];
  }
}

/** Same order as `readAssessment` reads them. */
const columns = [
  'a.period',
  'a.basis',
  'a.indicator',
  'a.unit',
  'a.verdict',
  'a.light',
  'a.rate_text',
  'a.value',
  'a.detail',
] as const;

const periodQuery = (build: Kysely<Database>, { period, basis, indicators, units }: AssessmentFilter) =>
  build
    .selectFrom('assessment as a')
    .select(columns)
    .where('a.period', '=', period)
    .where('a.basis', '=', basis)
    .where(isIn('a.indicator', indicators))
    .where(isIn('a.unit', units))
    .orderBy('a.indicator')
    .orderBy('a.unit');

/**
 * The unique key begins with period and basis, of which there are few: stepping from one pair to the next
 * answers what the table speaks of without a second index, which every bulk write would have to keep.
 */
const withSpans = (build: Kysely<Database>) =>
  build.withRecursive(
    'span(period, basis)',
    () => sql<{ period: string; basis: string }>`(
      SELECT * FROM (SELECT period, basis FROM assessment ORDER BY period, basis LIMIT 1)
      UNION ALL
      SELECT following.period, following.basis FROM span, assessment AS following
      WHERE following.rowid = coalesce(
        (SELECT rowid FROM assessment WHERE period = span.period AND basis > span.basis
         ORDER BY basis LIMIT 1),
        (SELECT rowid FROM assessment WHERE period > span.period ORDER BY period, basis LIMIT 1)))`,
  );

const periodsQuery = (build: Kysely<Database>) =>
  withSpans(build).selectFrom('span').select('span.period').distinct().orderBy('span.period');

const sheetQuery = (build: Kysely<Database>, filter: SheetFilter) =>
  withSpans(build)
    .selectFrom('span')
    .innerJoin('assessment as a', (join) =>
      join
        .onRef('a.period', '=', 'span.period')
        .onRef('a.basis', '=', 'span.basis')
        .on('a.indicator', '=', filter.indicator),
    )
    .select(columns)
    .where(isInYears('span.period', filter))
    .where(filter.basis === undefined ? sql<boolean>`1 = 1` : sql<boolean>`span.basis = ${filter.basis}`)
    .where(isIn('a.unit', filter.units))
    .orderBy('a.period')
    .orderBy('a.basis')
    .orderBy('a.unit');

const everyQuery = (build: Kysely<Database>) =>
  build
    .selectFrom('assessment as a')
    .select(columns)
    .orderBy('a.period')
    .orderBy('a.basis')
    .orderBy('a.indicator')
    .orderBy('a.unit');

const readAssessment = (row: readonly Value[]): Assessment => {
  // The columns of `columns`, in its order and with the types of the table.
  const [period, basis, indicator, unit, verdict, light, rateText, value, detail] = row as readonly [
    string,
    Assessment['basis'],
    string,
    string,
    Assessment['verdict'],
    Assessment['light'],
    string | null,
    number | null,
    string,
  ];
  return assessmentOf({ indicator, unit, period, basis, verdict, light, rateText, value }, detail);
};
