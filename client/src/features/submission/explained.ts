import type { CellPlace, Explanation, PreviewIssue, PreviewView } from '@zhibiao/shared/submission';

/** What was typed to explain strange figures: one text for all rows, and those of single rows by `rowKey`. */
export interface Explained {
  readonly all: string;
  readonly own: Readonly<Record<string, string>>;
}

/** Before anybody has typed. */
export const nothingExplained: Explained = { all: '', own: {} };

/** A row that needs an explanation, with all that is strange about it. */
export interface RowToExplain extends Pick<CellPlace, 'sheet' | 'row'> {
  readonly key: string;
  readonly issues: readonly PreviewIssue[];
}

/** The rows among the listed issues that need an explanation, in the order of the list. */
export const rowsToExplain = ({ issues }: Pick<PreviewView, 'issues'>): readonly RowToExplain[] => {
  const rows = new Map<string, RowToExplain>();
  for (const issue of issues) {
    if (!issue.explain) continue;
    const { sheet, row } = issue.cell;
    const key = `${sheet}!${row}`;
    rows.set(key, { key, sheet, row, issues: [...(rows.get(key)?.issues ?? []), issue] });
  }
  return [...rows.values()];
};

/** True while a row has neither a text of its own nor the one for all. */
export const lacksExplanation = (
  view: Pick<PreviewView, 'issues' | 'toExplain'>,
  { all, own }: Explained,
): boolean => {
  if (view.toExplain === 0 || all.trim() !== '') return false;
  const rows = rowsToExplain(view);
  return rows.length < view.toExplain || rows.some(({ key }) => (own[key] ?? '').trim() === '');
};

/** The texts of single rows as the server takes them; rows that have been corrected since are left out. */
export const ownExplanations = (view: Pick<PreviewView, 'issues'>, { own }: Explained): Explanation[] =>
  rowsToExplain(view).flatMap(({ key, sheet, row }) => {
    const text = (own[key] ?? '').trim();
    return text === '' ? [] : [{ sheet, row, text }];
  });
