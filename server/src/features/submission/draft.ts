import type { KeptCorrection, ReadSubmission, SheetPreview } from '@zhibiao/shared/submission';

/** What was read from a file, kept between preview and commit as one JSON text. */
export interface Draft {
  readonly read: ReadSubmission;
  readonly sheet: SheetPreview;
  readonly corrections: readonly KeptCorrection[];
}

/** The draft as it is stored. */
export const draftText = (draft: Draft): string => JSON.stringify(draft);

/** The draft as it was stored. */
export const draftOf = (text: string): Draft => {
  // Written by draftText in the same release: drafts are short-lived and nobody else writes them.
  const draft: Draft = JSON.parse(text);
  return draft;
};
