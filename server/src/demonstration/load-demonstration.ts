import { demonstrationActors, type Actor } from '@zhibiao/shared/access';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import { demonstrationLists, demonstrationSubmissions } from '@zhibiao/shared/demonstration';
import type { Observation } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok } from '@zhibiao/shared/result';
import { publishedFileName } from '@zhibiao/shared/wording';
import { assessAffected } from '../features/evaluation';
import { publish, touchedSince, type Publisher } from '../features/publication';
import type { SampleDesk } from '../features/sample';
import { newOutsideId } from '../features/submission';
import type { Originals } from '../originals';
import type { Stores } from '../stores';
import {
  demonstrationPublications,
  newestFigures,
  type PublicationWords,
} from './demonstration-publications';
import { laySampleList } from './lay-sample-list';
import { layWaitingFiles } from './lay-waiting-files';
import { originalOf } from './original-of';
import { readReferenceFigures } from './reference-figures';
import { rectificationWalker } from './walk-rectifications';

/** One submission to lay into an empty ledger as if it had been committed at its time. */
interface PastSubmission {
  readonly fileName: string;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly reason: string;
  readonly observations: readonly Observation[];
  /** The list of samples that it brings, as text, and how many figures that adds up to; null for a table of figures. */
  readonly list: { readonly text: string; readonly figures: number } | null;
}

const pastSubmissions = async (
  index: ProgrammeIndex,
  referenceFile: string,
  today: string,
): Promise<readonly PastSubmission[]> => {
  const people = demonstrationActors(index.programme.departments, index.register);
  const statistician = people.find(({ actor }) => actor.role === 'statistician')?.actor;
  if (statistician === undefined) throw new Error('the demonstration has no statistician');
  const actorOf = (id: string): Actor => people.find((person) => person.id === id)?.actor ?? statistician;
  const invented = demonstrationSubmissions(index.programme, index.register).map(
    ({ actorId, ...submission }): PastSubmission => ({ ...submission, actor: actorOf(actorId), list: null }),
  );
  const published = (await readReferenceFigures(referenceFile, index)).map(
    ({ recordedAt, observations }): PastSubmission => ({
      fileName: publishedFileName(dayOfInstant(recordedAt)),
      recordedAt,
      actor: statistician,
      reason: '',
      observations,
      list: null,
    }),
  );
  const lists = demonstrationLists(index.programme, index.register).map(
    ({ fileName, recordedAt, actorId, observations, text }): PastSubmission => ({
      fileName,
      recordedAt,
      actor: actorOf(actorId),
      reason: '',
      observations: [],
      list: { text, figures: observations },
    }),
  );
  return [...invented, ...published, ...lists]
    .filter(({ recordedAt }) => dayOfInstant(recordedAt) <= today)
    .sort((one, other) =>
      one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0,
    );
};

/**
 * Fills an empty instance with the demonstration's history, each submission under its own date and each quarter
 * published under its own, so that the ledger, the versions and the alerts have a past. One transaction each, as in
 * real life.
 */
export const loadDemonstration = async (options: {
  readonly stores: Stores;
  readonly originals: Originals;
  readonly index: ProgrammeIndex;
  readonly referenceFile: string;
  readonly samples: SampleDesk;
  readonly now: Instant;
}): Promise<number> => {
  const { stores, originals, index, samples, now } = options;
  const past = await pastSubmissions(index, options.referenceFile, dayOfInstant(now));
  const reviewer = demonstrationActors(index.programme.departments, index.register).find(
    ({ actor }) => actor.role === 'reviewer',
  )?.actor;
  if (reviewer === undefined) throw new Error('the demonstration has no reviewer');
  const publisher: Publisher = { actor: reviewer, address: '', requestId: '' };
  const walkUntil = rectificationWalker(stores, index);
  const publishAt = async (at: Instant, { note, reason }: PublicationWords): Promise<void> => {
    await walkUntil(at);
    const clock = { now: () => at, today: () => dayOfInstant(at) };
    const made = await publish({ stores, index, clock })(publisher, { note, reason, position: null });
    if (!made.ok && made.refusal.code !== 'publication.nothing-to-publish') {
      throw new Error(`the demonstration could not be published: ${made.refusal.code}`);
    }
  };
  const due = demonstrationPublications.filter(({ publishedAt }) => publishedAt <= now);
  for (const submission of past) {
    while (due[0] !== undefined && due[0].publishedAt < submission.recordedAt) {
      await publishAt(due[0].publishedAt, due[0]);
      due.shift();
    }
    const { list } = submission;
    const bytes =
      list === null ? originalOf(submission.observations, index) : Buffer.from(`\uFEFF${list.text}`);
    const sha256 = await originals.keep(bytes);
    const stored = await stores.transaction(async (tx) => {
      return ok(await layDown(tx, submission, { sha256, bytes: bytes.byteLength }));
    });
    if (!stored.ok) throw new Error(`the demonstration could not be stored: ${stored.refusal.code}`);
    if (list !== null) {
      const ground = { stores, samples, path: originals.pathOf(sha256) };
      await laySampleList(ground, { ...submission, submission: stored.value });
    }
  }
  for (const publication of due) await publishAt(publication.publishedAt, publication);
  // A business clock of another day may leave some unpublished; the demonstration shows everything it has.
  await publishAt(now, newestFigures);
  await assessEverything(stores, index, past, now);
  await walkUntil(now);
  await layWaitingFiles({ stores, originals, index, now });
  return past.length;
};

const layDown = async (
  stores: Stores,
  submission: PastSubmission,
  original: { readonly sha256: string; readonly bytes: number },
): Promise<number> => {
  const { actor, fileName, recordedAt, reason, observations, list } = submission;
  const by = { id: actor.id, role: actor.role, name: actor.name };
  const id = await stores.submissions.create({
    outsideId: newOutsideId(),
    fileName,
    ...original,
    by,
    uploadedAt: recordedAt,
  });
  await stores.observations.append(
    observations.map((observation, row) => ({
      ...observation,
      submission: id,
      recordedAt,
      cell: `${fileName}!F${row + 2}`,
    })),
  );
  const changed = reason === '' ? 0 : observations.length;
  const counts = { new: observations.length - changed, changed, same: list?.figures ?? 0, refused: 0 };
  await stores.submissions.settle(id, 'approved', { at: recordedAt, counts, reason });
  return id;
};

/** Judges every year as seen today: what was in progress when it was reported is closed by now. */
const assessEverything = async (
  stores: Stores,
  index: ProgrammeIndex,
  past: readonly PastSubmission[],
  now: Instant,
): Promise<void> => {
  const today = dayOfInstant(now);
  const figures = past.flatMap(({ observations }) => observations);
  const done = await stores.transaction(async (tx) => {
    await tx.assessments.clear();
    await assessAffected(tx, index, today, touchedSince(index, figures, today, null));
    return ok(null);
  });
  if (!done.ok) throw new Error(`the demonstration could not be judged: ${done.refusal.code}`);
};
