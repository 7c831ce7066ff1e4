import { demonstrationActors, type Actor } from '@zhibiao/shared/access';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import { waitingFiles, type WaitingFile } from '@zhibiao/shared/demonstration';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Refusal, Result } from '@zhibiao/shared/result';
import { readFileRows } from '../documents';
import {
  forecasterHere,
  forecastsBy,
  receiveFile,
  returnSubmission,
  submitSubmission,
  takeSubmission,
} from '../features/submission';
import type { Originals } from '../originals';
import { withoutSamples } from '../samples-here';
import type { Stores } from '../stores';

/** Where the files go, and the demonstration's present: what comes later is left out. */
export interface WaitingGround {
  readonly stores: Stores;
  readonly originals: Originals;
  readonly index: ProgrammeIndex;
  readonly now: Instant;
}

/**
 * Sends the files that are on their way when the demonstration opens, through the doors that people use. The ledger
 * stays as it is. Another city's programme does not know their indicators and has none.
 */
export const layWaitingFiles = async (ground: WaitingGround): Promise<void> => {
  const { index, now } = ground;
  const people = demonstrationActors(index.programme.departments, index.register).map(({ actor }) => actor);
  const reviewer = people.find(({ role }) => role === 'reviewer');
  for (const file of waitingFiles) {
    const author = people.find(({ id }) => id === file.actorId);
    const last = file.returned?.at ?? file.submittedAt;
    if (author !== undefined && reviewer !== undefined && last <= now)
      await lay(ground, file, { author, reviewer });
  }
};

const lay = async (
  { stores, originals, index }: WaitingGround,
  file: WaitingFile,
  { author, reviewer }: { readonly author: Actor; readonly reviewer: Actor },
): Promise<void> => {
  const bytes = Buffer.from(`\uFEFF${file.text}`, 'utf8');
  const { fileName: name, submittedAt } = file;
  const today = dayOfInstant(submittedAt);
  const read = readFileRows({ name, bytes }, { index, today, actor: author });
  if (!read.ok || read.value.submission.errors > 0) return;
  const ground = { stores, index };
  const services = { ...ground, originals, forecasts: forecastsBy(forecasterHere(ground), stores) };
  const at = (instant: Instant) => ({ now: () => instant, today: () => dayOfInstant(instant) });
  const sending = { ...services, clock: at(submittedAt) };
  const sender = { actor: author, address: '', requestId: '' };
  const reader = { read: () => Promise.resolve(read) };
  const { submission } = await receiveFile({ ...sending, reader, samples: withoutSamples })(sender, {
    name,
    bytes,
  });
  const { position: ledgerPosition } = await stores.observations.position();
  const { reason, explanation, returned } = file;
  done(await submitSubmission(sending)(sender, { submission, ledgerPosition, reason, explanation }));
  if (returned === null) return;
  const reviewing = { stores, clock: at(returned.at) };
  const doer = { ...sender, actor: reviewer };
  done(await takeSubmission(reviewing)(doer, submission));
  const { reason: why, cells } = returned;
  done(await returnSubmission(reviewing)(doer, submission, { reason: why, cells }));
};

const done = (result: Result<unknown, Refusal>): void => {
  if (!result.ok) throw new Error(`the demonstration's waiting file was refused: ${result.refusal.code}`);
};
