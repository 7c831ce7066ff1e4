import { compareAlertLevels, isAlarm, type Alert } from '../alert';
import type { Rectification } from './types';

/** What a publication does to rectifications. */
export type Opening =
  | { readonly act: 'open'; readonly alert: Alert }
  /** The same indicator, unit and year again, after it had been closed. */
  | { readonly act: 'reopen'; readonly alert: Alert; readonly rectification: Rectification };

/**
 * What stands and has nobody who answers: an alarm without a rectification opens one; a closed one is opened again by
 * an alarm that was raised after the closing, or has grown worse than it was then. Asking twice opens nothing twice.
 */
export const openings = (alerts: readonly Alert[], known: readonly Rectification[]): readonly Opening[] => {
  const byAlert = new Map(known.map((one) => [one.alert, one]));
  return alerts.flatMap((alert): readonly Opening[] => {
    if (!isAlarm(alert.level)) return [];
    const rectification = byAlert.get(alert.id);
    if (rectification === undefined) return [{ act: 'open', alert }];
    const last = rectification.steps.at(-1);
    if (last?.state !== 'closed') return [];
    const isRelapse =
      (alert.openedAt !== null && alert.openedAt > last.at) ||
      compareAlertLevels(alert.level, last.finding.level) < 0;
    return isRelapse ? [{ act: 'reopen', alert, rectification }] : [];
  });
};
