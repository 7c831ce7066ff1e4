import type { PeriodCode } from '@zhibiao/shared/calendar';
import type { IndicatorCode, UnitCode } from '@zhibiao/shared/programme';
import type { FailingSample, GroupCount, ItemCount } from '@zhibiao/shared/sample';

/** Which samples are asked for. */
export interface SampleFilter {
  readonly indicator: IndicatorCode;
  readonly units: readonly UnitCode[];
  readonly periods: readonly PeriodCode[];
  /** Only of this category; all without. */
  readonly category?: string | undefined;
}

/** What pages ask of the samples. Each answer is read from sums, whose number does not grow with the samples. */
export interface SampleReads {
  /** Groups with samples. */
  counts(filter: SampleFilter): Promise<readonly GroupCount[]>;
  /** Failing items; a sample counts for each of its items. */
  items(filter: SampleFilter): Promise<readonly ItemCount[]>;
  /** Failing samples as their newest revision has them, newest day first. */
  failing(filter: SampleFilter, limit: number): Promise<readonly FailingSample[]>;
  /** The submissions that brought them, newest first, with what each changed in their number. */
  sources(
    filter: SampleFilter,
  ): Promise<readonly { readonly submission: number; readonly samples: number }[]>;
}

/** Batches of samples that were approved. */
export interface SampleStore extends SampleReads {
  /** As they were when the ledger had come to a position. */
  upTo(position: number): SampleReads;
  /** How many batches were approved so far. */
  approvals(): Promise<number>;
  /** The batch of a submission; null where it brought no samples. */
  batchOf(submission: number): Promise<number | null>;
  /** Lets a batch count from now on. */
  approve(batch: number, ledgerPosition: number): Promise<void>;
  /** Every `indicator|unit|period` with samples: its figure is theirs. */
  heldKeys(): Promise<ReadonlySet<string>>;
  /** All groups counted from their sums, or again from the rows themselves, which takes long: for `verify`. */
  counted(from: 'sums' | 'rows'): Promise<readonly GroupCount[]>;
  /** Batches of submissions that ended without approval, and those that were being read: to be removed. */
  leftOver(): Promise<readonly number[]>;
}
