import { writeXlsx, type CellValue } from 'hucre/xlsx';

/** One sheet to be written: a heading row and rows below it. Texts stay texts, whatever they begin with. */
export interface TableSheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A workbook of plain tables, the headings kept in sight. */
export const writeTable = (sheets: readonly TableSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width }) => ({ width })),
      freezePane: { rows: 1 },
      rows: [columns.map(({ heading }) => heading), ...rows.map((row): CellValue[] => [...row])],
      cells: new Map(
        columns.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }] as const),
      ),
    })),
  });
