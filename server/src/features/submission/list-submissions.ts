import type { Actor } from '@zhibiao/shared/access';
import type { FileRefusal, SubmissionSummary } from '@zhibiao/shared/submission';
import type { Stores } from '../../stores';
import type { SubmissionRecord } from './submission.store';

const listed = 100;

/** Why a refused file was refused, as `receiveFile` kept it. */
export const fileRefusalOf = (record: Pick<SubmissionRecord, 'state' | 'reason'>): FileRefusal | null => {
  if (record.state !== 'refused') return null;
  // Written by receiveFile: the reason of a refused submission is its refusal as JSON.
  return JSON.parse(record.reason) as FileRefusal;
};

/** The newest submissions an actor may see: a reviewer all, everyone else their own. */
export const listSubmissions = async (
  stores: Pick<Stores, 'submissions'>,
  actor: Actor,
): Promise<readonly SubmissionSummary[]> => {
  const own = actor.role === 'reviewer' ? {} : { byId: actor.id };
  const records = await stores.submissions.list({ limit: listed, ...own });
  return records.map((record) => ({
    id: record.id,
    fileName: record.fileName,
    sha256: record.sha256,
    by: record.by.name,
    state: record.state,
    uploadedAt: record.uploadedAt,
    committedAt: record.state === 'committed' ? record.settledAt : null,
    counts: record.counts,
    reason: record.state === 'refused' ? '' : record.reason,
    fileRefusal: fileRefusalOf(record),
  }));
};
