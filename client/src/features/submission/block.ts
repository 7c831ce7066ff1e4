import type { CellPlace, PreviewSheetRow } from '@zhibiao/shared/submission';
import { mostCharacters, mostTogether, type WrittenCell } from './edit-log';

/** The rows that the grid shows and the letters of its columns. */
export interface Shown {
  readonly rows: readonly PreviewSheetRow[];
  readonly letters: readonly string[];
}

/** A rectangle of cells, by place among the rows and columns shown; both ends belong to it. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between two cells; null where one is not in sight. A row's number stands for its whole row. */
export const blockOf = ({ rows, letters }: Shown, anchor: CellPlace, active: CellPlace): Block | null => {
  const rowOf = (place: CellPlace): number =>
    rows.findIndex(({ sheet, row }) => row === place.row && sheet === place.sheet);
  const [one, other] = [rowOf(anchor), rowOf(active)];
  if (one === -1 || other === -1) return null;
  const whole = anchor.column === null || active.column === null;
  const [left, right] = whole
    ? [0, letters.length - 1]
    : [letters.indexOf(anchor.column), letters.indexOf(active.column)];
  if (left === -1 || right === -1) return null;
  return {
    top: Math.min(one, other),
    bottom: Math.max(one, other),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
};

/** The texts of a block as spreadsheets take them from the clipboard: tabs between cells, lines between rows. */
export const blockText = ({ rows }: Shown, block: Block): string =>
  rows
    .slice(block.top, block.bottom + 1)
    .map(({ cells }) => {
      const texts: string[] = [];
      for (let at = block.left; at <= block.right; at += 1) texts.push(quoted(cells[at] ?? ''));
      return texts.join('\t');
    })
    .join('\r\n');

/** The cells of what a spreadsheet put into the clipboard; a line break within a cell becomes a space. */
export const readTable = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = '';
  let inQuotes = false;
  const endCell = (): void => {
    rows[rows.length - 1]?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (inQuotes) {
      if (sign !== '"') cell += sign === '\n' ? ' ' : sign === '\r' ? '' : sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (sign === '"' && cell === '' && closes(text, at)) inQuotes = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  const isOpen = cell !== '' || (rows[rows.length - 1]?.length ?? 0) > 0;
  if (isOpen) endCell();
  else rows.pop();
  return rows;
};

/** What becomes of a block that is to be written: its cells, or why none is written. */
export type BlockEdit =
  | { readonly kind: 'write'; readonly cells: readonly WrittenCell[] }
  | {
      readonly kind: 'beyond';
      readonly rows: number;
      readonly columns: number;
      readonly cell: string;
      /** Rows and columns from that cell to the end. */
      readonly rowsLeft: number;
      readonly columnsLeft: number;
    }
  | { readonly kind: 'many'; readonly count: number }
  | { readonly kind: 'long'; readonly cell: string }
  | { readonly kind: 'locked'; readonly cell: string };

/**
 * Writes texts from a block's upper left corner on, or one text into each of its cells. All or nothing: refused where
 * it would go beyond the sheet, is more than one call takes, or touches a cell that came shortened.
 */
export const writeBlock = (
  { rows, letters }: Shown,
  block: Block,
  texts: readonly (readonly string[])[],
): BlockEdit => {
  const [first] = texts;
  const isOne = texts.length === 1 && first?.length === 1;
  const height = isOne ? block.bottom - block.top + 1 : texts.length;
  const width = isOne ? block.right - block.left + 1 : Math.max(0, ...texts.map(({ length }) => length));
  const nameOf = (row: number, column: number): string => `${letters[column] ?? ''}${rows[row]?.row ?? ''}`;
  const [rowsLeft, columnsLeft] = [rows.length - block.top, letters.length - block.left];
  if (height > rowsLeft || width > columnsLeft) {
    const cell = nameOf(block.top, block.left);
    return { kind: 'beyond', rows: height, columns: width, cell, rowsLeft, columnsLeft };
  }
  if (height * width > mostTogether) return { kind: 'many', count: height * width };
  const cells: WrittenCell[] = [];
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      const text = isOne ? first[0] : texts[down]?.[right];
      const row = rows[block.top + down];
      const column = letters[block.left + right];
      if (text === undefined || row === undefined || column === undefined) continue;
      const was = row.cells[block.left + right] ?? '';
      if (text === was) continue;
      if (text.length > mostCharacters) return { kind: 'long', cell: `${column}${row.row}` };
      if (isLocked(was)) return { kind: 'locked', cell: `${column}${row.row}` };
      cells.push({ sheet: row.sheet, row: row.row, column, text, was });
    }
  }
  return { kind: 'write', cells };
};

/** A text longer than a correction may be came to the page shortened: writing it back would cut it. */
export const isLocked = (text: string): boolean => text.length > mostCharacters;

const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Whether a quote at the start of a cell is closed before the next cell: else it is a sign like any other. */
const closes = (text: string, from: number): boolean =>
  /^"(?:[^"]|"")*"(?:[\t\r\n]|$)/.test(text.slice(from));
