import {
  observationSpan,
  periodSpan,
  previousPeriod,
  yearOf,
  type PeriodCode,
  type Span,
} from '../../calendar';
import { resolveFigure, type LedgerEntry, type LedgerView, type ObservationKey } from '../../observation';
import type { ProgrammeIndex } from '../../programme';
import type { Counts } from '../../statistics';

/** What was known of an indicator and unit before a row, as counts. Nothing here depends on the row's own figure. */
export interface PlausibilityHistory {
  /** The last eight periods of the row's kind, newest first, those without counts left out. */
  readonly singles: readonly Counts[];
  /** Running totals of the year before the row's period, oldest first. */
  readonly cumulative: readonly Counts[];
  /** What was reported for single periods of the year before the row's, without a gap up to it, oldest first. */
  readonly declared: readonly Counts[];
  /** True when the row's period is the first of its year, so that its running total is its own. */
  readonly isFirstOfYear: boolean;
  readonly planned: number | null;
}

const longestHistory = 8;

/** Reads the history from a ledger that may hold the rows of the file as well: only earlier periods are asked for. */
export const plausibilityHistory = (
  row: ObservationKey,
  ledger: LedgerView,
  index: ProgrammeIndex,
): PlausibilityHistory => {
  const { yearStart } = index.programme;
  const entries = ledger.entries(row.indicator, row.unit);
  const year = yearOf(row.period, yearStart);
  const singles: Counts[] = [];
  const cumulative: Counts[] = [];
  const declared: Counts[] = [];
  let isDeclared = true;
  let period: PeriodCode | null = previousPeriod(row.period);
  const isFirstOfYear = period === null || yearOf(period, yearStart) !== year;
  for (let back = 0; period !== null && back < longestHistory; back += 1) {
    const span = periodSpan(period, yearStart);
    const single = countsOver(entries, span);
    if (single !== null) singles.push(single.counts);
    if (yearOf(period, yearStart) === year) {
      isDeclared &&= single !== null && single.isReported;
      if (isDeclared && single !== null) declared.unshift(single.counts);
      const total = countsOver(entries, observationSpan(period, 'cumulative', yearStart));
      if (total !== null) cumulative.unshift(total.counts);
    }
    period = previousPeriod(period);
  }
  const planned = index.plan(row.indicator, row.unit, year)?.planned ?? null;
  return { singles, cumulative, declared, isFirstOfYear, planned };
};

const countsOver = (
  entries: readonly LedgerEntry[],
  span: Span,
): { readonly counts: Counts; readonly isReported: boolean } | null => {
  const found = resolveFigure(entries, span);
  if (found === null || !found.complete || found.figure.kind !== 'counts') return null;
  const { passes: x, total: n } = found.figure;
  // A difference of two running totals that contradict each other is no figure.
  return x < 0 || x > n ? null : { counts: { x, n }, isReported: found.derivation === 'reported' };
};
