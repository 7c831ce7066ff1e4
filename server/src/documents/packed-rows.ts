import type { Figure } from '@zhibiao/shared/observation';
import type { SubmittedRow } from '@zhibiao/shared/submission';

/**
 * Good rows as columns of numbers and one list of texts, to cross from the worker to the server's thread: buffers
 * are handed over, not copied, where 50,000 objects would be copied one by one while other users wait.
 */
export interface PackedRows {
  /** Every distinct text once. */
  readonly texts: readonly string[];
  /** WIDTH numbers per row. */
  readonly columns: Int32Array<ArrayBuffer>;
  /** How many rows there are. */
  readonly count: number;
}

/** indicator, unit, period, basis, note, sheet; row number; column letter; kind, passes or text, total; typed rate. */
const WIDTH = 12;
const COUNTS = 0;
const RATE = 1;
const SCORE = 2;
const NO_TEXT = -1;

/** Rows as columns. Counts fit in 32 bits: the rules stop them at 10⁹. */
export function packRows(rows: readonly SubmittedRow[]): PackedRows {
  const texts: string[] = [];
  const positions = new Map<string, number>();
  const position = (text: string): number => {
    const known = positions.get(text);
    if (known !== undefined) return known;
    const at = texts.push(text) - 1;
    positions.set(text, at);
    return at;
  };
  const columns = new Int32Array(rows.length * WIDTH);
  let at = 0;
  for (const row of rows) {
    columns[at] = position(row.indicator);
    columns[at + 1] = position(row.unit);
    columns[at + 2] = position(row.period);
    columns[at + 3] = position(row.basis);
    columns[at + 4] = position(row.note);
    columns[at + 5] = position(row.sheet);
    columns[at + 6] = row.row;
    columns[at + 7] = position(cellLetter(row));
    switch (row.figure.kind) {
      case 'counts':
        columns[at + 8] = COUNTS;
        columns[at + 9] = row.figure.passes;
        columns[at + 10] = row.figure.total;
        break;
      case 'rate':
        columns[at + 8] = RATE;
        columns[at + 9] = position(row.figure.rate);
        break;
      case 'score':
        columns[at + 8] = SCORE;
        columns[at + 9] = position(row.figure.score);
        break;
    }
    columns[at + 11] = row.typedRate === undefined ? NO_TEXT : position(row.typedRate);
    at += WIDTH;
  }
  return { texts, columns, count: rows.length };
}

/** The rows again. */
export function unpackRows(packed: PackedRows): readonly SubmittedRow[] {
  requireWidth(packed);
  const rows: SubmittedRow[] = [];
  for (let row = 0; row < packed.count; row += 1) rows.push(rowAt(packed, row * WIDTH));
  return rows;
}

/** The rows again, one at a time: what is used at once need not live. */
export function* eachRow(packed: PackedRows): Generator<SubmittedRow> {
  requireWidth(packed);
  for (let row = 0; row < packed.count; row += 1) yield rowAt(packed, row * WIDTH);
}

/** Indicator and unit of the rows, each pair once: a large file has few of them. */
export function* eachSubject(packed: PackedRows): Generator<Pick<SubmittedRow, 'indicator' | 'unit'>> {
  requireWidth(packed);
  const { texts, columns, count } = packed;
  const seen = new Set<number>();
  for (let at = 0; at < count * WIDTH; at += WIDTH) {
    const indicator = columns[at] ?? 0;
    const unit = columns[at + 1] ?? 0;
    const pair = indicator * texts.length + unit;
    if (seen.has(pair)) continue;
    seen.add(pair);
    yield { indicator: texts[indicator] ?? '', unit: texts[unit] ?? '' };
  }
}

/** A draft that another release left behind must not be read askew. */
function requireWidth({ columns, count }: PackedRows): void {
  if (columns.length !== count * WIDTH) throw new Error('rows were packed by another release');
}

/** One of them, by its place from 0. */
export const rowOf = (packed: PackedRows, place: number): SubmittedRow => rowAt(packed, place * WIDTH);

function rowAt({ texts, columns }: PackedRows, at: number): SubmittedRow {
  const text = (place: number): string => texts[columns[at + place] ?? -1] ?? '';
  const number = (place: number): number => columns[at + place] ?? 0;
  const kind = number(8);
  const figure: Figure =
    kind === COUNTS
      ? { kind: 'counts', passes: number(9), total: number(10) }
      : kind === RATE
        ? { kind: 'rate', rate: text(9) }
        : { kind: 'score', score: text(9) };
  const sheet = text(5);
  const row = number(6);
  const basis = text(3) === 'cumulative' ? 'cumulative' : 'single';
  const cell = sheet === '' ? `${text(7)}${row}` : `${sheet}!${text(7)}${row}`;
  const indicator = text(0);
  const unit = text(1);
  const period = text(2);
  const note = text(4);
  // Written out twice: spreading makes a row several times as dear, and a file has fifty thousand.
  if (number(11) === NO_TEXT) return { indicator, unit, period, basis, figure, note, sheet, row, cell };
  return { indicator, unit, period, basis, figure, note, sheet, row, cell, typedRate: text(11) };
}

/** `E` of `抽检!E4`: a sheet's name may hold anything, so the letters are taken from behind. */
const cellLetter = ({ cell }: SubmittedRow): string => {
  let end = cell.length;
  while (isBetween(cell.charCodeAt(end - 1), '0', '9')) end -= 1;
  let start = end;
  while (isBetween(cell.charCodeAt(start - 1), 'A', 'Z')) start -= 1;
  return end === cell.length ? '' : cell.slice(start, end);
};

/** Before the first character the code is NaN, which is between no two. */
const isBetween = (code: number, first: string, last: string): boolean =>
  code >= first.charCodeAt(0) && code <= last.charCodeAt(0);
