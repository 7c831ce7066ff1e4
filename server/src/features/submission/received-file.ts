import type { FileRefusal } from '@zhibiao/shared/submission';

/** A file as it came in, with who sent it. */
export interface ReceivedFile {
  /** As the client named it: a label only, cleaned before it is kept or shown. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file too large for memory, written aside while it came in; only lists of samples may be. */
export interface LargeFile {
  readonly name: string;
  readonly aside: string;
  readonly sha256: string;
  readonly size: number;
}

/** What became of a file: a draft to preview, or a refusal of the whole file that the history keeps. */
export interface FileReceipt {
  readonly submission: string;
  readonly fileRefusal: FileRefusal | null;
  /** It takes longer than a moment: `submission.reading` says how far it is. */
  readonly reading?: true;
}
