import {
  columnLetter,
  timesHundred,
  type CellKind,
  type Grid,
  type GridRow,
  type Merge,
} from '@zhibiao/shared/submission';
import { FileRefused } from './file-refused';
import { LIMITS } from './limits';
import type { NumberFormat } from './number-formats';
import { plainText } from './read-shared-strings';
import { aTag, attribute, decodeXml, eachAttribute, nextTag, textBehind, type Tag } from './scan-xml';

/** What the cells of a sheet point to. */
export interface SheetSurroundings {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
  readonly hasExternalLinks: boolean;
  /** Rows with something in them that earlier sheets had. */
  readonly rowsBefore: number;
}

/** Rows, and what a person sees of the sheet beside them; absent where there is none. */
export type SheetContent = Pick<Grid, 'rows' | 'merges' | 'hiddenRows' | 'hiddenColumns'>;

/**
 * Reads the rows that have something in them, numbered as the spreadsheet numbers them. The `dimension` of the sheet
 * is not believed, empty rows cost nothing, and addresses outside a spreadsheet's grid refuse the file.
 */
export function readSheet(xml: string, around: SheetSurroundings): SheetContent {
  const rows: GridRow[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: number[] = [];
  const tag = aTag();
  const cell = newCell();
  let row = newRow(0);
  let lastRow = 0;
  let ended = false;

  const endRow = (): void => {
    if (row.filled) {
      rows.push({ number: row.number, texts: row.texts, kinds: row.plain ? null : row.kinds });
      if (row.hidden) hiddenRows.add(row.number);
    }
    if (rows.length + around.rowsBefore > LIMITS.rows)
      throw new FileRefused('file.too-many-rows', { found: LIMITS.rows, allowed: LIMITS.dataRows });
    row.filled = false;
  };

  for (let at = 0; nextTag(xml, at, tag); ) {
    at = tag.to;
    switch (tag.name) {
      case 'row':
        if (tag.closing) endRow();
        else {
          const { number, hidden } = readRowTag(xml, tag, lastRow);
          if (number <= lastRow) throw new FileRefused('file.broken');
          lastRow = number;
          // An empty row leaves its (empty) lists to the next: a million styled rows must not cost a million lists.
          if (row.texts.length > 0 || row.number === 0) row = newRow(number);
          else row.number = number;
          row.hidden = hidden;
        }
        break;
      case 'col':
        if (!tag.closing && isOn(attribute(xml, tag, 'hidden'))) addHiddenColumns(xml, tag, hiddenColumns);
        break;
      case 'c':
        if (tag.closing) break;
        readCellTag(xml, tag, cell, row);
        if (!tag.empty) at = readCellBody(xml, at, tag, cell);
        addCell(row, cell, around);
        break;
      case 'sheetData':
        if (tag.closing || tag.empty) ended = true;
        break;
      case 'mergeCell':
        if (!tag.closing && merges.length < 100_000) addMerge(attribute(xml, tag, 'ref') ?? '', merges);
        break;
      default:
    }
  }
  // Cut off in the middle, or no sheet at all.
  if (!ended) throw new FileRefused('file.broken', { part: around.sheet.slice(0, 60) });
  return {
    rows: merges.length === 0 ? rows : fillMerged(rows, merges),
    ...(merges.length === 0 ? {} : { merges: merges.slice(0, 5_000) }),
    ...(hiddenRows.size === 0 ? {} : { hiddenRows }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
  };
}

const isOn = (value: string | null): boolean => value === '1' || value === 'true';

/** `<col min="3" max="5" hidden="1">`: columns counted from 1. */
function addHiddenColumns(xml: string, tag: Tag, hidden: number[]): void {
  const first = Number(attribute(xml, tag, 'min'));
  const last = Math.min(Number(attribute(xml, tag, 'max')), LIMITS.columns);
  for (let column = first; column >= 1 && column <= last; column += 1) hidden.push(column - 1);
}

function addMerge(ref: string, merges: Merge[]): void {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (match === null) return;
  const [, left = '', top, right = '', bottom] = match;
  merges.push({
    top: Number(top),
    bottom: Number(bottom),
    left: columnOfLetters(left),
    right: columnOfLetters(right),
  });
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

interface OpenRow {
  number: number;
  texts: string[];
  kinds: CellKind[];
  filled: boolean;
  plain: boolean;
  hidden: boolean;
}

const newRow = (number: number): OpenRow => ({
  number,
  texts: [],
  kinds: [],
  filled: false,
  plain: true,
  hidden: false,
});

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string | null;
  formula: string | null;
}

const newCell = (): OpenCell => ({ column: 0, type: 'n', style: -1, value: null, formula: null });

function readRowTag(
  xml: string,
  tag: Tag,
  last: number,
): { readonly number: number; readonly hidden: boolean } {
  let number = last + 1;
  let hidden = false;
  eachAttribute(xml, tag, (from, to, valueFrom, valueTo) => {
    if (to - from === 1 && xml.charCodeAt(from) === LETTER_R) number = Number(xml.slice(valueFrom, valueTo));
    else if (to - from === 6 && xml.startsWith('hidden', from)) hidden = isOn(xml.slice(valueFrom, valueTo));
  });
  if (!Number.isInteger(number) || number < 1 || number > MOST_ROWS)
    throw new FileRefused('file.cell-outside', { cell: String(number).slice(0, 20) });
  return { number, hidden };
}

const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

function readCellTag(xml: string, tag: Tag, cell: OpenCell, row: OpenRow): void {
  cell.column = row.texts.length;
  cell.type = 'n';
  cell.style = -1;
  cell.value = null;
  cell.formula = null;
  eachAttribute(xml, tag, (from, to, valueFrom, valueTo) => {
    if (to - from !== 1) return;
    const letter = xml.charCodeAt(from);
    if (letter === LETTER_R) cell.column = columnOfAddress(xml, valueFrom, valueTo, row);
    else if (letter === LETTER_S) cell.style = Number(xml.slice(valueFrom, valueTo));
    else if (letter === LETTER_T) cell.type = xml.slice(valueFrom, valueTo);
  });
}

/** Column of `D14`; the row in it must be the row it stands in. */
function columnOfAddress(xml: string, from: number, to: number, row: OpenRow): number {
  let column = 0;
  let at = from;
  for (; at < to; at += 1) {
    const letter = xml.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) break;
  }
  const number = Number(xml.slice(at, to));
  if (column < 1 || column > MOST_COLUMNS || !(number >= 1 && number <= MOST_ROWS))
    throw new FileRefused('file.cell-outside', { cell: xml.slice(from, Math.min(to, from + 20)) });
  if (number !== row.number || column - 1 < row.texts.length) throw new FileRefused('file.broken');
  return column - 1;
}

/** Reads the value, the formula and inline text of a cell up to its end; answers where that is. */
function readCellBody(xml: string, from: number, tag: Tag, cell: OpenCell): number {
  let at = from;
  let inPhonetic = false;
  while (nextTag(xml, at, tag)) {
    at = tag.to;
    if (tag.closing) {
      if (tag.name === 'c') return at;
      if (tag.name === 'rPh') inPhonetic = false;
    } else if (tag.name === 'v') {
      if (tag.empty) continue;
      const end = xml.indexOf('<', at);
      // The ordinary case, without a call: digits or an index, followed by </v>.
      if (end !== -1 && xml.charCodeAt(end + 1) === 47) {
        cell.value = decodeXml(xml.slice(at, end));
        at = end;
      } else {
        const read = textBehind(xml, at);
        cell.value = read.text;
        at = read.to;
      }
    } else if (tag.name === 'f') {
      const read = tag.empty ? null : textBehind(xml, at);
      cell.formula = read?.text ?? '';
      if (read !== null) at = read.to;
    } else if (tag.name === 'rPh') inPhonetic = !tag.empty;
    else if (tag.name === 't' && !tag.empty) {
      const read = textBehind(xml, at);
      if (!inPhonetic) cell.value = (cell.value ?? '') + read.text;
      at = read.to;
    }
    if ((cell.value?.length ?? 0) > LIMITS.cellCharacters)
      throw new FileRefused('file.cell-too-long', { allowed: LIMITS.cellCharacters });
  }
  throw new FileRefused('file.broken');
}

function addCell(row: OpenRow, cell: OpenCell, around: SheetSurroundings): void {
  const { column, formula } = cell;
  let text = '';
  let kind: CellKind = 'text';
  if (cell.value !== null) {
    switch (cell.type) {
      case 's':
        text = sharedText(cell, row, around);
        break;
      case 'str':
      case 'inlineStr':
        text = plainText(cell.value);
        break;
      case 'b':
        text = cell.value === '0' ? 'FALSE' : 'TRUE';
        kind = 'boolean';
        break;
      case 'e':
        text = cell.value;
        kind = 'error';
        break;
      case 'd':
        text = cell.value.slice(0, 10);
        kind = 'date';
        break;
      default:
        kind = numberKind(around.formats[cell.style]);
        text = numberText(cell.value.trim(), kind, around.date1904);
        if (kind === 'date' && around.formats[cell.style] === 'month' && /^\d{4}-/.test(text)) {
          // Shown as 2024年12月 and meant as that month: no day is seen.
          kind = 'text';
          text = `${Number(text.slice(0, 4))}年${Number(text.slice(5, 7))}月`; // wording-ok: what the cell shows
        }
    }
  }
  if (formula !== null && kind !== 'error') {
    if (cell.value === null || (cell.value === '' && cell.type !== 'str')) kind = 'formula-without-result';
    else if (kind !== 'date') kind = isExternal(formula, around) ? 'formula-external' : 'formula';
  }
  if (text.trim() === '' && kind === 'text') return;
  if (column >= LIMITS.columns)
    throw new FileRefused('file.too-many-columns', {
      found: column + 1,
      allowed: LIMITS.columns,
      row: row.number,
      column: columnLetter(column),
    });
  while (row.texts.length < column) {
    row.texts.push('');
    row.kinds.push('text');
  }
  row.texts.push(text);
  row.kinds.push(kind);
  row.filled = true;
  // Numbers typed as text are worth telling apart from numbers; other texts are not.
  if (kind === 'text' ? isNumberText(text) : kind !== 'number') row.plain = false;
}

const isNumberText = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return ((first >= 48 && first <= 57) || (first >= 0xff10 && first <= 0xff19)) && NUMBER_TEXT.test(text);
};

