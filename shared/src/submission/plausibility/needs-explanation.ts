import type { Issue, IssueCode } from '../types';

/**
 * Warnings that somebody must answer for before the row is stored (statistics.md j: warnings need a typed reason that
 * is kept with the revision). Everything else that is no error only informs: how a cell was read, or that a running
 * total stands still.
 */
export const needsExplanation = ({ code, level }: Pick<Issue, 'code' | 'level'>): boolean =>
  level === 'warning' && explained.has(code);

const explained: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'submission.rate-mismatch',
  'submission.rate-hides-failure',
  'submission.rate-directed-rounding',
  'submission.rate-as-fraction',
  'submission.rate-of-failures',
  'submission.rate-without-samples',
  'submission.looks-cumulative',
  'submission.outlier',
  'submission.outlier-confirm',
  'submission.repeats-counts',
  'submission.repeats-perfect-counts',
  'submission.samples-unusual',
  'submission.units-do-not-add-up',
  'submission.periods-do-not-add-up',
]);

/** Set before an explanation in the note of a revision: the mark of a footnote, the same in both languages. */
const footnote = '※';

/** A row's note with the explanation of its figure behind it. */
export const noteWithExplanation = (note: string, explanation: string): string =>
  `${note === '' ? '' : `${note} `}${footnote} ${explanation}`;

/** Whether a note holds an explanation. */
export const hasExplanation = (note: string): boolean => note.includes(footnote);
