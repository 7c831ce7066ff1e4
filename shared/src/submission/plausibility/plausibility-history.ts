import {
  observationSpan,
  parsePeriod,
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
  /** Running totals of the year before the row's period, oldest first; empty for a row of a single period. */
  readonly cumulative: readonly Counts[];
  /** What was reported for single periods of the year before the row's, without a gap up to it, oldest first. */
  readonly declared: readonly Counts[];
  /** True when the row's period is the first of its year, so that its running total is its own. */
  readonly isFirstOfYear: boolean;
  /** Samples planned for the year; looked up when asked, which is seldom. */
  readonly planned: () => number | null;
}

/** Periods of the past that are looked at. */
export const longestHistory = 8;

/**
 * Reads histories from a ledger that may hold the rows of the file as well: only earlier periods are asked for. What
 * is the same for many rows (the periods before a period, the figures of a unit by period) is found once.
 */
export const plausibilityHistories = (
  ledger: LedgerView,
  index: ProgrammeIndex,
): ((row: ObservationKey) => PlausibilityHistory) => {
  const { yearStart } = index.programme;
  const pasts = new Map<PeriodCode, Past>();
  const shelves = new Map<readonly LedgerEntry[], Shelf>();

  const pastOf = (code: PeriodCode): Past => {
    let past = pasts.get(code);
    if (past === undefined) pasts.set(code, (past = readPast(code, yearStart)));
    return past;
  };
  const shelfOf = (entries: readonly LedgerEntry[]): Shelf => {
    let shelf = shelves.get(entries);
    if (shelf === undefined) shelves.set(entries, (shelf = arrange(entries)));
    return shelf;
  };

  return ({ indicator, unit, period, basis }) => {
    const entries = ledger.entries(indicator, unit);
    const shelf = shelfOf(entries);
    const { year, isFirstOfYear, before } = pastOf(period);
    const singles: Counts[] = [];
    const cumulative: Counts[] = [];
    const declared: Counts[] = [];
    let isDeclared = true;
    // Entries are by days, so the past of a plain shelf is walked backwards beside the periods asked for.
    let next = shelf.isPlain ? (shelf.places.get(period) ?? placeAfter(entries, before[0]?.span)) - 1 : -1;
    for (const { code, span, total, isSameYear } of before) {
      const isNext = entries[next]?.period === code;
      const single = shelf.isPlain
        ? isNext
          ? (shelf.counts[next] ?? null)
          : null
        : countsOver(entries, span);
      if (isNext) next -= 1;
      if (single !== null) singles.push(single.counts);
      if (!isSameYear) continue;
      isDeclared &&= single !== null && single.isReported;
      if (isDeclared && single !== null) declared.push(single.counts);
      const sum = basis === 'single' ? null : countsOver(entries, total);
      if (sum !== null) cumulative.push(sum.counts);
    }
    return {
      singles,
      cumulative: cumulative.reverse(),
      declared: declared.reverse(),
      isFirstOfYear,
      planned: () => index.plan(indicator, unit, year)?.planned ?? null,
    };
  };
};

/** What lies before a period, the same for every unit. */
interface Past {
  readonly year: number;
  readonly isFirstOfYear: boolean;
  /** Newest first. */
  readonly before: readonly {
    readonly code: PeriodCode;
    readonly span: Span;
    /** From the start of the year to the period's end. */
    readonly total: Span;
    readonly isSameYear: boolean;
  }[];
}

const readPast = (code: PeriodCode, yearStart: ProgrammeIndex['programme']['yearStart']): Past => {
  const year = yearOf(code, yearStart);
  const before: Past['before'][number][] = [];
  const first = previousPeriod(code);
  let period = first;
  for (let back = 0; period !== null && back < longestHistory; back += 1) {
    before.push({
      code: period,
      span: periodSpan(period, yearStart),
      total: observationSpan(period, 'cumulative', yearStart),
      isSameYear: yearOf(period, yearStart) === year,
    });
    period = previousPeriod(period);
  }
  return { year, isFirstOfYear: first === null || yearOf(first, yearStart) !== year, before };
};

/** The figures of one indicator and unit, by period. */
interface Shelf {
  /** Single periods of one length without overlap: then no figure follows from others by adding or subtracting. */
  readonly isPlain: boolean;
  /** Of a plain shelf: where each period's entry stands. */
  readonly places: ReadonlyMap<PeriodCode, number>;
  /** Of a plain shelf: each entry's counts; null where it has none. */
  readonly counts: readonly (FoundCounts | null)[];
}

const arrange = (entries: readonly LedgerEntry[]): Shelf => {
  if (!arePlain(entries)) return { isPlain: false, places: new Map(), counts: [] };
  return {
    isPlain: true,
    places: new Map(entries.map(({ period }, place) => [period, place])),
    counts: entries.map(({ figure }) =>
      figure.kind === 'counts' ? { counts: { x: figure.passes, n: figure.total }, isReported: true } : null,
    ),
  };
};

/** True where no figure can be the sum or the difference of others: single periods of one length. */
export const arePlain = (entries: readonly LedgerEntry[]): boolean => {
  const [first] = entries;
  if (first === undefined) return true;
  const kind = parsePeriod(first.period)?.kind;
  return (
    kind !== 'span' &&
    entries.every(
      ({ basis, period }, at) =>
        basis === 'single' &&
        (isAlike(period, first.period) || parsePeriod(period)?.kind === kind) &&
        entries[at - 1]?.period !== period,
    )
  );
};

/** `2025-Q3` and `2024-Q1`, told without parsing: nearly always. */
const isAlike = (one: PeriodCode, other: PeriodCode): boolean =>
  one.length === other.length && one.length < 10 && one.charAt(5) === other.charAt(5);

interface FoundCounts {
  readonly counts: Counts;
  readonly isReported: boolean;
}

/** Where an entry would stand that comes just after a span. */
const placeAfter = (entries: readonly LedgerEntry[], span: Span | undefined): number => {
  const place = span === undefined ? 0 : entries.findIndex(({ start }) => start > span.end);
  return place === -1 ? entries.length : place;
};

const countsOver = (entries: readonly LedgerEntry[], span: Span): FoundCounts | null => {
  const found = resolveFigure(entries, span);
  if (found === null || !found.complete || found.figure.kind !== 'counts') return null;
  const { passes: x, total: n } = found.figure;
  // A difference of two running totals that contradict each other is no figure.
  return x < 0 || x > n ? null : { counts: { x, n }, isReported: found.derivation === 'reported' };
};
