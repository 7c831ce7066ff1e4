import type { SampledObservation, SampleGroup, SampleRow } from '@zhibiao/shared/sample';

/** A line whose number an earlier line has: what became of it. */
export interface SecondLineFound {
  readonly number: string;
  readonly line: number;
  /** The line that has the number already. */
  readonly first: number;
  readonly kind: 'repeated' | 'contradicts' | 'joined';
}

/** An observation that a batch would make, with where its samples begin. */
export interface StagedObservation extends SampledObservation {
  /** First line of the file with one of its samples; 0 where they all moved elsewhere. */
  readonly firstLine: number;
}

/** What a batch holds beside the batches that were approved before. */
export interface StagedOutcome {
  /** Distinct sample numbers. */
  readonly samples: number;
  readonly failing: number;
  readonly retests: number;
  /** Samples that no approved batch has, that one has otherwise, and that one has just so. */
  readonly new: number;
  readonly revised: number;
  readonly same: number;
  /** How many batches were approved when it was worked out; it holds for no other number. */
  readonly approvals: number;
  /** Every observation that the batch has a part in, as it would stand. */
  readonly observations: readonly StagedObservation[];
}

/**
 * Writes samples beside the server's own writer: rows of batches that nobody has approved, which no page sees. Each call
 * is one short durable transaction that holds the database up for everybody, so it is made only in a turn of the line, but for `reconcile`.
 */
export interface SampleStaging {
  /** A new batch for a submission that has none. */
  begin(submission: number): number;
  /** Keeps rows; their `group` is the place in `groups`. Answers the lines whose number the batch had. */
  write(
    batch: number,
    rows: readonly SampleRow[],
    groups: readonly SampleGroup[],
  ): readonly SecondLineFound[];
  /**
   * Works out what the batch changes, without holding anybody up; `keep`, in a turn, keeps it as its sums. Again
   * whenever another batch was approved.
   */
  reconcile(batch: number): { readonly outcome: StagedOutcome; readonly keep: () => void };
  /** Removes some of a batch that was not approved; true while there is more. */
  removeSome(batch: number): boolean;
  close(): void;
}
