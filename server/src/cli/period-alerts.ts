import { alertsOfYear, looksOfYear, rulesOff, type AlertReading } from '@zhibiao/shared/alert';
import { yearOf } from '@zhibiao/shared/calendar';
import type { Assessment, EvaluationContext } from '@zhibiao/shared/evaluation';

/** Rules that hold, each with its own level. */
export type PeriodAlerts = AlertReading['rules'];

const none: PeriodAlerts = [];

/**
 * Answers which alert rules hold after the look at a running total: its year replayed up to there. None for single
 * periods, which alerts never rest on, and for periods that are not looked at. Each year is replayed once.
 */
export const periodAlerts = (context: EvaluationContext): ((assessment: Assessment) => PeriodAlerts) => {
  const years = new Map<string, ReadonlyMap<string, PeriodAlerts>>();
  const { programme } = context.index;
  return ({ indicator: code, unit, period, basis }) => {
    if (basis !== 'cumulative') return none;
    const year = yearOf(period, programme.yearStart);
    const key = `${code}|${year}`;
    let found = years.get(key);
    if (found === undefined) {
      found = readYear(context, code, year);
      years.set(key, found);
    }
    return found.get(`${unit}|${period}`) ?? none;
  };
};

const readYear = (
  context: EvaluationContext,
  code: string,
  year: number,
): ReadonlyMap<string, PeriodAlerts> => {
  const indicator = context.index.indicator(code);
  if (indicator === undefined) return new Map();
  const off = rulesOff(context.index.programme);
  return new Map(
    [...looksOfYear(context, indicator, year)].flatMap(([unit, looks]) =>
      alertsOfYear(looks, off).map(({ rules }, at) => [`${unit}|${looks[at]?.period ?? ''}`, rules] as const),
    ),
  );
};