const NUMBER_TEXT = /^[\d０-９]{1,12}\s*$/;

function sharedText(cell: OpenCell, row: OpenRow, around: SheetSurroundings): string {
  const text = around.strings[Number(cell.value)];
  if (text === undefined)
    throw new FileRefused('file.broken', {
      part: `${around.sheet.slice(0, 40)}!${columnLetter(cell.column)}${row.number}`,
    });
  return text;
}

const numberKind = (format: NumberFormat | undefined): CellKind =>
  format === 'percent' || format === 'date' ? format : format === 'month' ? 'date' : 'number';

/** A reference into another workbook: `[1]Sheet1!A1`. */
const isExternal = (formula: string, around: SheetSurroundings): boolean =>
  around.hasExternalLinks && /\[\d+\]/.test(formula);

/** A number as a person sees it: shortest decimals, the percent sign where the cell is formatted so, days as ISO. */
function numberText(raw: string, kind: CellKind, date1904: boolean): string {
  const number = Number(raw);
  if (raw === '' || !Number.isFinite(number)) return raw;
  if (kind === 'date') return dayOfSerial(number, date1904) ?? raw;
  const plain = decimalText(number);
  return kind === 'percent' ? `${timesHundred(plain)}%` : plain;
}

/** Decimal digits without an exponent; 0.1 + 0.2 as stored by a spreadsheet comes out as 0.3. */
function decimalText(number: number): string {
  const shortest = String(number);
  // Spreadsheets keep 15 significant digits; the 16th and 17th are the noise of binary fractions.
  const text = shortest.length > 16 ? String(Number(number.toPrecision(15))) : shortest;
  if (!text.includes('e')) return text;
  return Math.abs(number) < 1 ? number.toFixed(20).replace(/0+$/, '') : BigInt(number).toString();
}

