import { alertsKnownAt, type Alert, type LivedAlert } from '@zhibiao/shared/alert';
import type { Instant } from '@zhibiao/shared/calendar';
import type { Services } from '../../services';
import type { PageView } from '../evaluation';
import { alertsInLedger } from './judge-alerts';

/**
 * The alerts of an older publication: the rules of today replayed over the ledger of then, on its own day, as
 * publishing itself judged them. Only the running state is stored, so an old one is worked out when somebody looks.
 */
export const alertsAsOf = async (
  { stores, index }: Pick<Services, 'stores' | 'index'>,
  { stores: frozen, clock }: Pick<PageView, 'stores' | 'clock'>,
  publishedAt: Instant,
): Promise<readonly Alert[]> => {
  const today = clock.today();
  const judged = await Promise.all(
    index.programme.indicators.map((indicator) =>
      alertsInLedger({ stores: frozen, index }, indicator, today),
    ),
  );
  const lived = await Promise.all(
    (await stores.alerts.list({})).map(
      async ({ id, indicator, unit, year }): Promise<LivedAlert> => ({
        id,
        indicator,
        unit,
        year,
        life: await stores.alerts.events(id),
      }),
    ),
  );
  const known = alertsKnownAt(
    judged.flatMap(({ alerts }) => alerts),
    lived,
    publishedAt,
  );
  // Quiet units that never raised an alarm are in no store either.
  return known.filter(({ level, openedAt }) => level !== 'none' || openedAt !== null);
};
