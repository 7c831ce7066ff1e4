import type { LayoutMemoryStore } from '../../features/submission/layout-memory.store';
import type { Connection } from '../connection';

/** Answers about layouts, for the next file of the same one. */
export const layoutMemoryStore = (connection: Connection): LayoutMemoryStore => {
  const { build } = connection;
  return {
    recall: async (owner, signatures) =>
      (
        await connection.rows(
          build
            .selectFrom('layout_memory')
            .select(['signature', 'answers', 'at'])
            .where('owner', '=', owner)
            .where('signature', 'in', signatures)
            .orderBy('at')
            .orderBy('signature'),
        )
      ).map(({ signature, answers, at }) => ({
        signature,
        // Written by `remember` and by nobody else.
        answers: JSON.parse(answers) as Awaited<ReturnType<LayoutMemoryStore['recall']>>[number]['answers'],
        at,
      })),
    remember: (owner, { signature, answers, at }) =>
      connection.atomic(async (writing) => {
        await writing.write(
          build.deleteFrom('layout_memory').where('owner', '=', owner).where('signature', '=', signature),
        );
        await writing.write(
          build
            .insertInto('layout_memory')
            .values({ owner, signature, answers: JSON.stringify(answers), at }),
        );
      }),
    forget: (owner, signatures) =>
      connection.atomic((writing) =>
        writing.write(
          build.deleteFrom('layout_memory').where('owner', '=', owner).where('signature', 'in', signatures),
        ),
      ),
  };
};
