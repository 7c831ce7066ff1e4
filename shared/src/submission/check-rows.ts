import { ok, refuse, type Result } from '../result';
import { quoted } from './cells/plain-text';
import { checkSamples } from './check-samples';
import { checkTable } from './check-table';
import { checkTidy } from './check-tidy';
import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import { incompleteRefusal, readLayout, samplesOf, type SheetLayout } from './layout/read-layout';
import { newReading, type Reading } from './reading';
import type { FileRefusal, Grid, ReadSubmission } from './types';

/** Most data rows in one file (rule P2). */
export const MOST_ROWS = 50_000;

/** Most columns with something in them (rule P2). */
export const MOST_COLUMNS = 100;

/**
 * Checks every row of every visible sheet against the register, the calendar and the rules P3 to P13. What is wrong
 * with the whole file is a refusal; what is wrong with a row is an issue, and the row is not among the good ones.
 */
export function checkRows(
  grids: readonly Grid[],
  context: SubmissionContext,
  layouts: readonly SheetLayout[] = readLayout(grids, context),
): Result<ReadSubmission, FileRefusal> {
  const visible = grids.filter((grid) => !grid.hidden);
  const refusal = shapeRefusal(visible);
  if (refusal !== null) return refuse(refusal);

  const hasTables = layouts.some(({ kind }) => kind === 'plain' || kind === 'tidy' || kind === 'samples');
  // A sheet whose figures cannot be read must not be passed over in silence, even beside a good one; a list of
  // words without figures (填表说明) may.
  const incomplete = incompleteRefusal(layouts, hasTables);
  if (incomplete !== null) return refuse(incomplete);
  if (!hasTables) return refuse(noHeader(visible));

  const reading = newReading(context, visible.length > 1);
  for (const { kind, grid } of layouts)
    if (kind !== 'none' && kind !== 'incomplete') reading.openSheet(grid.sheet);
  for (const { sheet } of grids.filter((grid) => grid.hidden))
    reading.issues.add({
      code: 'submission.hidden-sheet-skipped',
      level: 'warning',
      cell: { sheet, row: 0, column: null },
      params: { sheet },
    });
  for (const layout of layouts) {
    tellHiddenColumns(layout, reading);
    if (layout.kind === 'plain') checkTable(layout.grid, layout.search.table, context, reading);
    if (layout.kind === 'tidy') checkTidy(layout, context, reading);
  }
  const samples = samplesOf(layouts);
  if (samples !== null) checkSamples(samples, context, reading);
  const read = reading.finish();
  if (read.rowsSeen > MOST_ROWS)
    return refuse({ code: 'file.too-many-rows', params: { found: read.rowsSeen, allowed: MOST_ROWS } });
  if (read.rowsSeen === 0) return refuse({ code: 'file.no-rows', params: {} });
  return ok(read);
}

/** A column that nobody sees is read, and told: it may hold last quarter's figures. */
function tellHiddenColumns(layout: SheetLayout, { issues }: Reading): void {
  const { hiddenColumns = [], rows, sheet } = layout.grid;
  if (hiddenColumns.length === 0) return;
  const used = usedColumns(layout);
  for (const column of hiddenColumns) {
    const heading = used.get(column);
    if (heading === undefined) continue;
    const row = rows[headingRow(layout)]?.number ?? 0;
    issues.add({
      code: 'submission.hidden-column-read',
      level: 'warning',
      cell: { sheet, row, column: columnLetter(column) },
      params: { column: quoted(heading) },
    });
  }
}

const headingRow = (layout: SheetLayout): number =>
  layout.kind === 'plain'
    ? layout.search.table.headerIndex
    : layout.kind === 'tidy' || layout.kind === 'samples'
      ? layout.band.last
      : 0;

/** The columns that are read, with their headings. */
function usedColumns(layout: SheetLayout): ReadonlyMap<number, string> {
  switch (layout.kind) {
    case 'plain': {
      const { columns, headings } = layout.search.table;
      return new Map(Object.values(columns).map((column) => [column, headings[column] ?? '']));
    }
    case 'tidy': {
      const { plan, band } = layout;
      const columns = [plan.subjects, ...plan.groups.map((group) => group.columns)].flatMap((each) =>
        Object.values(each),
      );
      return new Map(columns.map((column) => [column, band.paths[column]?.at(-1) ?? '']));
    }
    case 'samples':
      return new Map(
        Object.values(layout.found.columns).map((column) => [
          column,
          layout.band.paths[column]?.at(-1) ?? '',
        ]),
      );
    case 'incomplete':
    case 'none':
      return new Map();
  }
}

/** Columns beyond the hundredth with something in them. */
function shapeRefusal(grids: readonly Grid[]): FileRefusal | null {
  for (const grid of grids) {
    for (const { texts, number } of grid.rows) {
      if (texts.length <= MOST_COLUMNS) continue;
      const last = texts.findLastIndex((text) => text !== '');
      if (last >= MOST_COLUMNS)
        return {
          code: 'file.too-many-columns',
          params: { found: last + 1, allowed: MOST_COLUMNS, row: number, sheet: grid.sheet },
        };
    }
  }
  return null;
}

const noHeader = (grids: readonly Grid[]): FileRefusal =>
  grids.every((grid) => grid.rows.length === 0)
    ? { code: 'file.empty', params: {} }
    : { code: 'file.no-header', params: {} };
