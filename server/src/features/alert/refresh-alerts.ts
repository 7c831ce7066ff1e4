import { reconcileAlerts } from '@zhibiao/shared/alert';
import type { Instant } from '@zhibiao/shared/calendar';
import type { Assessment } from '@zhibiao/shared/evaluation';
import type { Stores } from '../../stores';

/** What a round of assessments did to the alerts. */
export interface AlertRound {
  readonly opened: number;
  readonly recovered: number;
}

/**
 * Brings the alerts in line with the newest cumulative assessment of each indicator, unit and year, inside
 * the transaction that stored the assessments.
 */
export const refreshAlerts = async (
  stores: Pick<Stores, 'alerts'>,
  newest: readonly { readonly year: number; readonly assessment: Assessment }[],
  at: Instant,
): Promise<AlertRound> => {
  if (newest.length === 0) return { opened: 0, recovered: 0 };
  const indicators = [...new Set(newest.map(({ assessment }) => assessment.indicator))];
  const changes = reconcileAlerts(await stores.alerts.list({ indicators }), newest);
  if (changes.length > 0) await stores.alerts.record(changes, at);
  return {
    opened: changes.filter((change) => change.kind === 'opened' || change.kind === 'reopened').length,
    recovered: changes.filter((change) => change.kind === 'recovered').length,
  };
};
