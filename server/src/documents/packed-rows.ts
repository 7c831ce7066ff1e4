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

/** indicator, unit, period, basis, note, sheet; row number; column letter; kind, passes or text, total. */
const WIDTH = 11;
const COUNTS = 0;
const RATE = 1;
const SCORE = 2;

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
    at += WIDTH;
  }
  return { texts, columns, count: rows.length };
}

/** The rows again. */
export const unpackRows = (packed: Pick<PackedRows, 'texts' | 'columns'>): readonly SubmittedRow[] => [
  ...eachRow(packed),
];

/** The rows again, one at a time: what is used at once need not live. */
export function* eachRow({ texts, columns }: Pick<PackedRows, 'texts' | 'columns'>): Generator<SubmittedRow> {
  const text = (at: number): string => texts[columns[at] ?? -1] ?? '';
  const number = (at: number): number => columns[at] ?? 0;
  for (let at = 0; at < columns.length; at += WIDTH) {
    const kind = number(at + 8);
    const figure: Figure =
      kind === COUNTS
        ? { kind: 'counts', passes: number(at + 9), total: number(at + 10) }
        : kind === RATE
          ? { kind: 'rate', rate: text(at + 9) }
          : { kind: 'score', score: text(at + 9) };
    const sheet = text(at + 5);
    const row = number(at + 6);
    yield {
      indicator: text(at),
      unit: text(at + 1),
      period: text(at + 2),
      basis: text(at + 3) === 'cumulative' ? 'cumulative' : 'single',
      figure,
      note: text(at + 4),
      sheet,
      row,
      cell: sheet === '' ? `${text(at + 7)}${row}` : `${sheet}!${text(at + 7)}${row}`,
    };
  }
}

/** `E` of `抽检!E4`: a sheet's name may hold anything, so the letters are taken from behind. */
const cellLetter = ({ cell }: SubmittedRow): string => /([A-Z]+)\d+$/.exec(cell)?.[1] ?? '';
