import { refuse, ok, type Result } from '../result';
import { headingRole, TEMPLATE_HEADING, type ColumnRole } from './headings';
import type { FileRefusal, Grid } from './types';

/** Where the figures stand in a sheet. */
export interface FoundTable {
  /** Position in `grid.rows` of the row that holds the headings. */
  readonly headerIndex: number;
  /** Zero-based column of each role that has one. */
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Heading texts as written, by column; as long as the heading row. */
  readonly headings: readonly string[];
}

/** What need not be a column because the uploader has said it for the whole file. */
export interface KnownForAll {
  readonly indicator: boolean;
  readonly period: boolean;
}

/**
 * Finds the heading row by its words, below any title rows, among the first 30 rows. Null: no table here. A
 * refusal: there is a table, but it lacks a column (named as in the template) or has one twice.
 */
export function findTable(grid: Grid, known: KnownForAll): Result<FoundTable | null, FileRefusal> {
  let best: {
    readonly index: number;
    readonly roles: readonly (ColumnRole | null)[];
    readonly count: number;
  } | null = null;
  for (const [index, row] of grid.rows.slice(0, ROWS_SEARCHED).entries()) {
    const roles = row.texts.map(headingRole);
    const count = new Set(roles.filter((role) => role !== null)).size;
    if (count >= 2 && (best === null || count > best.count)) best = { index, roles, count };
  }
  if (best === null) return ok(null);
  const headings = grid.rows[best.index]?.texts ?? [];

  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const [column, role] of best.roles.entries()) {
    if (role === null) continue;
    if (columns[role] !== undefined)
      return refuse({
        code: 'file.duplicate-columns',
        params: {
          column: TEMPLATE_HEADING[role],
          headings: `${headings[columns[role]]}、${headings[column]}`,
        },
      });
    columns[role] = column;
  }
  const missing = missingRoles(columns, known);
  if (missing.length > 0)
    return refuse({
      code: 'file.missing-columns',
      params: {
        columns: missing.map((role) => TEMPLATE_HEADING[role]).join('、'),
        row: grid.rows[best.index]?.number ?? 0,
        sheet: grid.sheet,
      },
    });
  return ok({ headerIndex: best.index, columns, headings });
}

const ROWS_SEARCHED = 30;

/** Counts come in pairs; a rate may stand alone (the province publishes no counts). */
function missingRoles(columns: FoundTable['columns'], known: KnownForAll): readonly ColumnRole[] {
  const missing: ColumnRole[] = [];
  if (columns.indicator === undefined && !known.indicator) missing.push('indicator');
  if (columns.unit === undefined) missing.push('unit');
  if (columns.period === undefined && !known.period) missing.push('period');
  const hasPasses = columns.passes !== undefined || columns.failures !== undefined;
  if (columns.total !== undefined && !hasPasses) missing.push('passes');
  if (columns.total === undefined && hasPasses) missing.push('total');
  if (columns.total === undefined && !hasPasses && columns.rate === undefined)
    missing.push('passes', 'total');
  return missing;
}
