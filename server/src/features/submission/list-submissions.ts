import type { Actor } from '@zhibiao/shared/access';
import { isPublished, type LifeState } from '@zhibiao/shared/publication';
import type { FileRefusal, SubmissionStep, SubmissionSummary } from '@zhibiao/shared/submission';
import type { Stores } from '../../stores';
import type { Step, SubmissionRecord } from './submission.store';

const listed = 100;

/** Why a refused file was refused, as `receiveFile` kept it. */
export const fileRefusalOf = (record: Pick<SubmissionRecord, 'state' | 'reason'>): FileRefusal | null => {
  if (record.state !== 'refused') return null;
  // Written by receiveFile: the reason of a refused submission is its refusal as JSON.
  return JSON.parse(record.reason) as FileRefusal;
};

type SummaryStores = Pick<Stores, 'submissions' | 'publications'>;

/** The newest submissions an actor may see: a reviewer all, everyone else their own. */
export const listSubmissions = async (
  stores: SummaryStores,
  actor: Actor,
): Promise<readonly SubmissionSummary[]> => {
  const own = actor.role === 'reviewer' ? {} : { byId: actor.id };
  return summariesOf(stores, await stores.submissions.list({ limit: listed, ...own }));
};

/** One submission of the actor's own by its outside id; somebody else's is as unknown as one that never was. */
export const ownSummary = async (
  stores: SummaryStores,
  actor: Actor,
  outsideId: string,
): Promise<SubmissionSummary | null> => {
  const record = await stores.submissions.findOutside(outsideId);
  if (record === null || record.by.id !== actor.id) return null;
  return (await summariesOf(stores, [record]))[0] ?? null;
};

/** Those that wait for a reviewer, or were decided last; newest first. */
export const listByState = async (
  stores: SummaryStores,
  states: readonly LifeState[],
): Promise<readonly SubmissionSummary[]> =>
  summariesOf(stores, await stores.submissions.list({ limit: listed, states }));

/** A step as people read it. */
export const stepView = ({ state, at, by, said }: Step): SubmissionStep => ({
  state,
  at,
  by: by.name,
  reason: said.reason ?? '',
  cells: said.cells ?? [],
});

/** Submissions with their steps and the publication that first holds them. */
export const summariesOf = async (
  stores: SummaryStores,
  records: readonly SubmissionRecord[],
): Promise<readonly SubmissionSummary[]> => {
  const approved = records.filter(({ state }) => state === 'approved').map(({ id }) => id);
  const [last, publications] = await Promise.all([
    stores.submissions.lastRevisions(approved),
    stores.publications.list(),
  ]);
  const publicationOf = (id: number): number | null =>
    publications.find((publication) => isPublished(last.get(id) ?? 0, publication))?.number ?? null;
  return Promise.all(
    records.map(async (record) => ({
      id: record.outsideId,
      fileName: record.fileName,
      sha256: record.sha256,
      by: record.by.name,
      state: record.state,
      uploadedAt: record.uploadedAt,
      approvedAt: record.state === 'approved' ? record.settledAt : null,
      publication: publicationOf(record.id),
      steps: (await stores.submissions.steps(record.id)).map(stepView),
      counts: record.counts,
      reason: record.state === 'refused' ? '' : record.reason,
      fileRefusal: fileRefusalOf(record),
    })),
  );
};
