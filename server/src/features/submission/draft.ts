import type { Instant } from '@zhibiao/shared/calendar';
import type {
  KeptCorrection,
  LayoutAnswers,
  LayoutView,
  ReadSubmission,
  SheetPreview,
} from '@zhibiao/shared/submission';
import type { ReadFile } from '../../documents';
import type { StagedSamples } from '../sample';
import { packRows, type PackedRows } from '../../documents/packed-rows';

/** What reading said of a file, beside its good rows. */
type Reading = Omit<ReadSubmission, 'rows'>;

/** Answers that a file was read with. */
export interface ToldLayout {
  readonly answers: LayoutAnswers;
  /** When an earlier file of the layout left them behind; absent when they were given for this file. */
  readonly rememberedAt?: Instant;
}

/** What was read from a file, kept between preview and commit. */
export interface Draft {
  /** Rises with every correction: what was worked out for an earlier reading no longer holds. */
  readonly reading: number;
  readonly read: Reading;
  readonly rowsGood: number;
  /** The good rows, when asked for: a preview shows a page of fifty thousand without them. */
  readonly rows: () => PackedRows;
  readonly sheet: SheetPreview;
  /** Questions and hints about the layout; absent for a plain template with known names. */
  readonly layout?: LayoutView;
  /** What was answered about the layout; absent where nothing was. */
  readonly told?: ToldLayout;
  readonly corrections: readonly KeptCorrection[];
  /** The samples that the rows add up; null for a table of figures. */
  readonly samples: StagedSamples | null;
}

/** A draft to be kept, its rows packed as the reading thread gave them. */
export interface NewDraft {
  readonly reading: number;
  readonly read: Reading;
  readonly packed: PackedRows;
  readonly sheet: SheetPreview;
  /** Questions and hints about the layout; absent for a plain template with known names. */
  readonly layout?: LayoutView;
  /** What was answered about the layout; absent where nothing was. */
  readonly told?: ToldLayout;
  readonly corrections: readonly KeptCorrection[];
  readonly samples?: StagedSamples | null;
}

/** What stands before the rows. */
type KeptHead = Omit<Draft, 'rows'> & { readonly texts: readonly string[] };

/** The good rows of a file, packed; on the reading thread that has been done already. */
export const packedRowsOf = ({ submission, packed }: ReadFile): PackedRows =>
  packed ?? packRows(submission.rows);

/**
 * The draft as one text, as it is stored: a line of JSON, then the rows as columns of numbers in base 64. That is a
 * fifth of their size as JSON, and a preview never reads it.
 */
export const draftText = ({
  reading,
  read,
  packed,
  sheet,
  layout,
  told,
  corrections,
  samples = null,
}: NewDraft): string => {
  const { issues, errors, warnings, rowsSeen, rowsRefused } = read;
  const { texts, columns, count } = packed;
  const head: KeptHead = {
    reading,
    read: { issues, errors, warnings, rowsSeen, rowsRefused },
    rowsGood: count,
    sheet,
    ...(layout === undefined ? {} : { layout }),
    ...(told === undefined ? {} : { told }),
    corrections,
    samples,
    texts,
  };
  const bytes = Buffer.from(columns.buffer, columns.byteOffset, columns.byteLength);
  return `${JSON.stringify(head)}\n${bytes.toString('base64')}`;
};

/** The draft as it was stored. */
export const draftOf = (text: string): Draft => {
  const end = text.indexOf('\n');
  // Written by draftText in the same release: drafts are short-lived and nobody else writes them.
  const { texts, ...draft } = JSON.parse(text.slice(0, end)) as KeptHead;
  return {
    ...draft,
    samples: draft.samples ?? null,
    rows: () => {
      // A copy, because a buffer from base 64 may begin at any byte of a larger one.
      const bytes = Uint8Array.from(Buffer.from(text.slice(end + 1), 'base64'));
      return { texts, columns: new Int32Array(bytes.buffer), count: draft.rowsGood };
    },
  };
};
