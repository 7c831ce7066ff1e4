import { isAlarm, type Alert } from '@zhibiao/shared/alert';
import { z } from 'zod';
import { orDecline, procedure, router } from '../../trpc';
import { alertsAsOf } from './alerts-as-of';

/** Alarms that stand, blue notices for the digest, and alarms that have closed; of an older publication those of then. */
export const alertRouter = router({
  list: procedure('alert.read')
    .input(
      z.strictObject({
        year: z.int().min(2000).max(2099).optional(),
        /** As pages say it; the living ledger has the alerts of the newest publication, for alerts follow those. */
        asOf: z.string().min(1).max(30).optional(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { actor, services } = ctx;
      // A county answers for its own figures; the others' alerts are not its business (authz-matrix).
      const units = actor.role === 'county' && actor.unit !== null ? [actor.unit] : undefined;
      const { year, asOf } = input;
      const view = orDecline(await services.views.at(actor, asOf));
      const { shown } = view;
      const isOld = shown.kind === 'publication' && shown.number !== shown.newest;
      const found = isOld
        ? await alertsAsOf(services, view, shown.publishedAt)
        : await services.stores.alerts.list({});
      const alerts = found.filter(
        (alert: Alert) =>
          (units === undefined || units.includes(alert.unit)) && (year === undefined || alert.year === year),
      );
      return {
        open: alerts.filter(({ level }) => isAlarm(level)),
        notices: alerts.filter(({ level }) => level === 'blue'),
        // What was never more than a notice has nothing to close.
        closed: alerts.filter(({ level, openedAt }) => level === 'none' && openedAt !== null),
      };
    }),
});
