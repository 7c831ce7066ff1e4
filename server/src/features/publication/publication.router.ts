import { z } from 'zod';
import { noInput, orDecline, procedure, router } from '../../trpc';
import {
  approveSubmission,
  listByState,
  outsideIdInput,
  readReview,
  returnSubmission,
  takeSubmission,
} from '../submission';
import { cancelPlan, planPublication } from './plan-publication';
import { previewPublication } from './preview-publication';
import { publish } from './publish';
import { compareVersions, readChanges } from './read-versions';

const number = z.int().min(1).max(1_000_000_000);
const words = z.string().max(500);
const asOf = z.string().min(1).max(30);

const submission = outsideIdInput;
/** A return points at as many cells as a person would. */
const mostCells = 100;
const cell = z.strictObject({
  sheet: z.string().max(100),
  row: z.int().min(1).max(1_048_576),
  column: z
    .string()
    .regex(/^[A-Z]{1,3}$/)
    .nullable(),
  text: words,
});

/** What stands in the reviewer's lists. */
const queues = {
  waiting: ['submitted', 'under-review'],
  returned: ['returned'],
  approved: ['approved'],
} as const;

/** Reviews, and the numbered states of the ledger: what waits, publishing it now or at a time, and what each changed. */
export const publicationRouter = router({
  queue: procedure('review.decide')
    .input(z.strictObject({ list: z.enum(['waiting', 'returned', 'approved']) }))
    .query(({ ctx, input }) => listByState(ctx.services.stores, queues[input.list])),
  review: procedure('review.decide')
    .input(z.strictObject({ submission }))
    .query(async ({ ctx, input }) => orDecline(await readReview(ctx.services)(ctx, input.submission))),
  take: procedure('review.decide')
    .input(z.strictObject({ submission }))
    .mutation(async ({ ctx, input }) => {
      orDecline(await takeSubmission(ctx.services)(ctx, input.submission));
      ctx.services.events.reviewChanged();
      return null;
    }),
  return: procedure('review.decide')
    .input(z.strictObject({ submission, reason: words, cells: z.array(cell).max(mostCells) }))
    .mutation(async ({ ctx, input: { submission: id, ...said } }) => {
      orDecline(await returnSubmission(ctx.services)(ctx, id, said));
      ctx.services.events.reviewChanged();
      return null;
    }),
  approve: procedure('review.decide')
    .input(z.strictObject({ submission, ledgerPosition: z.int().min(0), opinion: words }))
    .mutation(async ({ ctx, input }) => {
      const approval = orDecline(await approveSubmission(ctx.services)(ctx, input));
      ctx.services.events.moved(approval.ledgerPosition);
      return approval;
    }),
  list: procedure('publication.read')
    .input(noInput)
    .query(async ({ ctx }) => [...(await ctx.services.stores.publications.list())].reverse()),
  changes: procedure('publication.read')
    .input(z.strictObject({ number }))
    .query(async ({ ctx, input }) => orDecline(await readChanges(ctx.services.stores, input.number))),
  compare: procedure('publication.read')
    .input(z.strictObject({ from: asOf, to: asOf }))
    .query(async ({ ctx, input }) =>
      orDecline(await compareVersions(ctx.services.stores, input.from, input.to)),
    ),
  preview: procedure('publication.publish')
    .input(noInput)
    .query(({ ctx }) => previewPublication(ctx.services)),
  publish: procedure('publication.publish')
    .input(z.strictObject({ note: words, reason: words, position: z.int().min(0) }))
    .mutation(async ({ ctx, input }) => {
      const publication = orDecline(await publish(ctx.services)(ctx, input));
      ctx.services.events.published(publication.number);
      return publication;
    }),
  plan: procedure('publication.publish')
    .input(z.strictObject({ plannedFor: z.iso.datetime({ precision: 3 }), note: words, reason: words }))
    .mutation(async ({ ctx, input }) => orDecline(await planPublication(ctx.services)(ctx, input))),
  cancelPlan: procedure('publication.publish')
    .input(z.strictObject({ id: number }))
    .mutation(async ({ ctx, input }) => orDecline(await cancelPlan(ctx.services)(ctx, input.id))),
  /** How far the living ledger is ahead of what is published: for the watermark and its link. */
  living: procedure('figures.living')
    .input(noInput)
    .query(async ({ ctx }) => {
      const { stores } = ctx.services;
      const [{ position }, newest] = await Promise.all([
        stores.observations.position(),
        stores.publications.newest(),
      ]);
      return { position, ahead: position - (newest?.position ?? 0) };
    }),
});
