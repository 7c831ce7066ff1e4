import type { IndicatorCode } from '../programme';
import type { AlertEvent } from '../statistics';
import { eventBetween } from './alert-levels/level-order';
import type { Alert, StandingAlert } from './types';

/** What changes in the store: the alert as it now stands, and what that is against what was last said. */
export interface AlertChange {
  readonly event: AlertEvent;
  readonly alert: StandingAlert;
}

/** The years of an indicator that were judged, with every alert found there. */
export interface JudgedAlerts {
  readonly indicator: IndicatorCode;
  readonly years: readonly number[];
  readonly alerts: readonly StandingAlert[];
}

/** Only what is new and worse is worth a message; blue is for the digest. */
export const isNotified = (event: AlertEvent): boolean => event === 'opened' || event === 'escalated';

/**
 * What judging some indicators and years changes in the alerts that are known: one alert for each indicator, unit and
 * year, kept for good. The same facts again change nothing. A unit that is not looked at any more has none.
 */
export const alertChanges = (
  known: readonly Alert[],
  judged: readonly JudgedAlerts[],
): readonly AlertChange[] => {
  const changes: AlertChange[] = [];
  const byKey = new Map(known.map((alert) => [keyOf(alert), alert]));
  for (const { indicator, years, alerts } of judged) {
    const found = new Set<string>();
    for (const alert of alerts) {
      const key = keyOf(alert);
      found.add(key);
      const before = byKey.get(key);
      if (before === undefined ? alert.level === 'none' : saysTheSame(before, alert)) continue;
      changes.push({ event: eventBetween(before?.level ?? 'none', alert.level), alert });
    }
    for (const before of known) {
      if (before.indicator !== indicator || !years.includes(before.year) || found.has(keyOf(before)))
        continue;
      if (before.level === 'none') continue;
      const alert: StandingAlert = { ...standing(before), level: 'none', rules: [], since: null };
      changes.push({ event: eventBetween(before.level, 'none'), alert });
    }
  }
  return changes;
};

/** Where judging would open an alert, in the order in which it was judged. */
export const alertsToOpen = (
  known: readonly Alert[],
  judged: readonly JudgedAlerts[],
): readonly Pick<Alert, 'indicator' | 'unit' | 'period'>[] =>
  alertChanges(known, judged).flatMap(({ event, alert: { indicator, unit, period } }) =>
    event === 'opened' ? [{ indicator, unit, period }] : [],
  );

/** Whether two alerts of one indicator, unit and year say the same. */
export const saysTheSame = (one: StandingAlert, other: StandingAlert): boolean =>
  JSON.stringify(standing(one)) === JSON.stringify(standing(other));

const keyOf = ({ indicator, unit, year }: StandingAlert): string => `${indicator}|${unit}|${year}`;

/** In one order of keys, without the life. */
const standing = (alert: StandingAlert): StandingAlert => {
  const { indicator, unit, year, level, rules, period, since, figures } = alert;
  const { rateText, passes, total, target, leg, against, shortfall, shortBy, plan, outlook } = figures;
  return {
    indicator,
    unit,
    year,
    level,
    rules,
    period,
    since,
    figures: { rateText, passes, total, target, leg, against, shortfall, shortBy, plan, outlook },
  };
};
