import { askedRoles } from '@zhibiao/shared/submission';
import { z } from 'zod';
import { orDecline, procedure, router } from '../../trpc';
import { answerLayout, forgetLayout } from './answer-layout';
import { correctSubmission } from './correct-submission';
import { discardSubmission } from './discard-submission';
import { foreseeSubmission } from './foresee-submission';
import { listSubmissions } from './list-submissions';
import { outsideIdInput } from './outside-id';
import { previewSubmission } from './preview-submission';
import { readingOf } from './reading-of';
import { submitSubmission } from './submit-submission';
import { withdrawSubmission } from './withdraw-submission';

const submission = outsideIdInput;
const correction = z.strictObject({
  sheet: z.string().max(100),
  row: z.int().min(1).max(1_048_576),
  column: z.string().regex(/^[A-Z]{1,3}$/),
  text: z.string().max(500),
});

const words = z.string().max(500);
const explanation = z.strictObject({
  sheet: z.string().max(100),
  row: z.int().min(1).max(1_048_576),
  text: words,
});
/** As long as headings and names are remembered. */
const heading = z.string().max(200);
const given = z.strictObject({
  headings: z.array(z.strictObject({ heading, role: z.enum(askedRoles) })).max(100),
  names: z
    .array(z.strictObject({ role: z.enum(['unit', 'indicator']), name: heading, code: z.string().max(60) }))
    .max(100),
  subjects: z
    .array(
      z.strictObject({
        sheet: z.string().max(100),
        role: z.enum(['unit', 'indicator', 'period']),
        value: z.string().max(60),
      }),
    )
    .max(60),
});
/** A block pasted from a spreadsheet: every shown row, five figures wide. */
const mostTogether = 1000;
/** More rows than anybody explains one by one; the text for all serves the others. */
const mostExplanations = 200;

/** A file's journey from preview to the reviewers; the file itself arrives at /api/uploads. */
export const submissionRouter = router({
  reading: procedure('submission.upload')
    .input(z.strictObject({ submission }))
    .query(async ({ ctx, input }) => orDecline(await readingOf(ctx.services)(ctx.actor, input.submission))),
  preview: procedure('submission.upload')
    .input(z.strictObject({ submission }))
    .query(async ({ ctx, input }) =>
      orDecline(await previewSubmission(ctx.services)(ctx.actor, input.submission)),
    ),
  effects: procedure('submission.upload')
    .input(z.strictObject({ submission }))
    .query(async ({ ctx, input }) =>
      orDecline(await foreseeSubmission(ctx.services)(ctx.actor, input.submission)),
    ),
  correct: procedure('submission.upload')
    .input(
      z.strictObject({
        submission,
        corrections: z.array(correction).min(1).max(mostTogether),
        expectedReading: z.int().min(0).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      orDecline(await correctSubmission(ctx.services)(ctx, input.submission, input));
      return orDecline(await previewSubmission(ctx.services)(ctx.actor, input.submission));
    }),
  answer: procedure('submission.upload')
    .input(z.strictObject({ submission, given, remember: z.boolean() }))
    .mutation(async ({ ctx, input: { submission, ...said } }) => {
      orDecline(await answerLayout(ctx.services)(ctx, submission, said));
      return orDecline(await previewSubmission(ctx.services)(ctx.actor, submission));
    }),
  forgetLayout: procedure('submission.upload')
    .input(z.strictObject({ submission }))
    .mutation(async ({ ctx, input }) => {
      orDecline(await forgetLayout(ctx.services)(ctx, input.submission));
      return orDecline(await previewSubmission(ctx.services)(ctx.actor, input.submission));
    }),
  submit: procedure('submission.submit')
    .input(
      z.strictObject({
        submission,
        ledgerPosition: z.int().min(0),
        reason: words,
        explanation: words.optional(),
        explanations: z.array(explanation).max(mostExplanations).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const receipt = orDecline(await submitSubmission(ctx.services)(ctx, input));
      ctx.services.events.reviewChanged();
      return receipt;
    }),
  withdraw: procedure('submission.submit')
    .input(z.strictObject({ submission }))
    .mutation(async ({ ctx, input }) => {
      orDecline(await withdrawSubmission(ctx.services)(ctx, input.submission));
      ctx.services.events.reviewChanged();
      return null;
    }),
  discard: procedure('submission.discard')
    .input(z.strictObject({ submission }))
    .mutation(async ({ ctx, input }) =>
      orDecline(await discardSubmission(ctx.services)(ctx, input.submission)),
    ),
  history: procedure('submission.history')
    .input(z.strictObject({}))
    .query(({ ctx }) => listSubmissions(ctx.services.stores, ctx.actor)),
});
