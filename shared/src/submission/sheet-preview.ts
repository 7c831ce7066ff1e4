import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import { findTable } from './find-table';
import type { Grid, Issue } from './types';
import type { PreviewSheetRow } from './views';

/** The sheet as the uploader knows it, for the check step. */
export interface SheetPreview {
  readonly columns: readonly { readonly letter: string; readonly heading: string }[];
  readonly sheetRows: readonly PreviewSheetRow[];
}

/** Rows shown in the check step. */
const SHOWN = 200;

/** Longest cell text that travels to the page; the rest is in the file. */
const LONGEST_SHOWN = 600;

/**
 * The first data rows of the first table, rows with issues always among them. Columns stop at the last one that is
 * headed or used in the rows shown.
 */
export function sheetPreview(
  grids: readonly Grid[],
  issues: readonly Issue[],
  context: Pick<SubmissionContext, 'defaultIndicator' | 'defaultPeriod'>,
): SheetPreview {
  const known = {
    indicator: context.defaultIndicator !== undefined,
    period: context.defaultPeriod !== undefined,
  };
  const sheets = grids.flatMap((grid) => {
    const found = grid.hidden ? null : findTable(grid, known);
    return found?.ok === true && found.value !== null ? [{ grid, table: found.value }] : [];
  });
  const first = sheets[0];
  if (first === undefined) return { columns: [], sheetRows: [] };

  const withIssue = new Set(
    issues.filter(({ cell }) => cell.row > 0).map(({ cell }) => `${cell.sheet}!${cell.row}`),
  );
  const all = sheets.flatMap(({ grid, table }) =>
    grid.rows.slice(table.headerIndex + 1, table.headerIndex + 1 + 60_000).map((row) => ({ grid, row })),
  );
  const marked = all.filter(({ grid, row }) => withIssue.has(`${grid.sheet}!${row.number}`)).slice(0, SHOWN);
  const chosen = new Set(marked);
  for (const entry of all) {
    if (chosen.size >= SHOWN) break;
    chosen.add(entry);
  }
  const shown = all.filter((entry) => chosen.has(entry));
  const width = Math.min(
    100,
    Math.max(first.table.headings.length, ...shown.map(({ row }) => row.texts.length)),
  );
  const columns = Array.from({ length: width }, (_, column) => ({
    letter: columnLetter(column),
    heading: (first.table.headings[column] ?? '').trim().slice(0, LONGEST_SHOWN),
  }));
  return {
    columns,
    sheetRows: shown.map(({ grid, row }) => ({
      sheet: grid.sheet,
      row: row.number,
      cells: columns.map((_, column) => (row.texts[column] ?? '').slice(0, LONGEST_SHOWN)),
    })),
  };
}
