import type { Issue, MeantFigure } from '../types';
import type { Fix } from '../views';

/** The letters of a table's figure columns; null where it has no such column. */
export interface FigureColumns {
  readonly sheet: string;
  readonly passes: string | null;
  readonly total: string | null;
  readonly failures: string | null;
  readonly rate: string | null;
}

/** What stands in the figure cells of a row now, by column letter. */
export type CellText = (column: string) => string;

/**
 * What an issue suggests as cells to be changed: each of its slips undone, only the cells that would say something
 * else. None where the table lacks the column.
 */
export const fixesOf = (issue: Issue, columns: FigureColumns, textAt: CellText): readonly Fix[] =>
  (issue.meant ?? []).flatMap((meant) => {
    const { sheet, row } = issue.cell;
    const cells = wantedCells(meant, columns).filter(
      ({ column, text }) => numberOf(textAt(column)) !== Number(text),
    );
    const canSay = columns.total !== null && (columns.passes ?? columns.failures) !== null;
    if (!canSay || cells.length === 0) return [];
    return [
      {
        // One cell is named by what it would say, more by the figure they make.
        text: cells.length === 1 ? (cells[0]?.text ?? '') : `${meant.passes}/${meant.total}`,
        cells: cells.map(({ column, text }) => ({ sheet, row, column, text })),
      },
    ];
  });

/** As it was read: `98.5%`, `１，０００` and `1 000` are numbers too. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').replace(/[,%\s]/g, ''));

const wantedCells = (
  { passes, total, rate }: MeantFigure,
  columns: FigureColumns,
): readonly { readonly column: string; readonly text: string }[] =>
  [
    { column: columns.passes, text: String(passes) },
    { column: columns.total, text: String(total) },
    { column: columns.failures, text: String(total - passes) },
    ...(rate === null ? [] : [{ column: columns.rate, text: rate }]),
  ].flatMap(({ column, text }) => (column === null ? [] : [{ column, text }]));
