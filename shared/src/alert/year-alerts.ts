import type { Basis, PeriodCode } from '../calendar';
import { assessSheet, type Assessment, type EvaluationContext } from '../evaluation';
import type { Indicator, Programme } from '../programme';
import { alertRules, type AlertRule } from '../statistics';
import { alertFigures } from './alert-figures';
import { alertsOfYear, type AlertReading } from './alert-levels/alert-reading';
import { isAlarm } from './alert-levels/level-order';
import { looksOfYear, type SheetOf } from './alert-levels/looks-of-period';
import type { StandingAlert } from './types';

/**
 * The alerts of an indicator and programme year as ledger and day give them, one for each unit that was looked at,
 * quiet ones among them. The looks of the year are replayed in order, so that a revision of an early period re-runs
 * what came after it; nothing but ledger and programme is remembered. Hand in `sheetOf` where sheets are judged already.
 */
export const yearAlerts = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
  sheetOf: SheetOf = (period, basis) => assessSheet(context, indicator, period, basis),
): readonly StandingAlert[] => {
  // Nothing is looked at where nothing is asked, and judging the sheets of such a year would cost most of the time.
  if (context.index.target(indicator.code, year) === null) return [];
  const known = new Map<string, readonly Assessment[]>();
  const remembered = (period: PeriodCode, basis: Basis): readonly Assessment[] => {
    const key = `${basis} ${period}`;
    let sheet = known.get(key);
    if (sheet === undefined) known.set(key, (sheet = sheetOf(period, basis)));
    return sheet;
  };
  const off = rulesOff(context.index.programme);
  const looks = looksOfYear(context, indicator, year, { sheetOf: remembered });
  return [...looks].flatMap(([unit, ofUnit]) => {
    const readings = alertsOfYear(ofUnit, off);
    const newest = readings.at(-1);
    const period = ofUnit.at(-1)?.period;
    if (newest === undefined || period === undefined) return [];
    const assessment = remembered(period, 'cumulative').find((one) => one.unit === unit);
    if (assessment === undefined) return [];
    const since = ofUnit[firstOfRun(readings)]?.period ?? null;
    const { level } = newest;
    const rules = newest.rules.map(({ rule }) => rule);
    const figures = alertFigures(assessment);
    return [{ indicator: indicator.code, unit, year, level, rules, period, since, figures }];
  });
};

/** The rules that a programme has switched off. */
export const rulesOff = (programme: Pick<Programme, 'alertRules'>): readonly AlertRule[] =>
  alertRules.filter((rule) => programme.alertRules?.[rule] === false);

/** Place of the first reading of the alarm that still stands; −1 when there is none. */
const firstOfRun = (readings: readonly AlertReading[]): number => {
  let first = readings.length;
  while (first > 0 && isAlarm(readings[first - 1]?.level ?? 'none')) first -= 1;
  return first === readings.length ? -1 : first;
};
