import type { Instant } from '@zhibiao/shared/calendar';
import type { LayoutAnswers } from '@zhibiao/shared/submission';

/** What somebody answered about a layout, kept for the next file of it. */
export interface RememberedLayout {
  /** `layoutSignature` of the sheet: its headings without what changes from period to period. */
  readonly signature: string;
  readonly answers: LayoutAnswers;
  readonly at: Instant;
}

/** Answers by whose files they are for and by layout; a newer answer takes the place of the older one. */
export interface LayoutMemoryStore {
  recall(owner: string, signatures: readonly string[]): Promise<readonly RememberedLayout[]>;
  remember(owner: string, layout: RememberedLayout): Promise<void>;
  /** How many were forgotten. */
  forget(owner: string, signatures: readonly string[]): Promise<number>;
}
