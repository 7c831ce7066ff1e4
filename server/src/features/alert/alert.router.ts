import { z } from 'zod';
import { procedure, router } from '../../trpc';

/** Shortfalls that are open, and those that have recovered. */
export const alertRouter = router({
  list: procedure('alert.read')
    .input(z.strictObject({ year: z.int().min(2000).max(2099).optional() }))
    .query(async ({ ctx, input }) => {
      const { actor, services } = ctx;
      const { alerts } = services.stores;
      // A county answers for its own figures; the others' alerts are not its business (authz-matrix).
      const units = actor.role === 'county' && actor.unit !== null ? { units: [actor.unit] } : {};
      const year = input.year === undefined ? {} : { year: input.year };
      const [open, recovered] = await Promise.all([
        alerts.list({ state: 'open', ...units, ...year }),
        alerts.list({ state: 'recovered', ...units, ...year }),
      ]);
      return { open, recovered };
    }),
});
