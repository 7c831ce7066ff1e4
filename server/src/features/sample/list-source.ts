import { readFileSync, statSync } from 'node:fs';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok, refuse, type Result } from '@zhibiao/shared/result';
import { findSampleList, type HeadRow, type SampleList } from '@zhibiao/shared/sample';
import { splitCsv, type FileRefusal } from '@zhibiao/shared/submission';
import { csvParts, encodingOfHead, openTextParts, readGrids, sampleSheets } from '../../documents';

/** One list of a file: a text is one, a workbook has one a sheet. */
export interface ListTable {
  readonly list: SampleList;
  /** Empty for a text. */
  readonly sheet: string;
}

/** Why reading ends before its end. */
export type EarlyEnd = FileRefusal | 'cancelled';

/** A file of samples, read from disk a part at a time. */
export interface ListSource {
  readonly tables: readonly ListTable[];
  /** Sheets that a person does not see, which are not read. */
  readonly hidden: readonly string[];
  readonly size: number;
  /**
   * Hands every line below the headings to `row`, which must not keep the texts, and waits for `part` after some of
   * them, told how many bytes have gone by. Ends early where `part` says so, or the file is no table to its end.
   */
  readonly feed: (
    row: (table: number, texts: readonly string[], line: number) => boolean,
    part: (bytes: number) => Promise<EarlyEnd | null>,
  ) => Promise<EarlyEnd | null>;
  readonly close: () => void;
}

/** Opens a text or a workbook of samples; refuses a file that holds none. */
export const openListSource = (
  path: string,
  name: string,
  index: ProgrammeIndex,
): Result<ListSource, FileRefusal> =>
  /\.(?:csv|txt)$/i.test(name) ? textSource(path, name, index) : workbookSource(path, name, index);

const textSource = (path: string, name: string, index: ProgrammeIndex): Result<ListSource, FileRefusal> => {
  const source = openTextParts(path);
  const give = (code: FileRefusal['code']): Result<never, FileRefusal> => {
    source.close();
    return refuse({ code, params: {} });
  };
  if (source.encoding === null) return give('file.unreadable-text');
  const parts = source.parts();
  let part = parts.next();
  const found = sampleListOf(headOf(part.done === true ? '' : part.value.text), name, index);
  if (found === null) return give('file.no-header');
  const { list, delimiter } = found;
  return ok({
    tables: [{ list, sheet: '' }],
    hidden: [],
    size: source.size,
    close: source.close,
    feed: async (row, after) => {
      const splitter = csvParts(delimiter, (texts, line) => line <= list.headerLine || row(0, texts, line));
      while (part.done !== true) {
        const { text, bytes } = part.value;
        const fault = splitter.take(text, bytes >= source.size);
        if (fault !== null)
          return fault.kind === 'unclosed-quote'
            ? { code: 'file.unclosed-quote', params: { row: fault.row } }
            : { code: 'file.too-many-columns', params: { row: fault.row, found: 16_385, allowed: 100 } };
        const end = await after(bytes);
        if (end !== null) return end;
        part = parts.next();
      }
      return null;
    },
  });
};

/** Rows of a workbook between two looks at whether to go on. */
const rowsInPart = 2_000;

const workbookSource = (
  path: string,
  name: string,
  index: ProgrammeIndex,
): Result<ListSource, FileRefusal> => {
  const { size } = statSync(path);
  const grids = readGrids(readFileSync(path), name);
  if (!grids.ok) return grids;
  const sheets = sampleSheets(grids.value, name, index);
  if (sheets.length === 0) return refuse({ code: 'file.no-header', params: {} });
  const all = sheets.reduce((sum, { grid }) => sum + grid.rows.length, 0);
  return ok({
    tables: sheets.map(({ grid, list }) => ({ list, sheet: grid.sheet })),
    hidden: grids.value.filter(({ hidden }) => hidden).map(({ sheet }) => sheet),
    size,
    close: () => undefined,
    feed: async (row, after) => {
      let seen = 0;
      for (const [table, { grid, list }] of sheets.entries())
        for (const { number, texts } of grid.rows) {
          seen += 1;
          if (number > list.headerLine && !row(table, texts, number)) break;
          if (seen % rowsInPart > 0 && seen < all) continue;
          const end = await after(Math.floor((size * seen) / all));
          if (end !== null) return end;
        }
      return after(size);
    },
  });
};

/** The list of samples that the first bytes of a text begin; null where it is none, and is read as a table of figures. */
export const sampleListOf = (
  head: Uint8Array,
  name: string,
  index: ProgrammeIndex,
): { readonly list: SampleList; readonly delimiter: string } | null => {
  const encoding = encodingOfHead(head);
  if (encoding === null || !/\.(?:csv|txt)$/i.test(name)) return null;
  let text = '';
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
  for (const delimiter of [',', '\t', ';']) {
    const rows: HeadRow[] = [];
    splitCsv(
      text,
      (texts, number) => {
        rows.push({ number, texts });
        return rows.length < 30;
      },
      { delimiter },
    );
    const list = findSampleList(rows, name, index);
    if (list !== null) return { list, delimiter };
  }
  return null;
};

/** Bytes that `sampleListOf` is shown. */
export const headBytes = 65_536;

const headOf = (text: string): Uint8Array => Buffer.from(text.slice(0, headBytes), 'utf8');
