import { ok, refuse, type Result } from '../result';
import { checkTable } from './check-table';
import type { SubmissionContext } from './context';
import { findTable } from './find-table';
import { newReading } from './reading';
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
): Result<ReadSubmission, FileRefusal> {
  const visible = grids.filter((grid) => !grid.hidden);
  const refusal = shapeRefusal(visible);
  if (refusal !== null) return refuse(refusal);

  const known = {
    indicator: context.defaultIndicator !== undefined,
    period: context.defaultPeriod !== undefined,
  };
  const searched = visible.map((grid) => ({ grid, search: findTable(grid, known) }));
  const tables = searched.flatMap(({ grid, search }) =>
    search.kind === 'table' ? [{ grid, table: search.table }] : [],
  );
  // A sheet whose figures cannot be read must not be passed over in silence, even beside a good one; a list of
  // words without figures (填表说明) may.
  for (const { search } of searched)
    if (search.kind === 'incomplete' && (search.hasFigures || tables.length === 0))
      return refuse(search.refusal);
  if (tables.length === 0) return refuse(noHeader(visible));

  const reading = newReading(context, visible.length > 1);
  for (const { grid } of tables) reading.openSheet(grid.sheet);
  for (const { sheet } of grids.filter((grid) => grid.hidden))
    reading.issues.add({
      code: 'submission.hidden-sheet-skipped',
      level: 'warning',
      cell: { sheet, row: 0, column: null },
      params: { sheet },
    });
  for (const { grid, table } of tables) checkTable(grid, table, context, reading);
  const read = reading.finish();
  if (read.rowsSeen > MOST_ROWS)
    return refuse({ code: 'file.too-many-rows', params: { found: read.rowsSeen, allowed: MOST_ROWS } });
  if (read.rowsSeen === 0) return refuse({ code: 'file.no-rows', params: {} });
  return ok(read);
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
