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
  /** How many of them, from the newest, are of the row's year, reported just so and without a gap up to the row. */
  readonly declared: number;
  /** Running totals of the year before the row's period, oldest first; empty for a row of a single period. */
  readonly cumulative: readonly Counts[];
  /** True when the row's period is the first of its year, so that its running total is its own. */
  readonly isFirstOfYear: boolean;
  /** Samples planned for the year; looked up when asked, which is seldom. */
  readonly planned: () => number | null;
}

/** Periods of the past that are looked at. */
export const longestHistory = 8;

/** Whether no figure of some entries can be the sum or the difference of others. */
export type Plainness = (entries: readonly LedgerEntry[]) => boolean;

/** Tells plainness, looking through each list of entries once. */
export const plainness = (): Plainness => {
  const known = new Map<readonly LedgerEntry[], boolean>();
  return (entries) => {
    let answer = known.get(entries);
    if (answer === undefined) known.set(entries, (answer = arePlain(entries)));
    return answer;
  };
};

/**
 * Reads histories from a ledger that may hold the rows of the file as well: only earlier periods are asked for. What
 * is the same for many rows (the periods before a period, the figures of a unit in order) is found once.
 */
export const plausibilityHistories = (
  ledger: LedgerView,
  index: ProgrammeIndex,
  isPlain: Plainness = plainness(),
): ((row: ObservationKey) => PlausibilityHistory) => {
  const { yearStart } = index.programme;
  const pasts = new Map<PeriodCode, Past>();
  const shelves = new Map<readonly LedgerEntry[], Shelf | null>();

  const pastOf = (code: PeriodCode): Past => {
    let past = pasts.get(code);
    if (past === undefined) pasts.set(code, (past = readPast(code, yearStart)));
    return past;
  };
  const shelfOf = (entries: readonly LedgerEntry[]): Shelf | null => {
    let shelf = shelves.get(entries);
    if (shelf === undefined)
      shelves.set(entries, (shelf = isPlain(entries) ? arrange(entries, pastOf) : null));
    return shelf;
  };

  return ({ indicator, unit, period, basis }) => {
    const entries = ledger.entries(indicator, unit);
    const shelf = shelfOf(entries);
    const past = pastOf(period);
    const planned = (): number | null => index.plan(indicator, unit, past.year)?.planned ?? null;
    const { isFirstOfYear } = past;
    const { singles, declared } =
      shelf === null ? singlesOver(entries, past) : singlesOn(shelf, entries, period, past);
    const cumulative = basis === 'single' ? none : totalsOver(entries, past);
    // Written out: spreading makes a history several times as dear.
    return { singles, declared, cumulative, isFirstOfYear, planned };
  };
};

type Singles = Pick<PlausibilityHistory, 'singles' | 'declared'>;

const none: readonly Counts[] = [];

/** Any entries: each period is a figure, or follows from others by adding or subtracting. */
const singlesOver = (entries: readonly LedgerEntry[], { before }: Past): Singles => {
  const singles: Counts[] = [];
  let declared = 0;
  let isDeclared = true;
  for (const { span, isSameYear } of before) {
    const found = countsOver(entries, span);
    if (found !== null) singles.push(found.counts);
    isDeclared &&= isSameYear && found !== null && found.isReported;
    if (isDeclared) declared += 1;
  }
  return { singles, declared };
};

/** Entries that follow from no others: they are by days, so the past is walked backwards beside the periods asked for. */
const singlesOn = (
  shelf: Shelf,
  entries: readonly LedgerEntry[],
  period: PeriodCode,
  { before, sameYear }: Past,
): Singles => {
  const place = placeOn(shelf, entries, period);
  const run = place < 0 ? 0 : (shelf.runs[place] ?? 0);
  // Nearly always nothing is missing, and fifty thousand rows ask.
  if (run >= before.length || run === place) {
    const first = entries.length - place;
    const singles = shelf.newestFirst.slice(first, first + Math.min(run, before.length));
    return { singles, declared: Math.min(sameYear, singles.length) };
  }
  const singles: Counts[] = [];
  let declared = 0;
  let isDeclared = true;
  let next = (place < 0 ? placeAfter(entries, before[0]?.span) : place) - 1;
  for (const { code, isSameYear } of before) {
    const entry = entries[next]?.period === code ? entries[next] : undefined;
    if (entry !== undefined) next -= 1;
    const counts = entry === undefined ? null : countsOf(entry);
    if (counts !== null) singles.push(counts);
    isDeclared &&= isSameYear && counts !== null;
    if (isDeclared) declared += 1;
  }
  return { singles, declared };
};

const totalsOver = (entries: readonly LedgerEntry[], { before }: Past): readonly Counts[] =>
  before
    .flatMap(({ total, isSameYear }) => (isSameYear ? (countsOver(entries, total)?.counts ?? []) : []))
    .reverse();

/** What lies before a period, the same for every unit. */
interface Past {
  readonly year: number;
  readonly isFirstOfYear: boolean;
  /** How many of `before` are of the same year; they come first. */
  readonly sameYear: number;
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
  const isFirstOfYear = first === null || yearOf(first, yearStart) !== year;
  return { year, isFirstOfYear, sameYear: before.filter(({ isSameYear }) => isSameYear).length, before };
};

/** The figures of one indicator and unit, none of which follows from others. */
interface Shelf {
  /** Counts of the entries, newest first; of an entry without counts, none that any run reaches. */
  readonly newestFirst: readonly Counts[];
  /** How many entries just before each one have counts and leave no period out. */
  readonly runs: readonly number[];
  /** Where a period was found last: sheets go through the periods in order. */
  at: number;
}

const arrange = (entries: readonly LedgerEntry[], pastOf: (code: PeriodCode) => Past): Shelf => {
  const newestFirst: Counts[] = [];
  const runs: number[] = [];
  let run = 0;
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place];
    if (entry === undefined) continue;
    const isNext = place > 0 && pastOf(entry.period).before[0]?.code === entries[place - 1]?.period;
    runs.push(isNext ? run : 0);
    const counts = countsOf(entry);
    newestFirst.push(counts ?? noCounts);
    run = counts === null ? 0 : isNext ? run + 1 : 1;
  }
  return { newestFirst: newestFirst.reverse(), runs, at: -1 };
};

const noCounts: Counts = { x: 0, n: 0 };

const countsOf = ({ figure }: LedgerEntry): Counts | null =>
  figure.kind === 'counts' ? { x: figure.passes, n: figure.total } : null;

/** Where the entry of a period stands; −1 when there is none. */
const placeOn = (shelf: Shelf, entries: readonly LedgerEntry[], period: PeriodCode): number => {
  const next = shelf.at + 1;
  shelf.at = entries[next]?.period === period ? next : entries.findIndex((entry) => entry.period === period);
  return shelf.at;
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
