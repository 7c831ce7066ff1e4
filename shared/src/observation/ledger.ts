import { observationSpan, type Basis, type PeriodCode, type PlainDate, type YearStart } from '../calendar';
import type { IndicatorCode, UnitCode } from '../programme';
import type { Figure, ObservationKey } from './types';

/** A figure with the days it speaks of. Single, cumulative, halves and campaigns all become spans of days. */
export interface LedgerEntry {
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly figure: Figure;
}

/** What is known now, or was known at an instant, ready to be asked. */
export interface LedgerView {
  /** Entries of one indicator and unit by first day, then last day; withdrawn figures are absent. */
  entries(indicator: IndicatorCode, unit: UnitCode): readonly LedgerEntry[];
}

/** The figures of one indicator and unit: null marks a withdrawn one; `list` is made when first asked for. */
interface Shelf {
  readonly byKey: Map<string, LedgerEntry | null>;
  list: readonly LedgerEntry[] | null;
}

/**
 * Arranges observations for questions by span. Of two observations with the same key the later one in the
 * list wins, so that a preview can append its rows to what the store holds.
 */
export const ledgerOf = (
  observations: Iterable<ObservationKey & { readonly figure: Figure | null }>,
  yearStart: YearStart,
): LedgerView => {
  const shelves = new Map<IndicatorCode, Map<UnitCode, Shelf>>();
  for (const { indicator, unit, period, basis, figure } of observations) {
    const { start, end } = observationSpan(period, basis, yearStart);
    // The basis goes first and has one length, so no two keys share a text.
    shelfOf(shelves, indicator, unit).byKey.set(
      basis === 'single' ? `s${period}` : `c${period}`,
      figure === null ? null : { period, basis, start, end, figure },
    );
  }
  return { entries: (indicator, unit) => listOf(shelves.get(indicator)?.get(unit)) };
};

const shelfOf = (
  shelves: Map<IndicatorCode, Map<UnitCode, Shelf>>,
  indicator: IndicatorCode,
  unit: UnitCode,
): Shelf => {
  let units = shelves.get(indicator);
  if (units === undefined) {
    units = new Map<UnitCode, Shelf>();
    shelves.set(indicator, units);
  }
  let shelf = units.get(unit);
  if (shelf === undefined) {
    shelf = { byKey: new Map<string, LedgerEntry | null>(), list: null };
    units.set(unit, shelf);
  }
  return shelf;
};

const none: readonly LedgerEntry[] = [];

const listOf = (shelf: Shelf | undefined): readonly LedgerEntry[] => {
  if (shelf === undefined) return none;
  shelf.list ??= [...shelf.byKey.values()].filter((entry) => entry !== null).sort(byDays);
  return shelf.list;
};

const byDays = (one: LedgerEntry, other: LedgerEntry): number =>
  compareText(one.start, other.start) || compareText(one.end, other.end);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
