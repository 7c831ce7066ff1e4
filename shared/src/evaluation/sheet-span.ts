import {
  addDays,
  latestEndedPeriod,
  observationSpan,
  periodSpan,
  yearOf,
  yearSpan,
  type Basis,
  type PeriodCode,
  type PlainDate,
  type Span,
  type YearStart,
} from '../calendar';
import type { Indicator } from '../programme';

/** What a sheet asks the ledger for: one indicator over one span of days, with the year they lie in. */
export interface SheetSpan {
  readonly indicator: Indicator;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly span: Span;
  /** The programme year, named for the calendar year it starts in. */
  readonly year: number;
  readonly yearDays: Span;
  /** Last day of the span by which a figure of the indicator's own frequency was to be had; empty for campaigns. */
  readonly dueThrough: PlainDate;
}

/** The days that a period and basis of an indicator speak of. */
export const sheetSpan = (
  indicator: Indicator,
  period: PeriodCode,
  basis: Basis,
  yearStart: YearStart,
): SheetSpan => {
  const span = observationSpan(period, basis, yearStart);
  const year = yearOf(period, yearStart);
  return {
    indicator,
    period,
    basis,
    span,
    year,
    yearDays: yearSpan(year, yearStart),
    dueThrough: dueThrough(indicator, span, yearStart),
  };
};

/** A half-yearly figure is not missing in September, and days between campaigns never are. */
const dueThrough = ({ frequency }: Indicator, span: Span, yearStart: YearStart): PlainDate => {
  if (frequency === 'round') return '';
  return periodSpan(latestEndedPeriod(addDays(span.end, 1), frequency, yearStart), yearStart).end;
};
