import { addDays, type PlainDate, type Span } from '../calendar';
import type { LedgerEntry } from './ledger';
import type { Figure } from './types';

/** A figure for a span of days, and how it was come by. */
export interface Resolved {
  readonly figure: Figure;
  readonly derivation: 'reported' | 'summed-periods' | 'differenced';
  /** False when days of the span are covered by no figure. */
  readonly complete: boolean;
  /** First days that no figure covers. */
  readonly gaps: readonly PlainDate[];
}

type CountsEntry = LedgerEntry & { readonly figure: Extract<Figure, { kind: 'counts' }> };

const hasCounts = (entry: LedgerEntry): entry is CountsEntry => entry.figure.kind === 'counts';

const exactly = (entries: readonly LedgerEntry[], span: Span): LedgerEntry | undefined => {
  let found: LedgerEntry | undefined;
  for (const entry of entries) {
    if (entry.start !== span.start || entry.end !== span.end) continue;
    // Counts say more than a finished rate for the same days.
    if (found === undefined || (found.figure.kind !== 'counts' && entry.figure.kind === 'counts'))
      found = entry;
  }
  return found;
};

/** Cumulative figures of two neighbouring periods give the single period between them. */
const difference = (entries: readonly LedgerEntry[], span: Span): Figure | null => {
  const before = addDays(span.start, -1);
  for (const longer of entries) {
    if (longer.end !== span.end || longer.start >= span.start || !hasCounts(longer)) continue;
    const shorter = entries.find((entry) => entry.start === longer.start && entry.end === before);
    if (shorter === undefined || !hasCounts(shorter)) continue;
    const passes = longer.figure.passes - shorter.figure.passes;
    const total = longer.figure.total - shorter.figure.total;
    // A falling cumulative figure is a mistake in the sheet, not a negative quarter (statistics.md j).
    if (passes >= 0 && total >= passes) return { kind: 'counts', passes, total };
  }
  return null;
};

/** Sums entries laid end to end, the longest first from each day on; gaps are listed, never filled. */
const tiled = (entries: readonly LedgerEntry[], span: Span): Resolved | null => {
  let day = span.start;
  let passes = 0;
  let total = 0;
  let pieces = 0;
  const gaps: PlainDate[] = [];
  while (day <= span.end) {
    let best: CountsEntry | undefined;
    let next: PlainDate | undefined;
    for (const entry of entries) {
      if (entry.end > span.end || entry.start < day || !hasCounts(entry)) continue;
      if (entry.start === day) {
        if (best === undefined || entry.end > best.end) best = entry;
      } else if (next === undefined || entry.start < next) next = entry.start;
    }
    if (best !== undefined) {
      passes += best.figure.passes;
      total += best.figure.total;
      pieces += 1;
      day = addDays(best.end, 1);
      continue;
    }
    gaps.push(day);
    if (next === undefined) break;
    day = next;
  }
  if (pieces === 0) return null;
  return {
    figure: { kind: 'counts', passes, total },
    derivation: 'summed-periods',
    complete: gaps.length === 0,
    gaps,
  };
};

/**
 * The figure of a span from what was reported: just this span; else single periods laid end to end;
 * else the difference of two cumulative figures. Finished rates are never summed. Null when nothing speaks.
 */
export const resolveFigure = (entries: readonly LedgerEntry[], span: Span): Resolved | null => {
  if (entries.length === 0) return null;
  const exact = exactly(entries, span);
  if (exact !== undefined) return { figure: exact.figure, derivation: 'reported', complete: true, gaps: [] };
  const sum = tiled(entries, span);
  if (sum !== null && sum.complete) return sum;
  const figure = difference(entries, span);
  if (figure !== null) return { figure, derivation: 'differenced', complete: true, gaps: [] };
  return sum;
};

/**
 * For registers, lists and scores, whose figure is a state and not a flow: the newest figure of the year
 * that ends no later than the span does.
 */
export const stateFigure = (
  entries: readonly LedgerEntry[],
  yearStartDay: PlainDate,
  end: PlainDate,
): LedgerEntry | null => {
  let found: LedgerEntry | null = null;
  for (const entry of entries) {
    if (entry.start < yearStartDay || entry.end > end) continue;
    if (found === null || entry.end >= found.end) found = entry;
  }
  return found;
};
