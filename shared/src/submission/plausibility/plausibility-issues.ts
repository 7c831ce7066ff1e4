import type { DecimalText, Indicator } from '../../programme';
import { suggestCorrections, type Counts, type Suggestion } from '../../statistics';
import type { LooseIssue } from '../issue-list';
import type { Issue, SubmittedRow } from '../types';
import { looksCumulativeIssues, periodIssues, pooledHistory, runningTotalIssues } from './counts-issues';
import type { PlausibilityHistory } from './plausibility-history';
import { rateIssue } from './rate-issue';

/** A good row beside what the sheet says of its rate, which the figure itself does not keep. */
export interface PlausibilityRow extends SubmittedRow {
  /** In percent as typed, without sign; absent or null where the sheet has no rate, or where it is checked elsewhere. */
  readonly typedRate?: DecimalText | null;
  /** Letter of the rate's column. */
  readonly rateColumn?: string | null;
}

/**
 * What is wrong with, or strange about, a row that can be read (statistics.md j): its rate against its counts, and its
 * counts against the history. Errors keep it from being stored; warnings only ask for a reason. Where a slip of
 * typing would explain it, that is suggested, never applied. Registers and scores are not counted by chance.
 */
export const plausibilityIssues = (
  row: PlausibilityRow,
  history: PlausibilityHistory,
  indicator: Pick<Indicator, 'measure' | 'combination'>,
): readonly Issue[] => {
  const counts = countsOf(row, indicator);
  if (counts === null) return [];
  const typed = row.typedRate ?? null;
  const rate = typed === null ? null : rateIssue(counts, typed);
  const others = isAdded(indicator) ? historyIssues(row, counts, history) : [];
  const loose = rate === null ? others : [rate, ...others];
  if (loose.length === 0) return [];
  const suggestion = suggestionText(plausibleCorrections(row, history, indicator)[0]);
  const column = /([A-Z]+)\d+$/.exec(row.cell)?.[1] ?? null;
  return loose.map((issue) => ({
    code: issue.code,
    level: issue.level,
    cell: { sheet: row.sheet, row: row.row, column: issue === rate ? (row.rateColumn ?? null) : column },
    params: suggestion === null || !isSlip(issue) ? issue.params : { ...issue.params, suggestion },
  }));
};

/** Slips of typing that would explain a strange row, most likely first; none without rate and history. */
export const plausibleCorrections = (
  row: PlausibilityRow,
  history: PlausibilityHistory,
  indicator: Pick<Indicator, 'measure' | 'combination'>,
): readonly Suggestion[] => {
  const counts = countsOf(row, indicator);
  // The history speaks of single periods, so a running total is left to its rate.
  const past = isAdded(indicator) && row.basis === 'single' ? pooledHistory(history.singles) : null;
  if (counts === null) return [];
  return suggestCorrections(
    { ...counts, rate: row.typedRate ?? null },
    past === null || past.n === 0 ? null : past,
  );
};

const countsOf = ({ figure }: SubmittedRow, { measure }: Pick<Indicator, 'measure'>): Counts | null =>
  figure.kind === 'counts' && (measure === 'sampled-proportion' || measure === 'full-coverage-proportion')
    ? { x: figure.passes, n: figure.total }
    : null;

/** Counts of a rate that arrives finished do not add up over time, so nothing follows from earlier ones. */
const isAdded = ({ combination }: Pick<Indicator, 'combination'>): boolean => combination !== 'given';

const historyIssues = (
  { basis }: SubmittedRow,
  counts: Counts,
  history: PlausibilityHistory,
): readonly LooseIssue[] => {
  if (basis === 'single')
    return [...looksCumulativeIssues(counts, history), ...periodIssues(counts, history)];
  const falls = runningTotalIssues(counts, history);
  const single = falls.length > 0 ? null : increment(counts, history);
  return single === null ? falls : [...falls, ...periodIssues(single, history)];
};

/** What a running total adds to the one before; null while that is unknown. */
const increment = (now: Counts, { cumulative, isFirstOfYear }: PlausibilityHistory): Counts | null => {
  const before = cumulative.at(-1);
  if (before === undefined) return isFirstOfYear ? now : null;
  return { x: now.x - before.x, n: now.n - before.n };
};

const slips: readonly Issue['code'][] = [
  'submission.rate-disagrees',
  'submission.outlier-confirm',
  'submission.outlier',
  'submission.samples-unusual',
];

const isSlip = ({ code }: LooseIssue): boolean => slips.includes(code);

/** `95/97`, or the rate where that is what was mistyped: the same in every language. */
const suggestionText = (suggestion: Suggestion | undefined): string | null => {
  if (suggestion === undefined) return null;
  const { edit, x, n, rate } = suggestion;
  return edit === 'transpose-rate' ? `${rate ?? ''}%` : `${x}/${n}`;
};
