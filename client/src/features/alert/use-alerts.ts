import { useQuery } from '@tanstack/react-query';
import type { Alert } from '@zhibiao/shared/alert';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';
import { usePageSearch } from '../../ui/search';

/** Alarms that stand, blue notices, and alarms that have closed. */
export interface Alerts {
  readonly open: readonly Alert[];
  readonly notices: readonly Alert[];
  readonly closed: readonly Alert[];
}

/** The options behind useAlerts, so that a route may ask before its page is there. */
export const alertOptions = (asOf?: string) =>
  trpc.alert.list.queryOptions(asOf === undefined ? {} : { asOf });

/** Every alert this reader may see, as it was known in the version that the page shows. */
export const useAlerts = (): Asked<Alerts> => useQuery(alertOptions(usePageSearch().asOf));
