import {
  comparePeriods,
  periodContaining,
  previousPeriod,
  type PartKind,
  type PeriodCode,
} from '../../calendar';
import type { Indicator, ReportingUnit } from '../../programme';
import type { EvaluationContext } from '../context';
import { figureFor, type FoundFigure } from '../figure-for';
import { pageKind } from '../sheet-keys';
import { sheetSpan, type SheetSpan } from '../sheet-span';
import type { SeriesFigure } from './series-values';

/** No chart looks further back than fifteen years of quarters. */
const mostPeriods = 60;

/** The kind of period an indicator is measured in; campaigns go by the periods that pages step through. */
export const ownKind = (context: Pick<EvaluationContext, 'index'>, { frequency }: Indicator): PartKind => {
  if (frequency !== 'round') return frequency;
  const kind = pageKind(context.index.programme);
  return kind === 'month' ? 'quarter' : kind;
};

/**
 * The figures of single periods of an indicator's own kind, from the first that is known through `last`, oldest
 * first: what control charts and trends look at. Running totals are taken apart, parts are summed, gaps are null.
 * Registers and lists tell a state, not what happened in a period, and have none.
 */
export const singleSeries = (
  context: EvaluationContext,
  indicator: Indicator,
  unit: ReportingUnit,
  last: PeriodCode,
): readonly SeriesFigure[] => seriesReader(context, indicator, last)(unit);

/** The same for many units: what they share, days of periods and figures of parts, is found once. */
export const seriesReader = (
  context: EvaluationContext,
  indicator: Indicator,
  last: PeriodCode,
): ((unit: ReportingUnit) => readonly SeriesFigure[]) => {
  const sheets = new Map<PeriodCode, KnownSheet>();
  return (unit) => readSeries(context, { indicator, last, sheets }, unit);
};

interface KnownSheet {
  readonly about: SheetSpan;
  readonly before: PeriodCode | null;
  readonly found: Map<string, FoundFigure | null>;
}

interface SeriesTask {
  readonly indicator: Indicator;
  readonly last: PeriodCode;
  readonly sheets: Map<PeriodCode, KnownSheet>;
}

const readSeries = (
  context: EvaluationContext,
  { indicator, last, sheets }: SeriesTask,
  unit: ReportingUnit,
): readonly SeriesFigure[] => {
  if (indicator.measure === 'register-coverage' || indicator.measure === 'count') return [];
  const { yearStart } = context.index.programme;
  const first = firstPeriod(context, indicator, unit);
  const series: SeriesFigure[] = [];
  if (first === null) return series;
  let period: PeriodCode | null = last;
  while (period !== null && series.length < mostPeriods) {
    if (comparePeriods(period, first, yearStart) < 0) break;
    let sheet = sheets.get(period);
    if (sheet === undefined) {
      const about = sheetSpan(indicator, period, 'single', yearStart);
      sheets.set(period, (sheet = { about, before: previousPeriod(period), found: new Map() }));
    }
    const found = figureIn(context, sheet, unit);
    series.push({ period, figure: found === null ? null : found.figure });
    period = sheet.before;
  }
  return series.reverse();
};

const figureIn = (
  context: EvaluationContext,
  { about, found }: KnownSheet,
  unit: ReportingUnit,
): FoundFigure | null => {
  const known = found.get(unit.code);
  if (known !== undefined) return known;
  if (unit.kind === 'whole')
    for (const part of context.index.parts) found.set(part.code, figureFor(context, about, part));
  const read = figureFor(context, about, unit, unit.kind === 'whole' ? found : undefined);
  found.set(unit.code, read);
  return read;
};

const firstPeriod = (
  context: EvaluationContext,
  indicator: Indicator,
  unit: ReportingUnit,
): PeriodCode | null => {
  const { index, ledger } = context;
  const units = unit.kind === 'whole' ? [unit, ...index.parts] : [unit];
  let first = '';
  for (const { code } of units) {
    const start = ledger.entries(indicator.code, code)[0]?.start;
    if (start !== undefined && (first === '' || start < first)) first = start;
  }
  return first === ''
    ? null
    : periodContaining(first, ownKind(context, indicator), index.programme.yearStart);
};
