import type { ActRequest } from '@zhibiao/shared/rectification';
import { z } from 'zod';
import type { RequestContext } from '../../trpc';
import { noInput, orDecline, procedure, router } from '../../trpc';
import { outsideIdInput } from '../submission';
import { ledgerInput } from './ledger-input';
import { readLedger } from './read-ledger';
import { listRectifications, readRectification } from './read-rectifications';
import { takeStep, type StepTaker } from './take-step';

const rectification = outsideIdInput;
const words = z.string().max(2_000);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const count = z.int().min(0).max(1_000_000_000);
/** More measures than a plan has that anybody reads. */
const mostMeasures = 20;

const spoken = z.strictObject({ rectification, text: words });

type Context = RequestContext & StepTaker;

const takes = async (ctx: Context, id: string, request: ActRequest): Promise<null> => {
  orDecline(await takeStep(ctx.services)(ctx, id, request));
  ctx.services.events.rectified();
  return null;
};

/** Rectifications: what waits for whom, and every step that people take; each act is a procedure of its own right. */
export const rectificationRouter = router({
  list: procedure('rectification.read')
    .input(noInput)
    .query(({ ctx }) => listRectifications(ctx.services, ctx.actor)),
  ledger: procedure('rectification.read')
    .input(ledgerInput)
    .query(({ ctx, input }) => readLedger(ctx.services, ctx.actor, input)),
  read: procedure('rectification.read')
    .input(z.strictObject({ rectification }))
    .query(async ({ ctx, input }) =>
      orDecline(await readRectification(ctx.services, ctx.actor, input.rectification)),
    ),
  sign: procedure('rectification.answer')
    .input(spoken)
    .mutation(({ ctx, input }) =>
      takes(ctx, input.rectification, { act: 'sign', said: { text: input.text }, to: null }),
    ),
  explain: procedure('rectification.answer')
    .input(spoken)
    .mutation(({ ctx, input }) =>
      takes(ctx, input.rectification, { act: 'explain', said: { text: input.text }, to: null }),
    ),
  plan: procedure('rectification.answer')
    .input(
      spoken.extend({
        measures: z.array(z.strictObject({ what: words, by: day })).max(mostMeasures),
      }),
    )
    .mutation(({ ctx, input: { rectification: id, ...said } }) =>
      takes(ctx, id, { act: 'plan', said, to: null }),
    ),
  handIn: procedure('rectification.answer')
    .input(spoken.extend({ retest: z.strictObject({ passes: count, total: count }).optional() }))
    .mutation(({ ctx, input: { rectification: id, text, retest } }) =>
      takes(ctx, id, {
        act: 'hand-in',
        said: { text, ...(retest === undefined ? {} : { retest }) },
        to: null,
      }),
    ),
  handOver: procedure('rectification.assign')
    .input(
      spoken.extend({
        to: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('unit'), unit: z.string().min(1).max(100) }),
          z.strictObject({ kind: z.literal('department'), department: z.string().min(1).max(100) }),
        ]),
      }),
    )
    .mutation(({ ctx, input: { rectification: id, text, to } }) =>
      takes(ctx, id, { act: 'hand-over', said: { text }, to }),
    ),
  comment: procedure('rectification.assign')
    .input(spoken)
    .mutation(({ ctx, input }) =>
      takes(ctx, input.rectification, { act: 'comment', said: { text: input.text }, to: null }),
    ),
  return: procedure('rectification.verify')
    .input(spoken)
    .mutation(({ ctx, input }) =>
      takes(ctx, input.rectification, { act: 'return', said: { text: input.text }, to: null }),
    ),
  close: procedure('rectification.verify')
    .input(spoken)
    .mutation(({ ctx, input }) =>
      takes(ctx, input.rectification, { act: 'close', said: { text: input.text }, to: null }),
    ),
  lift: procedure('rectification.verify')
    .input(spoken)
    .mutation(({ ctx, input }) =>
      takes(ctx, input.rectification, { act: 'lift', said: { text: input.text }, to: null }),
    ),
});
