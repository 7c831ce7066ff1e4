import { joinCsv } from '@zhibiao/shared/submission';
import { writeXlsx } from 'hucre/xlsx';

/** Indicator, unit, period, passes, total and, where it matters, a note. */
export type SheetRow = readonly [
  indicator: string,
  unit: string,
  period: string,
  passes: number | string,
  total: number | string,
  note?: string,
];

const headings = ['指标', '地区', '期间', '合格数', '抽检数', '备注'];

const fieldsOf = ([indicator, unit, period, passes, total, note = '']: SheetRow) => [
  indicator,
  unit,
  period,
  passes,
  total,
  note,
];

/** A sheet of figures as CSV. The first data row is row 2. */
export const aSheet = (rows: readonly SheetRow[]): string =>
  joinCsv([headings, ...rows.map((row) => fieldsOf(row).map(String))]);

/** The same as a workbook with one sheet. */
export const aWorkbook = (rows: readonly SheetRow[], sheet = '报送表'): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: sheet, rows: [headings, ...rows.map(fieldsOf)] }] });
