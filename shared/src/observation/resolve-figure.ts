import { addDays, type PlainDate, type Span } from '../calendar';
import type { LedgerEntry } from './ledger';
import { firstFrom, hasCounts, layEndToEnd, type CountsEntry, type Laid } from './lay-end-to-end';
import type { Figure } from './types';

/** A figure for a span of days, and how it was come by. */
export interface Resolved {
  readonly figure: Figure;
  readonly derivation: 'reported' | 'summed-periods' | 'differenced';
  /** False when days of the span are covered by no figure. */
  readonly complete: boolean;
  /** First days of the stretches that no figure covers. */
  readonly gaps: readonly PlainDate[];
}

/** Which figures of a unit may be put together to speak for other days than those they were reported for. */
export interface SpanRules {
  /** Counts may be added and subtracted; false for rates that arrive finished, whose counts mean nothing. */
  readonly sums: boolean;
  /** A campaign that began earlier counts in the span in which it ends, as its year does (calendar `yearOf`). */
  readonly byEnd: boolean;
}

/** Quarters, months and other parts of a year whose counts add up: the usual case. */
const usual: SpanRules = { sums: true, byEnd: false };

/**
 * The figure of a span from what was reported: just this span; else figures laid end to end; else a longer
 * figure less what surrounds the span (two cumulative figures, a half less a quarter); else as much of the
 * span as is covered, with its gaps. Finished rates are never summed. Null when nothing speaks.
 */
export const resolveFigure = (
  entries: readonly LedgerEntry[],
  span: Span,
  rules: SpanRules = usual,
): Resolved | null => {
  if (entries.length === 0) return null;
  const exact = exactEntry(entries, span);
  if (exact !== null) return { figure: exact.figure, derivation: 'reported', complete: true, gaps: noGaps };
  if (!rules.sums) return null;
  const laid = layEndToEnd(entries, span, rules.byEnd);
  if (laid === null || laid.gaps.length > 0) {
    const figure = difference(entries, span);
    if (figure !== null) return { figure, derivation: 'differenced', complete: true, gaps: noGaps };
  }
  return laid === null ? null : summed(laid);
};

const noGaps: readonly PlainDate[] = [];

const summed = ({ passes, total, gaps }: Laid): Resolved => ({
  figure: { kind: 'counts', passes, total },
  derivation: 'summed-periods',
  complete: gaps.length === 0,
  gaps,
});

/** The entry that speaks of exactly these days; counts say more than a finished rate. Entries are by days. */
export const exactEntry = (entries: readonly LedgerEntry[], span: Span): LedgerEntry | null => {
  let found: LedgerEntry | null = null;
  for (let place = firstFrom(entries, span.start); place < entries.length; place += 1) {
    const entry = entries[place];
    if (entry === undefined || entry.start !== span.start) break;
    if (entry.end !== span.end) continue;
    if (found === null || (found.figure.kind !== 'counts' && entry.figure.kind === 'counts')) found = entry;
  }
  return found;
};

/** The shortest longer figure whose rest before and after the span is known without a gap, less that rest. */
const difference = (entries: readonly LedgerEntry[], span: Span): Figure | null => {
  const longer: CountsEntry[] = [];
  for (const entry of entries) {
    if (entry.start > span.start) break;
    if (entry.end >= span.end && hasCounts(entry)) longer.push(entry);
  }
  longer.sort((one, other) =>
    one.end === other.end ? (one.start > other.start ? -1 : 1) : one.end < other.end ? -1 : 1,
  );
  for (const { start, end, figure } of longer) {
    const before = start < span.start ? layEndToEnd(entries, { start, end: addDays(span.start, -1) }) : empty;
    const after = end > span.end ? layEndToEnd(entries, { start: addDays(span.end, 1), end }) : empty;
    if (before === null || after === null || before.gaps.length + after.gaps.length > 0) continue;
    const passes = figure.passes - before.passes - after.passes;
    const total = figure.total - before.total - after.total;
    // A falling cumulative figure is a mistake in the sheet, not a negative quarter (statistics.md j).
    if (passes >= 0 && total >= passes) return { kind: 'counts', passes, total };
  }
  return null;
};

const empty: Laid = { passes: 0, total: 0, gaps: noGaps };
