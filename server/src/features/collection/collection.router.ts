import { z } from 'zod';
import { noInput, orDecline, procedure, router } from '../../trpc';
import { readCollection, readOwnTasks } from './read-collection';

/** Who owes which figure by when; nothing here can be marked as done. */
export const collectionRouter = router({
  progress: procedure('collection.read')
    .input(z.strictObject({ period: z.string().min(1).max(100).optional() }))
    .query(async ({ ctx, input }) => orDecline(await readCollection(ctx.services, ctx.actor, input.period))),
  own: procedure('submission.upload')
    .input(noInput)
    .query(({ ctx }) => readOwnTasks(ctx.services, ctx.actor)),
});
