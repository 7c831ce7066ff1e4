import type { Indicator, ReportingUnit } from '../programme';
import { quoted } from './cells/plain-text';
import { plainCount } from './cells/read-count';
import { readRate } from './cells/read-rate';
import { cellChecks } from './check-cells';
import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import type { FoundTable } from './find-table';
import { headingRole } from './headings';
import { plainTotalIssue } from './layout/plain-totals';
import { rateIssue } from './plausibility/rate-issue';
import { readFigure, type FigureReading } from './read-figure';
import { isTotalWord, type NameCell } from './read-names';
import { readNote } from './read-note';
import { subjectReader, type Subject } from './read-subject';
import type { Reading, RowPlace } from './reading';
import { isRemark } from './remark-rows';
import { remembered } from './remembered';
import { rowIdReader } from './row-ids';
import { rowCursor, type RowCursor } from './row-cursor';
import type { Grid, GridRow, SubmittedRow } from './types';

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
  const addressAt = {
    total: cellAddress(grid.sheet, columns.total),
    rate: cellAddress(grid.sheet, columns.rate),
  };

  /** The cell of a tidied row's figure as the sheet has it; null for a row that stands where it was read. */
  const originOf = (role: 'total' | 'rate'): string | null => {
    const at = cursor.row().at?.[columns[role] ?? -1];
    return at === undefined || at === null ? null : cellAddress(grid.sheet, at.column) + at.row;
  };
  const pools = poolsOf(reading);

  const goodRow = (
    { indicator, unit, period, basis }: Subject,
    figure: FigureReading,
    note: string,
    { sheet, number }: RowPlace,
  ): SubmittedRow | null => {
    if (figure.kind !== 'figure' || indicator === null || unit === null || period === null || basis === null)
      return null;
    const cell = originOf(figure.at) ?? addressAt[figure.at] + number;
    const { figure: value, beside } = figure;
    // Written out twice: spreading makes a row several times as dear, and a file has fifty thousand.
    return beside === undefined
      ? {
          indicator: indicator.code,
          unit: unit.code,
          period,
          basis,
          figure: value,
          note,
          sheet,
          row: number,
          cell,
        }
      : {
          indicator: indicator.code,
          unit: unit.code,
          period,
          basis,
          figure: value,
          note,
          sheet,
          row: number,
          cell,
          typedRate: beside.text,
        };
  };

  const named = rowIdReader(table, context.index);

  let totals = 0;
  /** Compared with the rows above it, the first few of a table: each looks at all of them. */
  const checkTotal = (row: GridRow): void => {
    totals += 1;
    const found = totals > MOST_TOTALS ? null : plainTotalIssue(grid, table, row);
    if (found !== null) cursor.add(found.column, found.issue);
  };

  const checkRow = (asRead: GridRow): void => {
    const { row, issues } = named(asRead);
    cursor.move(row);
    for (const { column, issue } of issues) cursor.add(column, issue);
    const unitCell = reading.names.unit(cursor.text('unit'));
    const indicatorCell = reading.names.indicator(cursor.text('indicator'));
    const passedOver = passOver(cursor, indicatorCell, unitCell);
    if (passedOver === 'total') checkTotal(row);
    if (passedOver !== null) return;
    const place = { sheet: grid.sheet, number: row.number };
    if (!cells.checkWidth()) return reading.addRow(place, -1, null);

    cells.checkCells();
    if (grid.hiddenRows?.has(row.number) === true)
      cursor.add(null, { code: 'submission.hidden-row-read', level: 'warning', params: {} });
    const subject = readSubject(indicatorCell, unitCell);
    const note = readNote(cursor);
    const figure = figureOf(subject.indicator, subject.unit);
    if (figure.kind === 'figure' && figure.beside !== undefined && figure.figure.kind === 'counts') {
      const issue = rateIssue(figure.figure, figure.beside);
      if (issue !== null) cursor.add(columns.rate ?? null, issue);
    }
    if (figure.kind === 'absent' && !cursor.isFaulty()) {
      const params = { unit: subject.unit?.name.zh ?? '' };
      const column = columns.total ?? columns.rate ?? null;
      cursor.add(column, { code: 'submission.missing-figure-skipped', level: 'warning', params });
      return reading.addAbsentRow();
    }
    const good = cursor.isFaulty() ? null : goodRow(subject, figure, note, place);
    if (row.pool === undefined) reading.addRow(place, subject.key, good);
    else pools.add(row.pool, place, subject.key, good);
  };

  for (let at = table.headerIndex + 1; at < grid.rows.length; at += 1) {
    const row = grid.rows[at];
    if (row !== undefined) checkRow(row);
  }
  pools.close();
  cells.reportFormulas();
}

