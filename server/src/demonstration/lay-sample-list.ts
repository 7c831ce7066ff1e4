import type { Actor } from '@zhibiao/shared/access';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import { ok } from '@zhibiao/shared/result';
import type { SampleDesk } from '../features/sample';
import type { Stores } from '../stores';

/** Where a list goes, and the file that it was kept as. */
export interface ListGround {
  readonly stores: Stores;
  readonly samples: SampleDesk;
  readonly path: string;
}

/** Stages the list of an approved submission by the code that reads uploads, and lets it count from the ledger as it stands. */
export const laySampleList = async (
  { stores, samples, path }: ListGround,
  {
    submission,
    fileName,
    recordedAt,
    actor,
  }: {
    readonly submission: number;
    readonly fileName: string;
    readonly recordedAt: Instant;
    readonly actor: Actor;
  },
): Promise<void> => {
  const today = dayOfInstant(recordedAt);
  const read = await samples.read({ submission, path, name: fileName, today, actor });
  if (read === 'cancelled' || !read.ok || read.value.submission.errors > 0)
    throw new Error(`the demonstration's list ${fileName} could not be read`);
  const { batch } = read.value.samples;
  const done = await stores.transaction(async (tx) => {
    const { position } = await tx.observations.position();
    await tx.samples.approve(batch, position);
    return ok(null);
  });
  if (!done.ok)
    throw new Error(`the demonstration's list ${fileName} could not be stored: ${done.refusal.code}`);
};
