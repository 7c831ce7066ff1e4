import type { KeptCorrection, ReadSubmission, SheetPreview } from '@zhibiao/shared/submission';
import type { ReadFile } from '../../documents';
import { packRows, type PackedRows } from '../../documents/packed-rows';

/** What reading said of a file, beside its good rows. */
type Reading = Omit<ReadSubmission, 'rows'>;

/** What was read from a file, kept between preview and commit. */
export interface Draft {
  /** Rises with every correction: what was worked out for an earlier reading no longer holds. */
  readonly reading: number;
  readonly read: Reading;
  readonly rowsGood: number;
  /** The good rows, when asked for: a preview shows a page of fifty thousand without them. */
  readonly rows: () => PackedRows;
  readonly sheet: SheetPreview;
  readonly corrections: readonly KeptCorrection[];
}

/** A draft to be kept, its rows packed as the reading thread gave them. */
export interface NewDraft {
  readonly reading: number;
  readonly read: Reading;
  readonly packed: PackedRows;
  readonly sheet: SheetPreview;
  readonly corrections: readonly KeptCorrection[];
}

/** The rows as columns of numbers, in base 64: a fifth of their size as JSON and far quicker to read again. */
interface KeptDraft {
  readonly reading: number;
  readonly read: Reading;
  readonly rowsGood: number;
  readonly rows: { readonly texts: readonly string[]; readonly columns: string };
  readonly sheet: SheetPreview;
  readonly corrections: readonly KeptCorrection[];
}

/** The good rows of a file, packed; on the reading thread that has been done already. */
export const packedRowsOf = ({ submission, packed }: ReadFile): PackedRows =>
  packed ?? packRows(submission.rows);

/** The draft as one text, as it is stored. */
export const draftText = ({ reading, read, packed, sheet, corrections }: NewDraft): string => {
  const { issues, errors, warnings, rowsSeen, rowsRefused } = read;
  const { texts, columns, count } = packed;
  const bytes = Buffer.from(columns.buffer, columns.byteOffset, columns.byteLength);
  const kept: KeptDraft = {
    reading,
    read: { issues, errors, warnings, rowsSeen, rowsRefused },
    rowsGood: count,
    rows: { texts, columns: bytes.toString('base64') },
    sheet,
    corrections,
  };
  return JSON.stringify(kept);
};

/** The draft as it was stored. */
export const draftOf = (text: string): Draft => {
  // Written by draftText in the same release: drafts are short-lived and nobody else writes them.
  const { rows: kept, ...draft } = JSON.parse(text) as KeptDraft;
  return {
    ...draft,
    rows: () => ({
      texts: kept.texts,
      // A copy, because a buffer from base 64 may begin at any byte of a larger one.
      columns: new Int32Array(Uint8Array.from(Buffer.from(kept.columns, 'base64')).buffer),
      count: draft.rowsGood,
    }),
  };
};
