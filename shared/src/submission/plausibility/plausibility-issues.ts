import type { Indicator } from '../../programme';
import { suggestCorrections, type Counts, type Suggestion } from '../../statistics';
import type { LooseIssue } from '../issue-list';
import type { Issue, SubmittedRow } from '../types';
import { looksCumulativeIssues, periodIssues, pooledHistory, runningTotalIssues } from './counts-issues';
import { meantFigures, suggestionText } from './meant-figures';
import type { PlausibilityHistory } from './plausibility-history';

/** How an indicator's figures arise and add up, which decides what may be asked of them. */
type Kind = Pick<Indicator, 'measure' | 'combination'>;

/**
 * What is wrong with, or strange about, the counts of a row beside what was known before (statistics.md j). Errors
 * keep it from being stored; warnings ask for a reason. Where a slip of typing would explain it, that is offered,
 * never applied (`suggests`: seeking one costs most). Registers and scores are not counted by chance, and counts of finished rates do not add up over time:
 * nothing follows from earlier ones.
 */
export const plausibilityIssues = (
  row: SubmittedRow,
  history: PlausibilityHistory,
  { indicator, suggests }: { readonly indicator: Kind; readonly suggests: boolean },
): readonly Issue[] => {
  const counts = countsOf(row, indicator);
  if (counts === null) return [];
  const loose = historyIssues(row, counts, history);
  if (loose.length === 0) return [];
  const meant =
    suggests && loose.some(isSlip) ? meantFigures(plausibleCorrections(row, history, indicator)) : [];
  const [first] = meant;
  return loose.map((issue) =>
    placed(
      row,
      first === undefined || !isSlip(issue)
        ? issue
        : {
            ...issue,
            params: {
              ...issue.params,
              suggestion: suggestionText(first, { passes: counts.x, total: counts.n }),
            },
            meant,
          },
    ),
  );
};

/** Slips of typing that would explain a strange row, most likely first; none without rate and history. */
export const plausibleCorrections = (
  row: SubmittedRow,
  history: PlausibilityHistory,
  indicator: Kind,
): readonly Suggestion[] => {
  const counts = countsOf(row, indicator);
  if (counts === null) return [];
  // The history speaks of single periods, so a running total is left to its rate.
  const past = row.basis === 'single' ? pooledHistory(history.singles) : null;
  return suggestCorrections(
    { ...counts, rate: row.typedRate ?? null },
    past === null || past.n === 0 ? null : past,
  );
};

/** An issue at the cell that proves a row. */
export const placed = (row: SubmittedRow, issue: LooseIssue): Issue => ({
  ...issue,
  cell: { sheet: row.sheet, row: row.row, column: /([A-Z]+)\d+$/.exec(row.cell)?.[1] ?? null },
});

const countsOf = ({ figure }: SubmittedRow, { measure, combination }: Kind): Counts | null =>
  figure.kind === 'counts' &&
  combination !== 'given' &&
  (measure === 'sampled-proportion' || measure === 'full-coverage-proportion')
    ? { x: figure.passes, n: figure.total }
    : null;

const historyIssues = (
  { basis }: SubmittedRow,
  counts: Counts,
  history: PlausibilityHistory,
): readonly LooseIssue[] => {
  if (basis === 'single') {
    const rises = looksCumulativeIssues(counts, history);
    const issues = periodIssues(counts, history);
    return rises.length === 0 ? issues : [...rises, ...issues];
  }
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
  'submission.outlier-confirm',
  'submission.outlier',
  'submission.samples-unusual',
];

const isSlip = ({ code }: LooseIssue): boolean => slips.includes(code);