/**
 * Rows that are parts of one figure (食品种类): their counts are added, exactly, and stand as one row where the first
 * of them stands. One faulty part refuses the whole, for a sum without it would be another figure.
 */
function poolsOf(reading: Reading): {
  readonly add: (pool: string, place: RowPlace, key: number, good: SubmittedRow | null) => void;
  readonly close: () => void;
} {
  interface Pool {
    readonly place: RowPlace;
    readonly key: number;
    readonly parts: (SubmittedRow | null)[];
  }
  const pools = new Map<string, Pool>();
  const sumOf = ({ parts }: Pool): SubmittedRow | null => {
    const [first] = parts;
    if (first === undefined || first === null) return null;
    if (parts.length === 1) return first;
    let passes = 0;
    let total = 0;
    for (const part of parts) {
      if (part?.figure.kind !== 'counts') return null;
      passes += part.figure.passes;
      total += part.figure.total;
    }
    const { typedRate: _, ...rest } = first;
    return { ...rest, figure: { kind: 'counts', passes, total } };
  };
  return {
    add: (pool, place, key, good) => {
      const found = pools.get(pool) ?? { place, key, parts: [] };
      pools.set(pool, found);
      found.parts.push(good);
    },
    close: () => {
      for (const pool of pools.values()) reading.addRow(pool.place, pool.key, sumOf(pool));
    },
  };
}

/** `抽检!E`, to which the row number is added; a CSV file has no sheet to name. */
const cellAddress = (sheet: string, column: number | undefined): string =>
  `${sheet === '' ? '' : `${sheet}!`}${columnLetter(column ?? 0)}`;

/** Total rows and remarks are no data and say so; the heading once more, as printed tables repeat it, is nothing. */
function passOver(
  cursor: RowCursor,
  indicatorCell: NameCell<Indicator>,
  unitCell: NameCell<ReportingUnit>,
): 'total' | 'aside' | null {
  if (unitCell.found !== null && indicatorCell.found !== null) return null;
  if (isHeadingAgain(cursor)) return 'aside';
  const first = cursor.row().texts.find((text) => text.trim() !== '') ?? '';
  const total = [cursor.text('unit'), cursor.text('indicator'), first].find(isTotalWord);
  if (total !== undefined) {
    const params = { value: quoted(total) };
    cursor.add(null, { code: 'submission.total-row-skipped', level: 'warning', params });
    return 'total';
  }
  if (!isRemark(first)) return null;
  cursor.add(null, { code: 'submission.remark-skipped', level: 'warning', params: { value: quoted(first) } });
  return 'aside';
}

/** Total rows of one table that are compared. */
const MOST_TOTALS = 20;

/** Long tables repeat their heading on each page; a lone 县 in the area column is no heading. */
const isHeadingAgain = (cursor: RowCursor): boolean =>
  headingRole(cursor.text('unit')) === 'unit' &&
  (headingRole(cursor.text('total')) === 'total' || headingRole(cursor.text('rate')) === 'rate');

/** Plain digits in both counts and a plain rate, which is nearly every row, go the short way. */
function figureReader(
  { columns }: FoundTable,
  cursor: RowCursor,
): (indicator: Indicator | null, unit: ReportingUnit | null) => FigureReading {
  const hasFailures = columns.failures !== undefined;
  const rateOf = remembered(readRate);

  return (indicator, unit) => {
    const passes = plainCount(cursor.text('passes'));
    const total = plainCount(cursor.text('total'));
    const arePlain = total > 0 && passes >= 0 && passes <= total;
    if (arePlain && indicator?.measure !== 'score' && !hasFailures) {
      const rate = rateOf(cursor.text('rate'));
      if (rate.kind === 'blank' || (rate.kind === 'rate' && rate.remarks.length === 0)) {
        const figure = { kind: 'counts', passes, total } as const;
        return rate.kind === 'blank'
          ? { kind: 'figure', figure, at: 'total' }
          : { kind: 'figure', figure, at: 'total', beside: rate };
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
