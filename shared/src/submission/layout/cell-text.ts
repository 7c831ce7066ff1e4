import { columnLetter } from '../column-letter';
import type { CellAt } from '../types';

/** `E8`: a cell as the spreadsheet names it. */
export const cellText = ({ row, column }: Pick<CellAt, 'row' | 'column'>): string =>
  `${columnLetter(column)}${row}`;
