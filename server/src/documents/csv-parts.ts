import { splitCsvPart, type CsvFault } from '@zhibiao/shared/submission';

/** Splits a CSV that comes in parts, each record as soon as it is whole. */
export interface CsvParts {
  /** Hands on every record that ended; `isLast`: nothing follows. */
  readonly take: (text: string, isLast: boolean) => CsvFault | null;
  /** Rows so far, as a spreadsheet counts. */
  readonly rows: () => number;
}

/** Longest record, in characters: beyond it a quote was opened that nobody closed. */
const longestRecord = 4_000_000;

/** A splitter that has read nothing yet. `onRow` must not keep texts: they are pieces of the part they came in. */
export const csvParts = (
  delimiter: string,
  onRow: (texts: string[], row: number) => boolean | undefined,
): CsvParts => {
  let kept = '';
  let rows = 0;
  return {
    rows: () => rows,
    take: (text, isLast) => {
      const all = kept === '' ? text : kept + text;
      const end = isLast ? all.length : lastRecordEnd(all, delimiter);
      kept = all.slice(end);
      if (kept.length > longestRecord) return { kind: 'unclosed-quote', row: rows + 1 };
      const split = splitCsvPart(end === all.length ? all : all.slice(0, end), onRow, {
        delimiter,
        rowsBefore: rows,
      });
      rows = split.rows;
      return split.fault;
    },
  };
};

/** Behind the last line end that ends a record: not one within quotes. */
const lastRecordEnd = (text: string, delimiter: string): number => {
  const open = openQuote(text, delimiter);
  const before = open === -1 ? text : text.slice(0, open);
  const end = before.lastIndexOf('\n');
  if (end !== -1) return end + 1;
  // Lines of an old Mac end with CR alone; a CR at the very end may be half of CRLF.
  const old = before.lastIndexOf('\r', before.length - 2);
  return old === -1 ? 0 : old + 1;
};

/** Where a quoted field begins that does not end in this text; -1 where all do. A quote inside a plain field is text. */
const openQuote = (text: string, delimiter: string): number => {
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    const before = at === 0 ? '\n' : text[at - 1];
    if (before !== '\n' && before !== '\r' && before !== delimiter) {
      at += 1;
      continue;
    }
    let close = at;
    do {
      close = text.indexOf('"', close + 1);
      if (close === -1) return at;
      // A doubled quote is one within; at the very end nobody can tell yet.
      if (close === text.length - 1) return at;
      if (text[close + 1] !== '"') break;
      close += 1;
    } while (close !== -1);
    at = close + 1;
  }
  return -1;
};
