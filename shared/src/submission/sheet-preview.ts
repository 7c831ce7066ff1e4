import { columnLetter } from './column-letter';
import type { FoundTable } from './find-table';
import type { ColumnRole } from './headings';
import type { SheetLayout } from './layout/read-layout';
import type { FigureColumns } from './plausibility/fixes-of';
import type { Grid, GridRow, Issue } from './types';
import type { PreviewSheetRow } from './views';

/** The sheet as the uploader knows it, for the check step. */
export interface SheetPreview {
  readonly columns: readonly { readonly letter: string; readonly heading: string }[];
  readonly sheetRows: readonly PreviewSheetRow[];
  /** Where each sheet with a table has its figures. */
  readonly figureColumns: readonly FigureColumns[];
}

/** Rows shown in the check step. */
const SHOWN = 200;

/** Longest cell text that travels to the page; the rest is in the file. */
const LONGEST_SHOWN = 600;

/**
 * The first data rows of the first table, rows with issues always among them. Columns stop at the last one that is
 * headed or used in the rows shown.
 */
export function sheetPreview(layouts: readonly SheetLayout[], issues: readonly Issue[]): SheetPreview {
  const sheets = layouts.flatMap(shownTable);
  const first = sheets[0];
  if (first === undefined) return { columns: [], sheetRows: [], figureColumns: [] };

  const shown = shownRows(sheets, issues);
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
    sheetRows: shown.map(({ grid, row, dropped }) => ({
      sheet: grid.sheet,
      row: row.number,
      cells: columns.map((_, column) =>
        dropped.includes(column) ? '' : (row.texts[column] ?? '').slice(0, LONGEST_SHOWN),
      ),
    })),
    figureColumns: sheets.map(({ grid, table }) => {
      const letter = (role: ColumnRole): string | null => {
        const column = table.columns[role];
        return column === undefined ? null : columnLetter(column);
      };
      return {
        sheet: grid.sheet,
        passes: letter('passes'),
        total: letter('total'),
        failures: letter('failures'),
        rate: letter('rate'),
      };
    }),
  };
}

/** A sheet as its uploader knows it: a tidied one with its own headings, and figure columns where it has one group. */
function shownTable(layout: SheetLayout): readonly ShownTable[] {
  switch (layout.kind) {
    case 'plain':
      return [{ grid: layout.grid, table: layout.search.table }];
    case 'tidy': {
      const [group, ...others] = layout.plan.groups;
      const { passes, total, failures, rate } = others.length > 0 ? {} : (group?.columns ?? {});
      const columns = {
        ...(passes === undefined ? {} : { passes }),
        ...(total === undefined ? {} : { total }),
        ...(failures === undefined ? {} : { failures }),
        ...(rate === undefined ? {} : { rate }),
      };
      return [{ grid: layout.grid, table: tableOf(layout, columns) }];
    }
    case 'samples':
      return [{ grid: layout.grid, table: tableOf(layout, {}), dropped: layout.found.personal }];
    case 'incomplete':
    case 'none':
      return [];
  }
}

const tableOf = (
  { band }: Extract<SheetLayout, { kind: 'tidy' | 'samples' }>,
  columns: FoundTable['columns'],
): FoundTable => ({
  headerIndex: band.last,
  columns,
  headings: band.paths.map((path) => path.join(' ').replace(/\s+/g, ' ')),
});

interface ShownTable {
  readonly grid: Grid;
  readonly table: FoundTable;
  /** Columns about persons: they do not leave the file. */
  readonly dropped?: readonly number[];
}

interface ShownRow {
  readonly grid: Grid;
  readonly dropped: readonly number[];
  readonly row: GridRow;
}

/** Up to 200 rows in sheet order: those with issues, and the first ones beside them. */
function shownRows(sheets: readonly ShownTable[], issues: readonly Issue[]): readonly ShownRow[] {
  const withIssue = new Set<string>();
  for (const { cell } of issues) if (withIssue.size < SHOWN) withIssue.add(`${cell.sheet}!${cell.row}`);
  let free = SHOWN - withIssue.size;
  const shown: ShownRow[] = [];
  for (const { grid, table, dropped = [] } of sheets)
    for (let at = table.headerIndex + 1; at < grid.rows.length && shown.length < SHOWN; at += 1) {
      const row = grid.rows[at];
      if (row === undefined) continue;
      const marked = withIssue.size > 0 && withIssue.has(`${grid.sheet}!${row.number}`);
      if (!marked && free <= 0 && withIssue.size === 0) break;
      if (!marked && free <= 0) continue;
      if (!marked) free -= 1;
      shown.push({ grid, row, dropped });
    }
  return shown;
}
