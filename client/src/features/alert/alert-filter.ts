import type { Alert } from '@zhibiao/shared/alert';
import type { Alerts } from './use-alerts';

/** Which alerts are listed: all that stand, one level, or those that have closed. */
export type AlertFilter = 'all' | 'red' | 'orange' | 'yellow' | 'blue' | 'closed';

/** In the order of the chips. */
export const alertFilters = ['all', 'red', 'orange', 'yellow', 'blue', 'closed'] as const;

/** Reads the address's `view`; anything unknown lists all. */
export const alertFilter = (view: string | undefined): AlertFilter =>
  alertFilters.find((name) => name === view) ?? 'all';

/** The alerts of a chip; notices stand under a heading of their own where all are listed. */
export const listedUnder = ({ open, notices, closed }: Alerts, filter: AlertFilter): readonly Alert[] => {
  switch (filter) {
    case 'all':
      return open;
    case 'blue':
      return notices;
    case 'closed':
      return closed;
    case 'red':
    case 'orange':
    case 'yellow':
      return open.filter(({ level }) => level === filter);
  }
};
