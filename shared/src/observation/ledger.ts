import { observationSpan, type Basis, type PeriodCode, type PlainDate, type YearStart } from '../calendar';
import type { IndicatorCode, UnitCode } from '../programme';
import type { Figure, Observation } from './types';

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

const none: readonly LedgerEntry[] = [];

const byDays = (one: LedgerEntry, other: LedgerEntry): number =>
  one.start < other.start
    ? -1
    : one.start > other.start
      ? 1
      : one.end < other.end
        ? -1
        : one.end > other.end
          ? 1
          : 0;

/**
 * Arranges observations for questions by span. Of two observations with the same key the later one in the
 * list wins, so that a preview can append its rows to what the store holds.
 */
export const ledgerOf = (observations: Iterable<Observation>, yearStart: YearStart): LedgerView => {
  const byIndicator = new Map<IndicatorCode, Map<UnitCode, Map<string, LedgerEntry | null>>>();
  for (const { indicator, unit, period, basis, figure } of observations) {
    let units = byIndicator.get(indicator);
    if (units === undefined) byIndicator.set(indicator, (units = new Map()));
    let entries = units.get(unit);
    if (entries === undefined) units.set(unit, (entries = new Map()));
    const span = observationSpan(period, basis, yearStart);
    entries.set(
      `${period}|${basis}`,
      figure === null ? null : { period, basis, start: span.start, end: span.end, figure },
    );
  }
  const sorted = new Map<string, readonly LedgerEntry[]>();
  return {
    entries: (indicator, unit) => {
      const key = `${indicator}|${unit}`;
      const known = sorted.get(key);
      if (known !== undefined) return known;
      const found = byIndicator.get(indicator)?.get(unit);
      const list =
        found === undefined ? none : [...found.values()].filter((entry) => entry !== null).sort(byDays);
      sorted.set(key, list);
      return list;
    },
  };
};
