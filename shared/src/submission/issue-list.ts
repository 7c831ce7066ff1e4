import { columnIndex } from './column-letter';
import type { Issue, IssueCode, MeantFigure } from './types';

/** Issues of one level that are kept in full; further ones are only counted. */
const KEPT = 1_000;

/** Collects issues while rows are read: counts all, keeps the first thousand of each level. */
export interface IssueList {
  readonly add: (issue: Issue) => void;
  /** What was kept, in the order of sheets, rows and columns. */
  readonly kept: (sheets: readonly string[]) => readonly Issue[];
  readonly errors: () => number;
  readonly warnings: () => number;
}

/** An issue of a row before its place is known: caches of names and periods hold these. */
export interface LooseIssue {
  readonly code: IssueCode;
  readonly level: Issue['level'];
  readonly params: Issue['params'];
  readonly meant?: readonly MeantFigure[];
}

/** A new, empty list. */
export function issueList(): IssueList {
  const list: { readonly error: Issue[]; readonly warning: Issue[] } = { error: [], warning: [] };
  const count = { error: 0, warning: 0 };
  return {
    add: (issue) => {
      count[issue.level] += 1;
      if (list[issue.level].length < KEPT) list[issue.level].push(issue);
    },
    kept: (sheets) => {
      const order = new Map(sheets.map((sheet, index) => [sheet, index]));
      const at = (issue: Issue): number => order.get(issue.cell.sheet) ?? -1;
      return [...list.error, ...list.warning].sort(
        (a, b) =>
          at(a) - at(b) ||
          a.cell.row - b.cell.row ||
          columnOrder(a.cell.column) - columnOrder(b.cell.column) ||
          (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1),
      );
    },
    errors: () => count.error,
    warnings: () => count.warning,
  };
}

/** Columns as a sheet orders them; a whole row comes first. */
const columnOrder = (letter: string | null): number => (letter === null ? -1 : (columnIndex(letter) ?? -1));
