import { ok, refuse, type Refusal, type Result } from '../result';
import { MOST_COLUMNS } from './check-rows';
import { columnIndex } from './column-letter';
import type { CellKind, Grid, GridRow } from './types';
import type { Correction } from './views';

/**
 * The grids with corrected cells as if they had been typed so; the last correction of a cell wins. A cell outside
 * the rows that were read is refused, since nobody saw it.
 */
export function applyCorrections(
  grids: readonly Grid[],
  corrections: readonly Correction[],
): Result<readonly Grid[], Refusal> {
  if (corrections.length === 0) return ok(grids);
  const changed = new Map<Grid, Map<number, GridRow>>();
  for (const correction of corrections) {
    const column = columnIndex(correction.column);
    const grid = grids.find(({ sheet, hidden }) => sheet === correction.sheet && !hidden);
    const rows = grid === undefined ? undefined : (changed.get(grid) ?? new Map<number, GridRow>());
    const row = rows?.get(correction.row) ?? grid?.rows.find(({ number }) => number === correction.row);
    if (
      grid === undefined ||
      rows === undefined ||
      row === undefined ||
      column === null ||
      column >= MOST_COLUMNS
    )
      return refuse({ code: 'submission.correction-outside', cell: cellText(correction) });
    changed.set(grid, rows.set(correction.row, corrected(row, column, correction.text)));
  }
  return ok(
    grids.map((grid) => {
      const rows = changed.get(grid);
      return rows === undefined
        ? grid
        : { ...grid, rows: grid.rows.map((row) => rows.get(row.number) ?? row) };
    }),
  );
}

function corrected(row: GridRow, column: number, text: string): GridRow {
  const texts = [...row.texts];
  while (texts.length < column) texts.push('');
  texts[column] = text;
  const kinds: CellKind[] | null = row.kinds === null ? null : [...row.kinds];
  if (kinds !== null) {
    while (kinds.length < column) kinds.push('text');
    kinds[column] = 'text';
  }
  return { ...row, texts, kinds };
}

const cellText = ({ sheet, row, column }: Correction): string =>
  `${sheet === '' ? '' : `${sheet}!`}${column}${row}`.slice(0, 60);
