import type { Actor } from '@zhibiao/shared/access';
import type { PlainDate } from '@zhibiao/shared/calendar';
import type { Result } from '@zhibiao/shared/result';
import type { FileRefusal, ReadSubmission, SheetPreview } from '@zhibiao/shared/submission';
import type { StagedOutcome } from './sample-staging.store';

/** A list of samples to be read and staged. */
export interface SampleWork {
  readonly submission: number;
  /** Where the original lies. */
  readonly path: string;
  /** As its uploader called it. */
  readonly name: string;
  readonly today: PlainDate;
  readonly actor?: Actor | undefined;
}

/** What a draft keeps of the samples behind its rows. */
export interface StagedSamples extends Omit<StagedOutcome, 'observations'> {
  readonly batch: number;
  /** The sheet with the list; empty for a text, and where several sheets hold it together. */
  readonly sheet: string;
  /** Headings of columns about persons, whose values were dropped. */
  readonly personal: readonly string[];
}

/** A list of samples read: its rows are the observations that they add up to. */
export interface SampleReading {
  readonly submission: ReadSubmission;
  readonly preview: SheetPreview;
  readonly samples: StagedSamples;
}

/** How far reading has come. */
export interface SampleProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly size: number;
}

/** What reading came to; cancelled leaves nothing. */
export type SampleAnswer = Result<SampleReading, FileRefusal> | 'cancelled';

/** Reads lists of samples and stages them, apart from the server's own thread. */
export interface SampleDesk {
  /** One after another; rejects only for faults of ours. What was staged is removed unless the answer is a reading. */
  read(work: SampleWork): Promise<SampleAnswer>;
  /** How far the list of a submission has been read; null where it is not being read. */
  progressOf(submission: number): SampleProgress | null;
  /** Stops reading the list of a submission at its next slice. */
  cancel(submission: number): void;
  /** What a staged batch changes now, after others were approved. */
  reconcile(batch: number): Promise<StagedOutcome>;
  /** Removes a batch that was not approved. */
  remove(batch: number): Promise<void>;
  close(): Promise<void>;
}
