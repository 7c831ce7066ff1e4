import { observationSpan, periodsOfYear, yearSpan, type Basis, type PeriodCode } from '../calendar';
import type { Indicator, Programme } from '../programme';
import type { EvaluationContext } from './context';

/** A sheet to judge: one period in one basis. */
export interface SheetKey {
  readonly period: PeriodCode;
  readonly basis: Basis;
}

/** The kind of period that pages step through. */
export type PageKind = 'month' | 'quarter' | 'half' | 'year';

const finest: readonly PageKind[] = ['month', 'quarter', 'half', 'year'];

/** The finest frequency of the programme's indicators; campaigns are shown in quarters. */
export const pageKind = (programme: Pick<Programme, 'indicators'>): PageKind =>
  finest.find((kind) =>
    programme.indicators.some(
      ({ frequency }) => frequency === kind || (frequency === 'round' && kind === 'quarter'),
    ),
  ) ?? 'year';

/**
 * The sheets of one indicator in one programme year: every page period up to the last figure, alone and
 * cumulative, and every other period for which a figure was reported just so. None without figures.
 */
export const sheetKeys = (
  context: EvaluationContext,
  indicator: Indicator,
  year: number,
): readonly SheetKey[] => {
  const { index, ledger } = context;
  const { yearStart } = index.programme;
  // A period belongs to the year in which it ends.
  const { start, end } = yearSpan(year, yearStart);
  const seen = { single: new Set<PeriodCode>(), cumulative: new Set<PeriodCode>() };
  const keys: SheetKey[] = [];
  const add = (period: PeriodCode, basis: Basis): void => {
    if (seen[basis].has(period)) return;
    seen[basis].add(period);
    keys.push({ period, basis });
  };
  let last = '';
  for (const unit of [index.whole, ...index.parts]) {
    for (const entry of ledger.entries(indicator.code, unit.code)) {
      if (entry.start > end) break;
      if (entry.end < start || entry.end > end) continue;
      if (entry.end > last) last = entry.end;
      add(entry.period, entry.basis);
    }
  }
  if (last === '') return [];
  for (const period of periodsOfYear(year, pageKind(index.programme))) {
    if (observationSpan(period, 'single', yearStart).start > last) break;
    add(period, 'single');
    add(period, 'cumulative');
  }
  return keys;
};
