import { alertChanges, type JudgedAlerts } from '@zhibiao/shared/alert';
import type { Instant, PlainDate } from '@zhibiao/shared/calendar';
import type { Stores } from '../../stores';

/** What judging anew did to the alerts. */
export interface AlertRound {
  readonly opened: number;
  readonly recovered: number;
}

/** When it was judged: the business day that rules look at, and the instant under which events are kept. */
export interface JudgedAt {
  readonly day: PlainDate;
  readonly at: Instant;
}

/**
 * Brings the stored alerts in line with what the ledger gives, inside the transaction that stored the figures. Hand
 * in one entry for each indicator, with years even where nothing was found.
 */
export const refreshAlerts = async (
  { alerts }: Pick<Stores, 'alerts'>,
  judged: readonly JudgedAlerts[],
  { day, at }: JudgedAt,
): Promise<AlertRound> => {
  const indicators = judged.map(({ indicator }) => indicator);
  if (indicators.length === 0) return { opened: 0, recovered: 0 };
  const changes = alertChanges(await alerts.list({ indicators }), judged);
  if (changes.length > 0) await alerts.record(changes, at);
  await alerts.noteJudged(indicators, day);
  return {
    opened: changes.filter(({ event }) => event === 'opened').length,
    recovered: changes.filter(({ event }) => event === 'closed').length,
  };
};
