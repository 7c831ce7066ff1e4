/** Why a text is no CSV: a quoted field that never ends (or goes on after its end), or more fields than any sheet has. */
export interface CsvFault {
  readonly kind: 'unclosed-quote' | 'too-many-fields';
  /** The record it began in, counted as a spreadsheet counts rows, from 1. */
  readonly row: number;
}

/** What `splitCsv` needs to know beside the text. */
export interface CsvShape {
  /** One character, `,` unless told. */
  readonly delimiter?: string;
  /** More fields in one record than this is a fault; 16,384 (a spreadsheet's width) unless told. */
  readonly maxFields?: number;
}

/**
 * Splits CSV by RFC 4180 with any line end (CRLF, LF, CR, mixed) and hands each record on as it is found, so that
 * nothing piles up. Blank lines count as rows, as a spreadsheet counts them, and are not handed on; a quoted
 * line break does not start a row. A quote inside an unquoted field is plain text. `onRow` answers false to stop.
 * Fields above 200,000 characters keep their doubled quotes.
 */
export function splitCsv(
  text: string,
  onRow: (fields: string[], row: number) => boolean | undefined,
  shape: CsvShape = {},
): CsvFault | null {
  return splitCsvPart(text, onRow, { ...shape, rowsBefore: 0 }).fault;
}

/** The same for one part of a text that ends between two records; also answers how many rows there are so far. */
export function splitCsvPart(
  text: string,
  onRow: (fields: string[], row: number) => boolean | undefined,
  { delimiter = ',', maxFields = 16_384, rowsBefore }: CsvShape & { readonly rowsBefore: number },
): { readonly fault: CsvFault | null; readonly rows: number } {
  const between = delimiter.charCodeAt(0);
  const length = text.length;
  let at = 0;
  let row = rowsBefore;
  while (at < length) {
    row += 1;
    const first = text.charCodeAt(at);
    if (first === LF || first === CR) {
      at = afterLineEnd(text, at);
      continue;
    }
    const fields: string[] = [];
    for (;;) {
      if (at < length && text.charCodeAt(at) === QUOTE) {
        const quoted = readQuoted(text, at, between);
        if (quoted === null) return { fault: { kind: 'unclosed-quote', row }, rows: row };
        fields.push(quoted.value);
        at = quoted.next;
      } else {
        const from = at;
        at = fieldEnd(text, from, between);
        fields.push(text.slice(from, at));
      }
      if (fields.length > maxFields) return { fault: { kind: 'too-many-fields', row }, rows: row };
      if (at >= length || text.charCodeAt(at) !== between) break;
      at += 1;
    }
    if (at < length) at = afterLineEnd(text, at);
    if (onRow(fields, row) === false) break;
  }
  return { fault: null, rows: row };
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** Where a plain field ends. */
function fieldEnd(text: string, from: number, between: number): number {
  let at = from;
  // Behind the end the code is NaN, which is none of these, so the length is looked at too.
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === between || code === LF || code === CR) break;
  }
  return at;
}

/** Reads from an opening quote; null when no quote closes the field before a delimiter or line end. */
function readQuoted(
  text: string,
  opening: number,
  between: number,
): { readonly value: string; readonly next: number } | null {
  let from = opening + 1;
  let hasDoubled = false;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close === -1) return null;
    if (text.charCodeAt(close + 1) === QUOTE) {
      hasDoubled = true;
      from = close + 2;
      continue;
    }
    const written = text.slice(opening + 1, close);
    const value = hasDoubled && written.length <= LONGEST_UNQUOTED ? written.replaceAll('""', '"') : written;
    let next = close + 1;
    while (text.charCodeAt(next) === SPACE) next += 1;
    if (next >= text.length) return { value, next };
    const code = text.charCodeAt(next);
    return code === between || code === LF || code === CR ? { value, next } : null;
  }
}

/** Longer than any cell may be; such a field is refused by its length, and millions of replacements would cost much. */
const LONGEST_UNQUOTED = 200_000;
