import { findTable, splitCsv, type FileRefusal, type Grid, type GridRow } from '@zhibiao/shared/submission';
import { ok, refuse, type Result } from '@zhibiao/shared/result';
import { LIMITS } from './limits';

/** Reads a CSV file as one grid. Rows that are blank are left out, and counted as a spreadsheet counts them. */
export function readCsv(bytes: Uint8Array): Result<readonly Grid[], FileRefusal> {
  const text = decodeText(bytes);
  if (text === null) return refuse({ code: 'file.unreadable-text', params: {} });
  if (text.trim() === '') return refuse({ code: 'file.empty', params: {} });
  const delimiter = delimiterOf(text);
  const rows: GridRow[] = [];
  const fault = splitCsv(
    text,
    (texts, number) => {
      if (isBlank(texts)) return true;
      rows.push({ number, texts, kinds: null });
      return rows.length <= LIMITS.rows;
    },
    { delimiter },
  );
  if (fault?.kind === 'unclosed-quote')
    return refuse({ code: 'file.unclosed-quote', params: { row: fault.row } });
  if (fault?.kind === 'too-many-fields')
    return refuse({
      code: 'file.too-many-columns',
      params: { row: fault.row, found: 16_385, allowed: LIMITS.columns },
    });
  if (rows.length > LIMITS.rows)
    return refuse({ code: 'file.too-many-rows', params: { found: rows.length, allowed: LIMITS.dataRows } });
  return ok([{ sheet: '', hidden: false, source: 'csv', rows }]);
}

/**
 * UTF-8 with or without its mark, UTF-16 with its mark, else GB18030 (and so GBK): each decoded strictly, so that a
 * wrong guess fails and nothing is replaced in silence. Null: none of them.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  if (mark.startsWith('fffe')) return strictly('utf-16le', bytes);
  if (mark.startsWith('feff')) return strictly('utf-16be', bytes);
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  // Zero in every other byte is UTF-16 without its mark, or no text at all.
  return text === null || isBinary(text) ? null : text;
}

const strictly = (label: string, bytes: Uint8Array): string | null => {
  try {
    // The mark is taken off by the decoder.
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  return head.split('\0').length - 1 > Math.max(8, head.length / 20);
}

function isBlank(texts: readonly string[]): boolean {
  for (const text of texts) if (text !== '' && text.trim() !== '') return false;
  return true;
}

/** The delimiter under which a heading shows; a comma when none does. Tabs come from “Unicode text”. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 65_536);
  const found = [',', '\t', ';'].find((delimiter) => {
    const rows: GridRow[] = [];
    splitCsv(
      head,
      (texts, number) => {
        rows.push({ number, texts, kinds: null });
        return rows.length < 30;
      },
      { delimiter },
    );
    const grid: Grid = { sheet: '', hidden: false, source: 'csv', rows };
    return findTable(grid, { indicator: true, period: true }).kind !== 'none';
  });
  return found ?? ',';
}
