import { z } from 'zod';
import { orDecline, procedure, router } from '../../trpc';
import { readComparison } from './read-comparison';
import { readIndicator } from './read-indicator';
import { readOverview } from './read-overview';

const code = z.string().min(1).max(100);
const page = { period: code.optional(), basis: z.enum(['single', 'cumulative']) };

/** What the pages show; nothing here decides. */
export const evaluationRouter = router({
  overview: procedure('dashboard.read')
    .input(z.strictObject(page))
    .query(async ({ ctx, input }) => orDecline(await readOverview(ctx.services, input))),
  indicator: procedure('figures.read')
    .input(z.strictObject({ ...page, indicator: code, unit: code.optional() }))
    .query(async ({ ctx, input }) => orDecline(await readIndicator(ctx.services, input))),
  comparison: procedure('figures.read')
    .input(z.strictObject({ ...page, indicator: code.optional() }))
    .query(async ({ ctx, input }) => orDecline(await readComparison(ctx.services, input))),
});
