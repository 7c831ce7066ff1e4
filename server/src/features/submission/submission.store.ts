import type { Instant } from '@zhibiao/shared/calendar';
import type { LifeState } from '@zhibiao/shared/publication';
import type { Explanation, PointedCell } from '@zhibiao/shared/submission';
import type { Author } from '../access/author';

/** A file as it arrived. The original itself is kept beside the database, named by its hash. */
export interface NewSubmission {
  /** By which it is asked for from outside: 128 random bits, 32 lower-case hexadecimal digits. */
  readonly outsideId: string;
  readonly fileName: string;
  /** SHA-256 of the original, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly by: Author;
  readonly uploadedAt: Instant;
}

/** What storing the rows did to the ledger, or would have done. */
export interface SubmissionCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}

/** How a submission ended. */
export interface Settlement {
  readonly at: Instant;
  readonly counts: SubmissionCounts;
  /** Why figures change or why the file is declined; empty when nobody had to say. */
  readonly reason: string;
}

/** One file's journey from upload to commit. */
export interface SubmissionRecord extends NewSubmission {
  /** Rising by one; inside only, where ledger and audit trail name it. */
  readonly id: number;
  readonly state: LifeState;
  /** When it was approved, discarded or refused; null before. */
  readonly settledAt: Instant | null;
  readonly counts: SubmissionCounts;
  readonly reason: string;
}

/** What was said with a step; what does not belong to it is left out. */
export interface Said {
  readonly reason?: string;
  /** For a return. */
  readonly cells?: readonly PointedCell[];
  /** For a submit: why strange figures are right. */
  readonly explanation?: string;
  readonly explanations?: readonly Explanation[];
}

/** One step of a submission between draft and decision; never changed. */
export interface Step {
  readonly state: 'submitted' | 'under-review' | 'returned' | 'withdrawn' | 'approved';
  readonly at: Instant;
  readonly by: Author;
  readonly said: Said;
}

/** Which submissions are listed, newest first. */
export interface SubmissionFilter {
  /** 1…500. */
  readonly limit: number;
  /** Only those older than this id, for the next page. */
  readonly before?: number;
  /** Only those of one person. */
  readonly byId?: string;
  readonly states?: readonly LifeState[];
}

/** Uploaded files, their drafts and what became of them. Only drafts are ever deleted. */
export interface SubmissionStore {
  /** Records an upload as a draft; answers its id, rising by one. */
  create(submission: NewSubmission): Promise<number>;
  find(id: number): Promise<SubmissionRecord | null>;
  /** By the id that addresses and requests carry. */
  findOutside(outsideId: string): Promise<SubmissionRecord | null>;
  /** Every submission of the same bytes, newest first. */
  bySha(sha256: string): Promise<readonly SubmissionRecord[]>;
  list(filter: SubmissionFilter): Promise<readonly SubmissionRecord[]>;
  /** Keeps what was read from the file, as one JSON text; replaces an earlier one. */
  keepDraft(id: number, content: string): Promise<void>;
  draft(id: number): Promise<string | null>;
  /** Submissions whose file was still being read when the service stopped: drafts without content. */
  unread(): Promise<readonly number[]>;
  deleteDraft(id: number): Promise<void>;
  /** Adds a step; the newest one says where the submission stands. Whether it may be taken is for the rules to say. */
  step(id: number, step: Step): Promise<void>;
  /** Oldest first. */
  steps(id: number): Promise<readonly Step[]>;
  /** Ends it for good; false when it had ended before, and then nothing changed. */
  settle(id: number, state: 'approved' | 'discarded' | 'refused', settlement: Settlement): Promise<boolean>;
  /** Highest revision id of each of some submissions that are in the ledger. */
  lastRevisions(ids: readonly number[]): Promise<ReadonlyMap<number, number>>;
}
