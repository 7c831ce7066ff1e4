import { sql, type Kysely, type Selectable } from 'kysely';
import type {
  NewSubmission,
  Step,
  SubmissionFilter,
  SubmissionRecord,
  SubmissionStore,
} from '../../features/submission/submission.store';
import type { Connection } from '../connection';
import type { Database } from '../database';
import { authorOf, columnsOfAuthor } from './author-columns';

/** Uploads, their drafts and how they ended. */
export const submissionStore = (connection: Connection): SubmissionStore => {
  const { build } = connection;
  const records = standing(build);
  return {
    create: (submission) =>
      connection.atomic(async (writing) => {
        const [row] = await writing.rows(insertion(build, submission));
        if (row === undefined) throw new Error('an inserted submission has no id');
        return row.id;
      }),
    find: async (id) => {
      const [row] = await connection.rows(records.where('s.id', '=', id));
      return row === undefined ? null : recordOf(row);
    },
    findOutside: async (outsideId) => {
      const [row] = await connection.rows(records.where('s.outside_id', '=', outsideId));
      return row === undefined ? null : recordOf(row);
    },
    bySha: async (sha256) => (await connection.rows(records.where('s.sha256', '=', sha256))).map(recordOf),
    list: async (filter) => (await connection.rows(listing(build, filter))).map(recordOf),

    keepDraft: (id, content) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build
            .insertInto('submission_draft')
            .values({ submission: id, content })
            .onConflict((conflict) => conflict.column('submission').doUpdateSet({ content })),
        );
      }),
    draft: async (id) => {
      const query = build.selectFrom('submission_draft').select('content').where('submission', '=', id);
      const [row] = await connection.rows(query);
      return row?.content ?? null;
    },
    unread: async () => {
      const query = build
        .selectFrom('submission as s')
        .leftJoin('submission_draft as d', 'd.submission', 's.id')
        .select('s.id')
        .where('s.state', '=', 'draft')
        .where('d.submission', 'is', null);
      return (await connection.rows(query)).map(({ id }) => id);
    },
    deleteDraft: (id) =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('submission_draft').where('submission', '=', id));
      }),

    settle: (id, state, { at, counts, reason }) =>
      connection.atomic(async (writing) => {
        const settled = await writing.write(
          build
            .updateTable('submission')
            .set({
              // The word of the first release, which its table admits; the pages say approved.
              state: state === 'approved' ? 'committed' : state,
              settled_at: at,
              reason,
              count_new: counts.new,
              count_changed: counts.changed,
              count_same: counts.same,
              count_refused: counts.refused,
            })
            .where('id', '=', id)
            .where('state', '=', 'draft'),
        );
        return settled === 1;
      }),

    step: (id, { state, at, by, said }) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build
            .insertInto('submission_step')
            .values({ submission: id, state, at, ...columnsOfAuthor(by), said: JSON.stringify(said) }),
        );
      }),
    steps: async (id) => {
      const query = build
        .selectFrom('submission_step')
        .selectAll()
        .where('submission', '=', id)
        .orderBy('id');
      return (await connection.rows(query)).map(stepOf);
    },
    lastRevisions: async (ids) => {
      if (ids.length === 0) return new Map();
      const query = build
        .selectFrom('revision')
        .select(({ fn }) => ['submission', fn.max('id').as('last')])
        .where('submission', 'in', ids)
        .groupBy('submission');
      return new Map((await connection.rows(query)).map(({ submission, last }) => [submission, last]));
    },
  };
};

/** Submissions with the state they stand in: their end where they have one, else their newest step. */
const standing = (build: Kysely<Database>) =>
  build.selectFrom('submission as s').selectAll('s').select(stateNow.as('stands')).orderBy('s.id', 'desc');

const stateNow = sql<string>`CASE WHEN s.state = 'committed' THEN 'approved' WHEN s.state <> 'draft' THEN s.state
  ELSE coalesce((SELECT t.state FROM submission_step t WHERE t.submission = s.id ORDER BY t.id DESC LIMIT 1), 'draft') END`;

const stepOf = (row: Selectable<Database['submission_step']>): Step => ({
  // The column's CHECK admits nothing else, and only `Said`s are written.
  state: row.state as Step['state'],
  at: row.at,
  by: authorOf(row),
  said: JSON.parse(row.said) as Step['said'],
});

const insertion = (build: Kysely<Database>, submission: NewSubmission) =>
  build
    .insertInto('submission')
    .values({
      outside_id: submission.outsideId,
      file_name: submission.fileName,
      sha256: submission.sha256,
      bytes: submission.bytes,
      by_id: submission.by.id,
      by_role: submission.by.role,
      by_name_zh: submission.by.name.zh,
      by_name_en: submission.by.name.en,
      uploaded_at: submission.uploadedAt,
      state: 'draft',
      settled_at: null,
      reason: '',
      count_new: 0,
      count_changed: 0,
      count_same: 0,
      count_refused: 0,
    })
    .returning('id');

const listing = (build: Kysely<Database>, { limit, before, byId, states }: SubmissionFilter) => {
  let query = standing(build).limit(limit);
  if (before !== undefined) query = query.where('s.id', '<', before);
  if (byId !== undefined) query = query.where('s.by_id', '=', byId);
  if (states !== undefined) query = query.where(stateNow, 'in', states);
  return query;
};

const recordOf = (
  row: Selectable<Database['submission']> & { readonly stands: string },
): SubmissionRecord => ({
  id: row.id,
  // Every row has one: the migration gave it to the old ones, a trigger demands it of new ones.
  outsideId: row.outside_id ?? '',
  fileName: row.file_name,
  sha256: row.sha256,
  bytes: row.bytes,
  by: authorOf(row),
  uploadedAt: row.uploaded_at,
  // The CHECKs of both columns admit nothing else.
  state: row.stands as SubmissionRecord['state'],
  settledAt: row.settled_at,
  counts: {
    new: row.count_new,
    changed: row.count_changed,
    same: row.count_same,
    refused: row.count_refused,
  },
  reason: row.reason,
});
