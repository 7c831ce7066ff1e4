import type { FoundTable } from '../find-table';
import { TEMPLATE_HEADING, type ColumnRole } from '../headings';
import type { CellAt, CellKind, Grid, GridRow } from '../types';
import type { TidyRecord } from './types';

/** A tidied table as the rule engine takes it. */
export interface TidyTable {
  readonly grid: Grid;
  readonly table: FoundTable;
}

const SUBJECTS: readonly ColumnRole[] = ['indicator', 'unit', 'period', 'basis', 'scheme', 'note'];
const FIGURES: readonly ColumnRole[] = ['passes', 'total', 'failures', 'rate'];

/**
 * Records as tables in the roles of the plain template, one for each set of figure columns (a column that a table does
 * not have is not an empty one). Parts of other figures (其中) are left out; categories share a pool.
 */
export function tidyTables(sheet: string, records: readonly TidyRecord[]): readonly TidyTable[] {
  const bySet = new Map<string, TidyRecord[]>();
  for (const record of records) {
    if (record.partOf !== null) continue;
    const key = FIGURES.filter((role) => record.cells[role] !== undefined).join(' ');
    const set = bySet.get(key) ?? [];
    bySet.set(key, set);
    set.push(record);
  }
  return [...bySet].map(([key, members]) => {
    const roles: readonly ColumnRole[] = [
      ...SUBJECTS,
      ...FIGURES.filter((role) => key.split(' ').includes(role)),
    ];
    const columns: Partial<Record<ColumnRole, number>> = {};
    for (const [column, role] of roles.entries()) columns[role] = column;
    const headings = roles.map((role) => TEMPLATE_HEADING[role]);
    const rows: readonly GridRow[] = [
      { number: 0, texts: headings, kinds: null },
      ...members.map((record) => rowOf(record, roles)),
    ];
    return {
      grid: { sheet, hidden: false, source: 'sheet', rows },
      table: { headerIndex: 0, columns, headings },
    };
  });
}

function rowOf(record: TidyRecord, roles: readonly ColumnRole[]): GridRow {
  const texts: string[] = [];
  const kinds: CellKind[] = [];
  const at: (CellAt | null)[] = [];
  for (const role of roles) {
    const cell = record.cells[role];
    texts.push(role === 'note' ? noteOf(record) : (cell?.text ?? ''));
    kinds.push(cell?.kind ?? 'text');
    at.push(cell?.at ?? null);
  }
  const pool = SUBJECTS.slice(0, 5)
    .map((role) => record.cells[role]?.text.replace(/\s+/g, '') ?? '')
    .join('\u0000');
  return { number: record.row, texts, kinds, at, ...(record.category === null ? {} : { pool }) };
}

/** A remark in the figure's cell (待核) belongs to the figure, so it goes into its note. */
const noteOf = ({ cells, flag, category }: TidyRecord): string => {
  // Notes of single categories say nothing of their sum.
  const note = category === null ? (cells.note?.text ?? '') : '';
  return [note.trim(), flag ?? ''].filter((text) => text !== '').join(' ');
};
