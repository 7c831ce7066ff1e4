import type { LedgerView } from '../../observation';
import type { ProgrammeIndex } from '../../programme';
import { issueList } from '../issue-list';
import type { Issue, SubmittedRow } from '../types';
import { needsExplanation } from './needs-explanation';
import { plainness, plausibilityHistories } from './plausibility-history';
import { plausibilityIssues } from './plausibility-issues';
import { rateIssue } from './rate-issue';
import { totalsIssues } from './totals-issues';

/** What a file's rows look like beside the ledger. */
export interface Plausibility {
  /** In sheet order; at most 1,000 errors and 1,000 warnings. */
  readonly issues: readonly Issue[];
  readonly errors: number;
  readonly warnings: number;
  /** Rows that may be stored only with an explanation, typed rates that disagree with their counts among them. */
  readonly toExplain: readonly SubmittedRow[];
}

/** Issues for which slips of typing are sought: more are shown at no time. */
const mostSuggested = 100;

/** Judges the rows that would be stored; the ledger must hold them already, as it would stand after them. */
export const judgePlausibility = (
  rows: readonly SubmittedRow[],
  ledger: LedgerView,
  index: ProgrammeIndex,
): Plausibility => {
  const list = issueList();
  const sheets = new Set<string>();
  const toExplain = new Set<SubmittedRow>();
  const isPlain = plainness();
  const historyOf = plausibilityHistories(ledger, index, isPlain);
  const at = new Map<string, SubmittedRow>();
  for (const row of rows) {
    const indicator = index.indicator(row.indicator);
    sheets.add(row.sheet);
    if (hasStrangeRate(row)) toExplain.add(row);
    if (indicator === undefined || row.figure.kind !== 'counts') continue;
    const suggests = list.errors() + list.warnings() < mostSuggested;
    for (const issue of plausibilityIssues(row, historyOf(row), { indicator, suggests })) {
      list.add(issue);
      if (needsExplanation(issue)) toExplain.add(row);
    }
  }
  const totals = totalsIssues(rows, ledger, index, isPlain);
  if (totals.length > 0) for (const row of rows) at.set(placeOf(row), row);
  for (const issue of totals) {
    list.add(issue);
    const row = at.get(placeOf(issue.cell));
    if (row !== undefined && needsExplanation(issue)) toExplain.add(row);
  }
  return {
    issues: list.kept([...sheets]),
    errors: list.errors(),
    warnings: list.warnings(),
    toExplain: [...toExplain],
  };
};

const placeOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}!${row}`;

/** The issue itself was told when the sheet was read. */
const hasStrangeRate = ({ figure, typedRate }: SubmittedRow): boolean => {
  if (typedRate === undefined || figure.kind !== 'counts') return false;
  // Whether a percent sign was typed is known no more; a fraction that agrees needs no explanation.
  const issue = rateIssue(figure, { text: typedRate, signed: false });
  return issue !== null && needsExplanation(issue);
};
