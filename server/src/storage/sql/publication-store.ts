import { createHash } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Publication } from '@zhibiao/shared/publication';
import type { PublicationStore } from '../../features/publication/publication.store';
import type { Connection } from '../connection';
import type { Database } from '../database';
import { sheetReads, type SheetSource } from './assessment-store';
import { authorOf, columnsOfAuthor } from './author-columns';

/** Publications and what each of them shows. */
export const publicationStore = (connection: Connection): PublicationStore => {
  const { build } = connection;
  const all = build.selectFrom('publication').selectAll();
  const newest = async (from: Connection): Promise<Publication | null> => {
    const [row] = await from.rows(all.orderBy('number', 'desc').limit(1));
    return row === undefined ? null : publicationOf(row);
  };
  return {
    list: async () => (await connection.rows(all.orderBy('number'))).map(publicationOf),
    newest: () => newest(connection),
    add: ({ position, publishedAt, by, note, reason }) =>
      connection.atomic(async (writing) => {
        const number = ((await newest(writing))?.number ?? 0) + 1;
        const living = build.selectFrom('assessment_sheet').selectAll();
        const hash = hashOfSheets(
          await writing.rows(living.orderBy('indicator').orderBy('period').orderBy('basis')),
        );
        await writing.write(
          build.insertInto('publication').values({
            number,
            ledger_position: position,
            published_at: publishedAt,
            ...columnsOfAuthor(by),
            note,
            reason,
            hash,
          }),
        );
        await writing.many(keepChanged, [[number]]);
        await writing.many(keepGone, [[number, number]]);
        return { number, position, publishedAt, by: { id: by.id, name: by.name }, note, reason, hash };
      }),
    sheets: (number) => sheetReads(connection, publishedSheets(number)),
    hashOf: async (number) => {
      const shown = publishedSheets(number)(build);
      return hashOfSheets(
        await connection.rows(shown.orderBy('a.indicator').orderBy('a.period').orderBy('a.basis')),
      );
    },
    plan: ({ plannedFor, plannedAt, by, note, reason }) =>
      connection.atomic(async (writing) => {
        const [row] = await writing.rows(
          build
            .insertInto('planned_publication')
            .values({
              planned_for: plannedFor,
              planned_at: plannedAt,
              ...columnsOfAuthor(by),
              note,
              reason,
              state: 'open',
              settled_at: null,
            })
            .returning('id'),
        );
        if (row === undefined) throw new Error('an inserted plan has no id');
        return row.id;
      }),
    openPlan: async () => {
      const [row] = await connection.rows(openPlan(build));
      if (row === undefined) return null;
      const author = authorOf(row);
      return {
        id: row.id,
        plannedFor: row.planned_for,
        plannedAt: row.planned_at,
        note: row.note,
        reason: row.reason,
        by: { id: author.id, name: author.name },
        author,
      };
    },
    settlePlan: (id, state, at) =>
      connection.atomic(async (writing) => {
        const settled = await writing.write(
          build
            .updateTable('planned_publication')
            .set({ state, settled_at: at })
            .where('id', '=', id)
            .where('state', '=', 'open'),
        );
        return settled === 1;
      }),
  };
};

const openPlan = (build: Kysely<Database>) =>
  build.selectFrom('planned_publication').selectAll().where('state', '=', 'open').limit(1);

/** What publication `number` shows: the newest row of each key up to it, unless that one says the sheet is gone. */
const publishedSheets =
  (number: number): SheetSource =>
  (build) =>
    build
      .selectFrom(
        build
          .selectFrom('published_sheet as p')
          .where('p.content', '<>', '')
          .where(
            'p.publication',
            '=',
            sql<number>`(SELECT max(q.publication) FROM published_sheet q WHERE q.indicator = p.indicator
              AND q.period = p.period AND q.basis = p.basis AND q.publication <= ${number})`,
          )
          .select(['p.indicator', 'p.period', 'p.basis', 'p.content'])
          .as('a'),
      )
      .select(['a.indicator', 'a.period', 'a.basis', 'a.content']);

// Written out whole, and twice the same inner query: SQL is never put together from parts.
const keepChanged = `
INSERT INTO published_sheet (publication, indicator, period, basis, content)
SELECT ?, a.indicator, a.period, a.basis, a.content FROM assessment_sheet a WHERE a.content IS NOT (
  SELECT p.content FROM published_sheet p WHERE p.indicator = a.indicator AND p.period = a.period
  AND p.basis = a.basis ORDER BY p.publication DESC LIMIT 1)`;

const keepGone = `
INSERT INTO published_sheet (publication, indicator, period, basis, content)
SELECT DISTINCT ?, a.indicator, a.period, a.basis, '' FROM published_sheet a
WHERE a.publication < ? AND (
  SELECT p.content FROM published_sheet p WHERE p.indicator = a.indicator AND p.period = a.period
  AND p.basis = a.basis ORDER BY p.publication DESC LIMIT 1) <> '' AND NOT EXISTS (SELECT 1 FROM assessment_sheet s
  WHERE s.indicator = a.indicator AND s.period = a.period AND s.basis = a.basis)`;

/** SHA-256 over a line for each sheet, in order of indicator, period and basis; its migration hashes the same way. */
const hashOfSheets = (sheets: readonly Selectable<Database['assessment_sheet']>[]): string => {
  const hash = createHash('sha256');
  for (const { indicator, period, basis, content } of sheets) {
    const own = createHash('sha256').update(content).digest('hex');
    hash.update(`${indicator}\t${period}\t${basis}\t${own}\n`);
  }
  return hash.digest('hex');
};

const publicationOf = (row: Selectable<Database['publication']>): Publication => {
  const { id, name } = authorOf(row);
  return {
    number: row.number,
    position: row.ledger_position,
    publishedAt: row.published_at,
    by: { id, name },
    note: row.note,
    reason: row.reason,
    hash: row.hash,
  };
};
