import { quoted } from './cells/plain-text';
import { headingRole, TEMPLATE_HEADING, type ColumnRole } from './headings';
import type { FileRefusal, Grid, GridRow } from './types';

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

/** What looking for a table in a sheet came to. */
export type TableSearch =
  | { readonly kind: 'table'; readonly table: FoundTable }
  | { readonly kind: 'none' }
  /** Headings, but not all (named as in the template), or one twice. `hasFigures`: some of them are of figures. */
  | {
      readonly kind: 'incomplete';
      readonly refusal: FileRefusal;
      readonly hasFigures: boolean;
      /** Position in `grid.rows` of the row that holds the headings. */
      readonly headerIndex: number;
      /** What no heading names; empty where one is there twice. */
      readonly missing: readonly ColumnRole[];
    };

/** Finds the heading row by its words, below any title rows, among the first 30 rows. */
export function findTable(grid: Grid, known: KnownForAll): TableSearch {
  const best = headingRow(grid);
  if (best === null) return { kind: 'none' };
  const { row, index, roles } = best;
  const hasFigures = FIGURE_ROLES.some((role) => roles.includes(role));

  const place = { row: row.number, ...(grid.sheet === '' ? {} : { sheet: grid.sheet }) };
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const [column, role] of roles.entries()) {
    if (role === null) continue;
    const earlier = columns[role];
    if (earlier !== undefined) {
      const headings = `${quoted(row.texts[earlier] ?? '')}、${quoted(row.texts[column] ?? '')}`;
      const params = { column: TEMPLATE_HEADING[role], headings, ...place };
      return {
        kind: 'incomplete',
        refusal: { code: 'file.duplicate-columns', params },
        hasFigures,
        headerIndex: index,
        missing: [],
      };
    }
    columns[role] = column;
  }
  const missing = missingRoles(columns, known);
  if (missing.length > 0) {
    const names = missing.map((role) => TEMPLATE_HEADING[role]).join('、');
    const params = { columns: names, ...place };
    return {
      kind: 'incomplete',
      refusal: { code: 'file.missing-columns', params },
      hasFigures,
      headerIndex: index,
      missing,
    };
  }
  return { kind: 'table', table: { headerIndex: index, columns, headings: row.texts } };
}

interface HeadingRow {
  readonly row: GridRow;
  readonly index: number;
  readonly roles: readonly (ColumnRole | null)[];
}

/** The row with the most headings: two at least, of which one is of a figure, or three. */
function headingRow(grid: Grid): HeadingRow | null {
  let best: HeadingRow | null = null;
  let most = 0;
  for (const [index, row] of grid.rows.slice(0, ROWS_SEARCHED).entries()) {
    const roles = row.texts.map(headingRole);
    const count = new Set(roles.filter((role) => role !== null)).size;
    const enough = count >= 3 || (count === 2 && FIGURE_ROLES.some((role) => roles.includes(role)));
    if (enough && count > most) {
      best = { row, index, roles };
      most = count;
    }
  }
  return best;
}

const FIGURE_ROLES: readonly ColumnRole[] = ['passes', 'total', 'failures', 'rate'];

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
