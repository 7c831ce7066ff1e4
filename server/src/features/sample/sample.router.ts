import type { Actor } from '@zhibiao/shared/access';
import { z } from 'zod';
import type { Services } from '../../services';
import { orDecline, procedure, router } from '../../trpc';
import { readFailing, readSamples } from './read-samples';

const code = z.string().min(1).max(100);
const figure = {
  indicator: code,
  unit: code.optional(),
  period: code,
  basis: z.enum(['single', 'cumulative']),
  /** Which state of the figures: absent for the newest publication, a number, an instant, or `living`. */
  asOf: z.string().min(1).max(30).optional(),
};

const groundOf = async (
  { services, actor }: { readonly services: Services; readonly actor: Actor },
  asOf: string | undefined,
) => ({
  index: services.index,
  stores: orDecline(await services.views.at(actor, asOf)).stores,
});

/** The samples behind a figure: categories, failing items, and the failing samples themselves. */
export const sampleRouter = router({
  figure: procedure('figures.read')
    .input(z.strictObject(figure))
    .query(async ({ ctx, input: { asOf, ...input } }) =>
      orDecline(await readSamples(await groundOf(ctx, asOf), input)),
    ),
  failing: procedure('samples.read')
    .input(z.strictObject({ ...figure, category: z.string().max(100).optional() }))
    .query(async ({ ctx, input: { asOf, ...input } }) =>
      orDecline(await readFailing(await groundOf(ctx, asOf), ctx.actor, input)),
    ),
});
