import { hasControlCharacter, quoted } from './cells/plain-text';
import type { FoundTable } from './find-table';
import type { ColumnRole } from './headings';
import type { RowCursor } from './row-cursor';
import type { CellKind, Grid } from './types';

/** Longest text a spreadsheet cell can hold (rule P2). */
export const LONGEST_CELL = 32_767;

/** What is checked of the cells as such, before anybody asks what they mean. */
export interface CellChecks {
  /** False: the row has too few or too many fields, and nothing in it can be trusted. */
  readonly checkWidth: () => boolean;
  /** Error values, formulas without a result, texts that are too long or hold control characters. */
  readonly checkCells: () => void;
  /** One warning per column of formulas, at its first one; call when the table has been read. */
  readonly reportFormulas: () => void;
}

/** Checks over the rows of one table. */
export function cellChecks(grid: Grid, table: FoundTable, cursor: RowCursor): CellChecks {
  const { columns, headings } = table;
  const roles = rolesByColumn(columns);
  const formulas = new Map<string, { count: number; readonly kind: CellKind; readonly at: () => void }>();

  const checkKind = (column: number, kind: CellKind, text: string): void => {
    if (kind === 'error')
      cursor.add(column, { code: 'submission.error-value', level: 'error', params: { value: quoted(text) } });
    if (kind === 'formula-without-result')
      cursor.add(column, { code: 'submission.formula-without-result', level: 'error', params: {} });
    if (kind !== 'formula' && kind !== 'formula-external') return;
    const seen = formulas.get(`${kind} ${column}`);
    if (seen !== undefined) {
      seen.count += 1;
      return;
    }
    const row = cursor.row();
    const entry = {
      count: 1,
      kind,
      at: () => {
        cursor.move(row);
        const code = kind === 'formula' ? 'submission.formula-used' : 'submission.formula-external';
        cursor.add(column, { code, level: 'warning', params: { count: entry.count } });
      },
    };
    formulas.set(`${kind} ${column}`, entry);
  };

  const checkText = (column: number, text: string): void => {
    const role = roles[column];
    if (text.length > LONGEST_CELL)
      cursor.add(column, {
        code: 'submission.cell-too-long',
        level: 'error',
        params: { length: text.length, allowed: LONGEST_CELL, value: quoted(text) },
      });
    // The readers of names, periods, figures and notes look for control characters themselves.
    else if ((role === undefined || role === 'scheme' || role === 'basis') && hasControlCharacter(text))
      cursor.add(column, {
        code: 'submission.control-characters',
        level: 'error',
        params: { value: quoted(text) },
      });
  };

  return {
    checkWidth: () => {
      const { texts } = cursor.row();
      if (grid.source !== 'csv' || texts.length === headings.length) return true;
      const params = { found: texts.length, expected: headings.length };
      // Spreadsheets drop trailing empty fields now and then: a missing note or rate is no fault.
      if (texts.length < headings.length && NEEDED.some((role) => (columns[role] ?? -1) >= texts.length))
        cursor.add(null, { code: 'submission.too-few-fields', level: 'error', params });
      else if (texts.slice(headings.length).some((text) => text.trim() !== ''))
        cursor.add(null, { code: 'submission.too-many-fields', level: 'error', params });
      return !cursor.isFaulty();
    },
    checkCells: () => {
      const { texts, kinds } = cursor.row();
      for (let column = 0; column < texts.length; column += 1) {
        const text = texts[column] ?? '';
        if (kinds !== null && roles[column] !== undefined) checkKind(column, kinds[column] ?? 'text', text);
        if (text !== '') checkText(column, text);
      }
    },
    reportFormulas: () => {
      for (const { at } of formulas.values()) at();
    },
  };
}

/** Columns without which a row says nothing; a CSV row that is cut off before one of them is a fault. */
const NEEDED: readonly ColumnRole[] = ['indicator', 'unit', 'period', 'passes', 'total', 'failures'];

function rolesByColumn(columns: FoundTable['columns']): readonly (ColumnRole | undefined)[] {
  const roles: (ColumnRole | undefined)[] = [];
  // The keys of `columns` are roles by its type; Object.entries forgets that.
  for (const [role, column] of Object.entries(columns)) roles[column] = role as ColumnRole;
  return roles;
}
