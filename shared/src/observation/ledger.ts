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

/** An observation with its days; a null figure was withdrawn. */
type Laid = Omit<LedgerEntry, 'figure'> & { readonly figure: Figure | null };

/** What was said of one indicator and unit, in the order in which it was said; `list` is made when first asked for. */
interface Shelf {
  readonly said: Laid[];
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
    shelfOf(shelves, indicator, unit).said.push({ period, basis, start, end, figure });
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
    shelf = { said: [], list: null };
    units.set(unit, shelf);
  }
  return shelf;
};

const none: readonly LedgerEntry[] = [];

const listOf = (shelf: Shelf | undefined): readonly LedgerEntry[] => {
  if (shelf === undefined) return none;
  shelf.list ??= standing(shelf.said);
  return shelf.list;
};

/** What stands of it, by days: sheets are in the order of time, so that nearly always nothing is left to do. */
const standing = (said: readonly Laid[]): readonly LedgerEntry[] =>
  said.every(followsInTime) ? said.filter(hasFigure) : lastWords([...said].sort(byDays)).filter(hasFigure);

const hasFigure = (entry: Laid): entry is LedgerEntry => entry.figure !== null;

/** Later than the one before it, and so about another key. */
const followsInTime = (entry: Laid, place: number, said: readonly Laid[]): boolean => {
  const before = said[place - 1];
  return before === undefined || byDays(before, entry) < 0;
};

/** Of entries by days, the last that was said of each key, where the first stood. */
const lastWords = (said: readonly Laid[]): readonly Laid[] => {
  const kept: Laid[] = [];
  for (const entry of said) {
    let place = kept.length - 1;
    while (place >= 0 && !isSameKey(kept[place], entry) && isSameDays(kept[place], entry)) place -= 1;
    if (isSameKey(kept[place], entry)) kept[place] = entry;
    else kept.push(entry);
  }
  return kept;
};

const isSameKey = (one: Laid | undefined, other: Laid): boolean =>
  one?.period === other.period && one.basis === other.basis;

const isSameDays = (one: Laid | undefined, other: Laid): boolean =>
  one?.start === other.start && one.end === other.end;

const byDays = (one: Laid, other: Laid): number =>
  compareText(one.start, other.start) || compareText(one.end, other.end);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
