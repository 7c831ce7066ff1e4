import { quoted } from './cells/plain-text';
import { columnLetter } from './column-letter';
import type { FoundTable } from './find-table';
import { TEMPLATE_HEADING, type ColumnRole } from './headings';
import type { IssueList, LooseIssue } from './issue-list';
import type { ReportFigure } from './read-figure';
import type { Grid, GridRow } from './types';

/** The row at hand while a table is read. One cursor walks the whole table, so an ordinary row allocates nothing. */
export interface RowCursor {
  readonly move: (row: GridRow) => void;
  readonly row: () => GridRow;
  /** Text of the role's cell; empty when the sheet has no such column or the row no such cell. */
  readonly text: (role: ColumnRole) => string;
  /** The same, null when the sheet has no such column. */
  readonly textOrNull: (role: ColumnRole) => string | null;
  /** Adds an issue at a column of this row; null for the row as a whole. */
  readonly add: (column: number | null, issue: LooseIssue) => void;
  /** Adds an issue at the column of a role. */
  readonly report: ReportFigure;
  /** Whether this row has an error so far. */
  readonly isFaulty: () => boolean;
}

/** A cursor before the first row. */
export function rowCursor(grid: Grid, { columns, headings }: FoundTable, issues: IssueList): RowCursor {
  let row: GridRow = { number: 0, texts: [], kinds: null };
  let faulty = false;
  let erred: number[] = [];

  const add: RowCursor['add'] = (column, { code, level, params, meant }) => {
    if (level === 'error') {
      faulty = true;
      // One error per cell is enough: a formula without result is not a missing count as well.
      if (column !== null && erred.includes(column)) return;
      if (column !== null) erred.push(column);
    }
    // A tidied row knows where each of its texts stands; what a title says stands in no column.
    const at = row.at === undefined || column === null ? undefined : (row.at[column] ?? null);
    const heading = column === null ? '' : (at?.heading ?? headings[column] ?? '').trim();
    const shown = at === undefined ? column : (at?.column ?? null);
    issues.add({
      code,
      level,
      cell: {
        sheet: grid.sheet,
        row: at?.row ?? row.number,
        column: shown === null ? null : columnLetter(shown),
      },
      params: heading === '' ? params : { column: quoted(heading), ...params },
      ...(meant === undefined ? {} : { meant }),
    });
  };

  return {
    move: (to) => {
      row = to;
      faulty = false;
      if (erred.length > 0) erred = [];
    },
    row: () => row,
    text: (role) => {
      const column = columns[role];
      return column === undefined ? '' : (row.texts[column] ?? '');
    },
    textOrNull: (role) => {
      const column = columns[role];
      return column === undefined ? null : (row.texts[column] ?? '');
    },
    add,
    report: (role, code, level, params = {}) => {
      const column = columns[role];
      if (column === undefined)
        add(null, { code, level, params: { column: TEMPLATE_HEADING[role], ...params } });
      else add(column, { code, level, params });
    },
    isFaulty: () => faulty,
  };
}
