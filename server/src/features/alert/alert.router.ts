import { isAlarm } from '@zhibiao/shared/alert';
import { z } from 'zod';
import { procedure, router } from '../../trpc';

/** Alarms that stand, blue notices for the digest, and alarms that have closed. */
export const alertRouter = router({
  list: procedure('alert.read')
    .input(z.strictObject({ year: z.int().min(2000).max(2099).optional() }))
    .query(async ({ ctx, input }) => {
      const { actor, services } = ctx;
      // A county answers for its own figures; the others' alerts are not its business (authz-matrix).
      const units = actor.role === 'county' && actor.unit !== null ? { units: [actor.unit] } : {};
      const year = input.year === undefined ? {} : { year: input.year };
      const alerts = await services.stores.alerts.list({ ...units, ...year });
      return {
        open: alerts.filter(({ level }) => isAlarm(level)),
        notices: alerts.filter(({ level }) => level === 'blue'),
        // What was never more than a notice has nothing to close.
        closed: alerts.filter(({ level, openedAt }) => level === 'none' && openedAt !== null),
      };
    }),
});
