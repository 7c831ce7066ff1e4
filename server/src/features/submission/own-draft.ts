import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Stores } from '../../stores';
import { draftOf, type Draft } from './draft';
import type { SubmissionRecord } from './submission.store';

/** A draft of the actor's own, with the record it belongs to. */
export interface OwnDraft {
  readonly record: SubmissionRecord;
  readonly draft: Draft;
}

/** The actor's own draft. Somebody else's submission is as unknown as one that never was. */
export const ownDraft = async (
  stores: Pick<Stores, 'submissions'>,
  actor: Actor,
  submission: number,
): Promise<Result<OwnDraft, Refusal>> => {
  const record = await stores.submissions.find(submission);
  if (record === null || record.by.id !== actor.id) {
    return refuse({ code: 'submission.unknown', submission: String(submission) });
  }
  const text = record.state === 'draft' ? await stores.submissions.draft(submission) : null;
  if (text === null) return refuse({ code: 'submission.not-draft', submission: String(submission) });
  return ok({ record, draft: draftOf(text) });
};
