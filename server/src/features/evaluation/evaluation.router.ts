import type { Actor } from '@zhibiao/shared/access';
import type { Stamp } from '@zhibiao/shared/evaluation';
import type { Shown } from '@zhibiao/shared/publication';
import { z } from 'zod';
import type { Services } from '../../services';
import { orDecline, procedure, router } from '../../trpc';
import { readComparison } from './read-comparison';
import { readIndicator } from './read-indicator';
import { readOverview } from './read-overview';

const code = z.string().min(1).max(100);
const page = {
  period: code.optional(),
  basis: z.enum(['single', 'cumulative']),
  /** Which state of the figures: absent for the newest publication, a number, an instant, or `living`. */
  asOf: z.string().min(1).max(30).optional(),
};

/** The state of the figures that the page code reads, and what the page says of it. */
const viewOf = async (
  { services, actor }: { readonly services: Services; readonly actor: Actor },
  asOf: string | undefined,
) => {
  const { stores, clock, shown } = orDecline(await services.views.at(actor, asOf));
  return { ground: { index: services.index, stores, clock }, shown };
};

/** Every page says which version it shows, in its stamp. */
const withShown = <V extends { readonly stamp: Stamp }>(view: V, shown: Shown): V => ({
  ...view,
  stamp: { ...view.stamp, shown },
});

/** What the pages show; nothing here decides. */
export const evaluationRouter = router({
  overview: procedure('dashboard.read')
    .input(z.strictObject(page))
    .query(async ({ ctx, input: { asOf, ...input } }) => {
      const { ground, shown } = await viewOf(ctx, asOf);
      return withShown(orDecline(await readOverview(ground, input)), shown);
    }),
  indicator: procedure('figures.read')
    .input(z.strictObject({ ...page, indicator: code, unit: code.optional() }))
    .query(async ({ ctx, input: { asOf, ...input } }) => {
      const { ground, shown } = await viewOf(ctx, asOf);
      return withShown(orDecline(await readIndicator(ground, input)), shown);
    }),
  comparison: procedure('figures.read')
    .input(z.strictObject({ ...page, indicator: code.optional() }))
    .query(async ({ ctx, input: { asOf, ...input } }) => {
      const { ground, shown } = await viewOf(ctx, asOf);
      return withShown(orDecline(await readComparison(ground, input)), shown);
    }),
});
