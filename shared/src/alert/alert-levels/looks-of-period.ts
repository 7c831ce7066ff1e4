import { addDays, observationSpan, periodsOfYear, type Basis, type PeriodCode } from '../../calendar';
import {
  assessSheet,
  isConcern,
  ownKind,
  seriesReader,
  singleSeries,
  type Assessment,
  type EvaluationContext,
  type SeriesFigure,
} from '../../evaluation';
import type { Indicator, ReportingUnit } from '../../programme';
import { alertLook, type AlertLook } from './alert-look';

/** Judges a sheet of the indicator, or hands out one that is judged already. */
export type SheetOf = (period: PeriodCode, basis: Basis) => readonly Assessment[];

/** What looks stand on; what is left out is worked out from the context. */
export interface LookOptions {
  readonly sheetOf?: SheetOf;
  /** Single figures of a unit through a period, oldest first. */
  readonly seriesOf?: (unit: ReportingUnit, period: PeriodCode) => readonly SeriesFigure[];
}

/**
 * Looks at every judged unit of an indicator at the end of one period of its own kind, the whole first. Units whose
 * figure is not there yet and not yet due are left out, as are indicators without a target in that year.
 */
export const looksOfPeriod = (
  context: EvaluationContext,
  indicator: Indicator,
  period: PeriodCode,
  options: LookOptions = {},
): readonly AlertLook[] => {
  const { index, today } = context;
  const { yearStart, alertRules } = index.programme;
  const { end } = observationSpan(period, 'single', yearStart);
  if (end >= today) return [];
  const {
    sheetOf = (code, basis) => assessSheet(context, indicator, code, basis),
    seriesOf = (unit, code) => singleSeries(context, indicator, unit, code),
  } = options;
  const isDue = today > addDays(end, Math.max(0, indicator.deadlineDays));
  const newest = sheetOf(period, 'single');
  return sheetOf(period, 'cumulative').flatMap((cumulative, at) => {
    const alone = newest[at];
    const unit = index.unit(cumulative.unit);
    if (alone === undefined || unit === undefined || (alone.figure === null && !isDue)) return [];
    // Nothing is charted where nothing is asked.
    if (cumulative.legs.length === 0) return [];
    // A whole that reports alone has parts without figures, which owe none.
    if (unit.kind === 'part' && indicator.reportedBy === 'whole' && cumulative.figure === null) return [];
    const chartConcern =
      alertRules?.Y3 !== false && alone.figure !== null && isConcern(seriesOf(unit, period), indicator);
    const scope = unit.kind === 'whole' ? 'whole' : 'part';
    const look = alertLook({ indicator, scope, cumulative, newest: alone, chartConcern, today, yearStart });
    return look === null ? [] : [look];
  });
};

/** Looks of a whole year by unit, oldest first, ready to be replayed. */
export const looksOfYear = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
  options: LookOptions = {},
): ReadonlyMap<string, readonly AlertLook[]> => {
  const { yearStart } = context.index.programme;
  const byUnit = new Map<string, AlertLook[]>();
  const ended = periodsOfYear(year, ownKind(context, indicator)).filter(
    (period) => observationSpan(period, 'single', yearStart).end < context.today,
  );
  const seriesOf = options.seriesOf ?? seriesThrough(context, indicator, ended.at(-1));
  for (const period of ended) {
    for (const look of looksOfPeriod(context, indicator, period, { ...options, seriesOf })) {
      const looks = byUnit.get(look.unit);
      if (looks === undefined) byUnit.set(look.unit, [look]);
      else looks.push(look);
    }
  }
  return byUnit;
};

/** One series for all periods of a year, read once for each unit. */
const seriesThrough = (
  context: EvaluationContext,
  indicator: Indicator,
  last: PeriodCode | undefined,
): NonNullable<LookOptions['seriesOf']> => {
  const known = new Map<string, readonly SeriesFigure[]>();
  const read = last === undefined ? null : seriesReader(context, indicator, last);
  return (unit, period) => {
    let series = known.get(unit.code);
    if (series === undefined) {
      series = read === null ? [] : read(unit);
      known.set(unit.code, series);
    }
    return series.slice(0, series.findIndex((entry) => entry.period === period) + 1);
  };
};