function dayOfSerial(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  // Day 0 is 1899-12-30 for everything after February 1900, before which nobody reports anything.
  if (days < 1 || days > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * A text merged over several rows (指标 or 地区 beside its rows, a two-line heading) is said of each of them. Numbers
 * are not: a count merged over two rows would be counted twice.
 */
function fillMerged(rows: readonly GridRow[], merges: readonly Merge[]): readonly GridRow[] {
  const byNumber = new Map(rows.map((row, index) => [row.number, index]));
  const filled = [...rows];
  for (const merge of merges) {
    const column = merge.left;
    const top = filled[byNumber.get(merge.top) ?? -1];
    const text = top?.texts[column] ?? '';
    if (text === '' || (top?.kinds?.[column] ?? 'text') !== 'text' || /^[\s\d.,%％]*$/.test(text)) continue;
    const last = Math.min(merge.bottom, rows.at(-1)?.number ?? 0);
    for (let number = merge.top + 1; number <= last; number += 1) {
      const index = byNumber.get(number);
      const row = index === undefined ? undefined : filled[index];
      if (index === undefined || row === undefined || (row.texts[column] ?? '') !== '') continue;
      filled[index] = withText(row, column, text);
    }
  }
  return filled;
}

const columnOfLetters = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function withText(row: GridRow, column: number, text: string): GridRow {
  const texts = [...row.texts];
  const kinds = row.kinds === null ? null : [...row.kinds];
  while (texts.length <= column) {
    texts.push('');
    kinds?.push('text');
  }
  texts[column] = text;
  return { ...row, texts, kinds };
}
