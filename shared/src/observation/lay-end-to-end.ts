import { addDays, dayAfter, daysBetween, type PlainDate, type Span } from '../calendar';
import type { LedgerEntry } from './ledger';
import type { Figure } from './types';

/** An entry whose counts can be added. */
export type CountsEntry = LedgerEntry & { readonly figure: Extract<Figure, { kind: 'counts' }> };

/** Counts added over a span; `gaps` are the first days of stretches that nothing covers. */
export interface Laid {
  readonly passes: number;
  readonly total: number;
  readonly gaps: readonly PlainDate[];
}

/**
 * Adds entries laid end to end over a span, none overlapping another: the longest from each day on where that
 * leaves no gap, else the choice that covers most days with fewest figures. Gaps are listed, never filled.
 * With `byEnd` a campaign that began before the span and ends in it counts wholly. Null when nothing fits.
 */
export const layEndToEnd = (
  entries: readonly LedgerEntry[],
  span: Span,
  byEnd: boolean = false,
): Laid | null => {
  const whole = byEnd ? null : longestFirst(entries, span);
  return whole ?? mostDays(entries, span, byEnd);
};

/** The usual case at the least cost: walks from day to day; null as soon as a day is not begun by any figure. */
const longestFirst = (entries: readonly LedgerEntry[], span: Span): Laid | null => {
  let day = span.start;
  let place = firstFrom(entries, day);
  let passes = 0;
  let total = 0;
  while (day <= span.end) {
    let best: CountsEntry | null = null;
    for (; place < entries.length; place += 1) {
      const entry = entries[place];
      if (entry === undefined || entry.start > day) break;
      if (entry.start !== day || entry.end > span.end || !hasCounts(entry)) continue;
      // Entries stand by their last day, so the last that fits is the longest.
      best = entry;
    }
    if (best === null) return null;
    passes += best.figure.passes;
    total += best.figure.total;
    day = dayAfter(best.end);
  }
  return { passes, total, gaps: none };
};

const none: readonly PlainDate[] = [];

/** Where in entries by days the first stands that begins on a day or later. */
export const firstFrom = (entries: readonly LedgerEntry[], day: PlainDate): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.start ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether an entry has counts, which alone can be added. */
export const hasCounts = (entry: LedgerEntry): entry is CountsEntry => entry.figure.kind === 'counts';

/** A campaign has its own dates instead of a named period. */
const isInterval = (entry: LedgerEntry): boolean => entry.period.includes('/');

interface Piece {
  readonly entry: CountsEntry;
  readonly start: PlainDate;
  readonly days: number;
}

/** The best choice among the pieces up to one of them, that one taken. */
interface Choice {
  readonly piece: Piece;
  readonly before: Choice | null;
  readonly days: number;
  readonly pieces: number;
}

const piecesOf = (entries: readonly LedgerEntry[], span: Span, byEnd: boolean): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const entry of entries) {
    if (entry.start > span.end) break;
    if (!hasCounts(entry) || entry.end > span.end || entry.end < span.start) continue;
    if (entry.start < span.start && !(byEnd && isInterval(entry))) continue;
    const start = entry.start < span.start ? span.start : entry.start;
    pieces.push({ entry, start, days: daysBetween(start, entry.end) + 1 });
  }
  return pieces.sort((one, other) =>
    one.entry.end === other.entry.end ? 0 : one.entry.end < other.entry.end ? -1 : 1,
  );
};

const isBetter = (one: Choice, other: Choice | null): boolean =>
  other === null || one.days > other.days || (one.days === other.days && one.pieces < other.pieces);

/** Weighted interval scheduling: of all sets without overlap the one of most days, then of fewest pieces. */
const mostDays = (entries: readonly LedgerEntry[], span: Span, byEnd: boolean): Laid | null => {
  const choices: Choice[] = [];
  let best: Choice | null = null;
  for (const piece of piecesOf(entries, span, byEnd)) {
    let before: Choice | null = null;
    for (const earlier of choices) {
      if (earlier.piece.entry.end < piece.start && isBetter(earlier, before)) before = earlier;
    }
    const choice: Choice = {
      piece,
      before,
      days: piece.days + (before?.days ?? 0),
      pieces: 1 + (before?.pieces ?? 0),
    };
    choices.push(choice);
    if (isBetter(choice, best)) best = choice;
  }
  return best === null ? null : addUp(best, span);
};

const addUp = (last: Choice, span: Span): Laid => {
  let passes = 0;
  let total = 0;
  const gaps: PlainDate[] = [];
  /** First day after what has been walked so far, from the end of the span backwards. */
  let after = addDays(span.end, 1);
  for (let choice: Choice | null = last; choice !== null; choice = choice.before) {
    const { entry, start } = choice.piece;
    passes += entry.figure.passes;
    total += entry.figure.total;
    const next = addDays(entry.end, 1);
    if (next < after) gaps.unshift(next);
    after = start;
  }
  if (span.start < after) gaps.unshift(span.start);
  return { passes, total, gaps };
};
