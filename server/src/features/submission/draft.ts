import type { KeptCorrection, ReadSubmission, SheetPreview } from '@zhibiao/shared/submission';
import { packRows, unpackRows } from '../../documents/packed-rows';

/** What was read from a file, kept between preview and commit. */
export interface Draft {
  /** Rises with every correction: what was worked out for an earlier reading no longer holds. */
  readonly reading: number;
  readonly read: ReadSubmission;
  readonly sheet: SheetPreview;
  readonly corrections: readonly KeptCorrection[];
}

/** The rows as columns of numbers, in base 64: a fifth of their size as JSON and far quicker to read again. */
interface KeptRows {
  readonly texts: readonly string[];
  readonly columns: string;
}

type KeptDraft = Omit<Draft, 'read'> & {
  readonly read: Omit<ReadSubmission, 'rows'>;
  readonly rows: KeptRows;
};

/** The draft as one text, as it is stored. */
export const draftText = ({ read, ...draft }: Draft): string => {
  const { rows, ...rest } = read;
  const { texts, columns } = packRows(rows);
  const kept: KeptDraft = {
    ...draft,
    read: rest,
    rows: { texts, columns: Buffer.from(columns.buffer).toString('base64') },
  };
  return JSON.stringify(kept);
};

/** The draft as it was stored. */
export const draftOf = (text: string): Draft => {
  // Written by draftText in the same release: drafts are short-lived and nobody else writes them.
  const { read, rows, ...draft } = JSON.parse(text) as KeptDraft;
  // A copy, because a buffer from base 64 may begin at any byte of a larger one.
  const bytes = Uint8Array.from(Buffer.from(rows.columns, 'base64'));
  const columns = new Int32Array(bytes.buffer);
  return { ...draft, read: { ...read, rows: unpackRows({ texts: rows.texts, columns }) } };
};
