import { observationSpan, type Span, type YearStart } from '../../calendar';
import {
  exactEntry,
  keyText,
  resolveFigure,
  type LedgerEntry,
  type LedgerView,
  type ObservationKey,
} from '../../observation';
import type { ProgrammeIndex } from '../../programme';
import type { Counts } from '../../statistics';
import type { Issue, SubmittedRow } from '../types';
import { plainness, type Plainness } from './plausibility-history';
import { placed } from './plausibility-issues';

/**
 * Totals that are not the sum of their parts: Σ counties ≠ city, Σ quarters ≠ year (statistics.md j; exact). The
 * ledger must hold the rows already. A total is told at its own row where the file has one, else at the first row of
 * the file that is a part of it: an error where the file contradicts itself, a warning where it contradicts what the
 * ledger holds, for then either may be right and somebody else may have to mend it. Only sums that are complete are compared, and only of indicators that
 * are pooled.
 */
export const totalsIssues = (
  rows: readonly SubmittedRow[],
  ledger: LedgerView,
  index: ProgrammeIndex,
  isPlain: Plainness = plainness(),
): readonly Issue[] => {
  const { yearStart } = index.programme;
  const told = new Set<string>();
  const issues: Issue[] = [];
  let inFile: ReadonlySet<string> | null = null;
  const asked = rows.filter(mayBePartOfTotal(ledger, index, isPlain));
  // Longest first, wholes before parts: so that a total is met at its own row before its parts are.
  for (const row of asked.sort(byExtent(index, yearStart))) {
    for (const { key, total, sum, code, members } of totalsAround(row, ledger, index)) {
      if (told.has(key)) continue;
      told.add(key);
      if (total.x === sum.x && total.n === sum.n) continue;
      const params = { passes: total.x, total: total.n, sumPasses: sum.x, sumTotal: sum.n };
      inFile ??= new Set(rows.map(keyText));
      const keys = inFile;
      const level = members.every((member) => keys.has(keyText(member))) ? 'error' : 'warning';
      issues.push(placed(row, { code, level, params }));
    }
  }
  return issues;
};

/** Most rows stand in no total: the whole does not report itself, and quarters are all there is. */
const mayBePartOfTotal = (
  ledger: LedgerView,
  index: ProgrammeIndex,
  isPlain: Plainness,
): ((row: SubmittedRow) => boolean) => {
  // The same for all units of an indicator; null where nothing adds up.
  const wholes = new Map<string, readonly LedgerEntry[] | null>();
  const wholeOf = (indicator: string): readonly LedgerEntry[] | null => {
    let whole = wholes.get(indicator);
    if (whole === undefined) {
      const isPooled = index.indicator(indicator)?.combination === 'pooled';
      wholes.set(indicator, (whole = isPooled ? ledger.entries(indicator, index.whole.code) : null));
    }
    return whole;
  };
  return ({ indicator, unit }) => {
    const whole = wholeOf(indicator);
    return whole !== null && (whole.length > 0 || !isPlain(ledger.entries(indicator, unit)));
  };
};

interface Compared {
  readonly key: string;
  readonly total: Counts;
  readonly sum: Counts;
  readonly code: 'submission.units-do-not-add-up' | 'submission.periods-do-not-add-up';
  /** The total and its parts. */
  readonly members: readonly ObservationKey[];
}

const byExtent =
  (index: ProgrammeIndex, yearStart: YearStart) =>
  (one: SubmittedRow, other: SubmittedRow): number => {
    const [a, b] = [spanOf(one, yearStart), spanOf(other, yearStart)];
    const rank = ({ unit }: SubmittedRow): number => (unit === index.whole.code ? 0 : 1);
    // The earlier start and the later end is the longer one wherever one holds the other.
    return (
      compareText(a.start, b.start) ||
      compareText(b.end, a.end) ||
      rank(one) - rank(other) ||
      one.row - other.row
    );
  };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const spanOf = ({ period, basis }: ObservationKey, yearStart: YearStart): Span =>
  observationSpan(period, basis, yearStart);

const totalsAround = (row: SubmittedRow, ledger: LedgerView, index: ProgrammeIndex): readonly Compared[] => {
  const span = spanOf(row, index.programme.yearStart);
  const entries = ledger.entries(row.indicator, row.unit);
  const longer = entries.filter((entry) => entry.start <= span.start && entry.end >= span.end);
  return [
    ...unitTotals(row, span, ledger, index),
    ...longer.flatMap((entry) => periodTotal(row, entry, entries)),
  ];
};

/** What the whole reported for just these days beside what its parts add up to. */
const unitTotals = (
  row: SubmittedRow,
  span: Span,
  ledger: LedgerView,
  index: ProgrammeIndex,
): readonly Compared[] => {
  const { code } = index.whole;
  const total = countsOf(exactEntry(ledger.entries(row.indicator, code), span));
  const addends = index.addends(code);
  if (total === null || addends.length === 0) return [];
  if (row.unit !== code && !addends.some((unit) => unit.code === row.unit)) return [];
  const sum = { x: 0, n: 0 };
  for (const unit of addends) {
    const found = resolveFigure(ledger.entries(row.indicator, unit.code), span);
    if (found === null || !found.complete || found.figure.kind !== 'counts') return [];
    sum.x += found.figure.passes;
    sum.n += found.figure.total;
  }
  const key = `${row.indicator} ${span.start} ${span.end}`;
  const members = [code, ...addends.map((unit) => unit.code)].map((unit) => ({ ...row, unit }));
  return [{ key, total, sum, code: 'submission.units-do-not-add-up', members }];
};

/** One reported figure beside its own shorter ones laid end to end. */
const periodTotal = (
  { indicator, unit }: SubmittedRow,
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
): readonly Compared[] => {
  const total = countsOf(entry);
  const shorter = entries.filter(
    ({ start, end }) => start >= entry.start && end <= entry.end && (start > entry.start || end < entry.end),
  );
  const found = total === null ? null : resolveFigure(shorter, entry);
  if (total === null || found === null || !found.complete || found.derivation !== 'summed-periods') return [];
  if (found.figure.kind !== 'counts') return [];
  const sum = { x: found.figure.passes, n: found.figure.total };
  const key = `${indicator} ${unit} ${entry.start} ${entry.end}`;
  const members = [entry, ...shorter].map(({ period, basis }) => ({ indicator, unit, period, basis }));
  return [{ key, total, sum, code: 'submission.periods-do-not-add-up', members }];
};

const countsOf = (entry: LedgerEntry | null): Counts | null =>
  entry?.figure.kind === 'counts' ? { x: entry.figure.passes, n: entry.figure.total } : null;
