import type { Indicator, ReportingUnit } from '../programme';
import { quoted } from './cells/plain-text';
import { plainCount } from './cells/read-count';
import { readRate, type RateReading } from './cells/read-rate';
import { cellChecks } from './check-cells';
import type { SubmissionContext } from './context';
import type { FoundTable } from './find-table';
import { compareRate, readFigure, type FigureReading } from './read-figure';
import { isTotalWord, type NameCell } from './read-names';
import { readNote } from './read-note';
import { subjectReader, type Subject } from './read-subject';
import type { GoodRow, Reading } from './reading';
import { isRemark } from './remark-rows';
import { rowCursor, type RowCursor } from './row-cursor';
import type { Grid, GridRow } from './types';

/** Checks the rows below the heading of one table and adds what it finds to the reading. */
export function checkTable(
  grid: Grid,
  table: FoundTable,
  context: SubmissionContext,
  reading: Reading,
): void {
  const { columns } = table;
  const cursor = rowCursor(grid, table, reading.issues);
  const cells = cellChecks(grid, table, cursor);
  const readSubject = subjectReader(table, context, reading, cursor);
  const figureOf = figureReader(table, cursor);

  const checkRow = (row: GridRow): void => {
    cursor.move(row);
    const unitCell = reading.names.unit(cursor.text('unit'));
    const indicatorCell = reading.names.indicator(cursor.text('indicator'));
    if (isPassedOver(cursor, indicatorCell, unitCell)) return;
    const place = { sheet: grid.sheet, number: row.number };
    if (!cells.checkWidth()) return reading.addRow({ ...place, key: -1, good: null });

    cells.checkCells();
    const subject = readSubject(indicatorCell, unitCell);
    const note = readNote(cursor);
    const figure = figureOf(subject.indicator, subject.unit);
    if (figure.kind === 'absent' && !cursor.isFaulty()) {
      const params = { unit: subject.unit?.name.zh ?? '' };
      const column = columns.total ?? columns.rate ?? null;
      cursor.add(column, { code: 'submission.missing-figure-skipped', level: 'warning', params });
      return reading.addAbsentRow();
    }
    reading.addRow({
      ...place,
      key: subject.key,
      good: cursor.isFaulty() ? null : goodRow(subject, figure, note, columns),
    });
  };

  for (let at = table.headerIndex + 1; at < grid.rows.length; at += 1) {
    const row = grid.rows[at];
    if (row !== undefined) checkRow(row);
  }
  cells.reportFormulas();
}

/** Total rows and remarks are no data and say so; the heading once more, as printed tables repeat it, is nothing. */
function isPassedOver(
  cursor: RowCursor,
  indicatorCell: NameCell<Indicator>,
  unitCell: NameCell<ReportingUnit>,
): boolean {
  if (unitCell.found !== null && indicatorCell.found !== null) return false;
  if (unitCell.isHeading || indicatorCell.isHeading) return true;
  const first = cursor.row().texts.find((text) => text.trim() !== '') ?? '';
  const params = { value: quoted(first) };
  if (unitCell.isTotal || indicatorCell.isTotal || isTotalWord(first)) {
    cursor.add(null, { code: 'submission.total-row-skipped', level: 'warning', params });
    return true;
  }
  if (!isRemark(first)) return false;
  cursor.add(null, { code: 'submission.remark-skipped', level: 'warning', params });
  return true;
}

function goodRow(
  { indicator, unit, period, basis }: Subject,
  figure: FigureReading,
  note: string,
  columns: FoundTable['columns'],
): GoodRow | null {
  if (figure.kind !== 'figure' || indicator === null || unit === null || period === null || basis === null)
    return null;
  return {
    indicator: indicator.code,
    unit: unit.code,
    period,
    basis,
    figure: figure.figure,
    note,
    column: columns[figure.at] ?? 0,
  };
}

/** Different rates that are remembered; a file has few, and one that has not must not fill the memory. */
const REMEMBERED_RATES = 20_000;

/** Plain digits in both counts and a plain rate, which is nearly every row, go the short way. */
function figureReader(
  { columns }: FoundTable,
  cursor: RowCursor,
): (indicator: Indicator | null, unit: ReportingUnit | null) => FigureReading {
  const rates = new Map<string, RateReading>();
  const hasFailures = columns.failures !== undefined;

  const rateOf = (text: string): RateReading => {
    const known = rates.get(text);
    if (known !== undefined) return known;
    const rate = readRate(text);
    if (rates.size < REMEMBERED_RATES) rates.set(text, rate);
    return rate;
  };

  return (indicator, unit) => {
    const passes = plainCount(cursor.text('passes'));
    const total = plainCount(cursor.text('total'));
    const arePlain = total > 0 && passes >= 0 && passes <= total;
    if (arePlain && indicator?.measure !== 'score' && !hasFailures) {
      const rate = rateOf(cursor.text('rate'));
      if (rate.kind === 'blank' || (rate.kind === 'rate' && rate.remarks.length === 0)) {
        compareRate(rate, passes, total, cursor.report);
        return { kind: 'figure', figure: { kind: 'counts', passes, total }, at: 'total' };
      }
    }
    const texts = {
      passes: cursor.textOrNull('passes'),
      total: cursor.textOrNull('total'),
      failures: cursor.textOrNull('failures'),
      rate: cursor.textOrNull('rate'),
    };
    return readFigure(texts, indicator, unit, cursor.report);
  };
}
