import type { Actor } from '@zhibiao/shared/access';
import { isEditable, isWithReviewer } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Stores } from '../../stores';
import { draftOf, type Draft } from './draft';
import type { SubmissionRecord } from './submission.store';

/** A draft of the actor's own, with the record it belongs to. */
export interface OwnDraft {
  readonly record: SubmissionRecord;
  readonly draft: Draft;
}

/**
 * The actor's own submission as long as it can be changed: while it waits for a reviewer its rows are frozen.
 * Somebody else's is as unknown as one that never was.
 */
export const ownDraft = (
  stores: Pick<Stores, 'submissions'>,
  actor: Actor,
  submission: string,
): Promise<Result<OwnDraft, Refusal>> => own(stores, actor, submission, 'edit');

/** The same to look at: frozen rows too. */
export const ownDraftToRead = (
  stores: Pick<Stores, 'submissions'>,
  actor: Actor,
  submission: string,
): Promise<Result<OwnDraft, Refusal>> => own(stores, actor, submission, 'read');

const own = async (
  stores: Pick<Stores, 'submissions'>,
  actor: Actor,
  submission: string,
  purpose: 'read' | 'edit',
): Promise<Result<OwnDraft, Refusal>> => {
  const record = await stores.submissions.findOutside(submission);
  if (record === null || record.by.id !== actor.id) {
    return refuse({ code: 'submission.unknown', submission });
  }
  const { state } = record;
  const fits = isEditable(state) || (purpose === 'read' && isWithReviewer(state));
  const text = fits ? await stores.submissions.draft(record.id) : null;
  if (text === null) {
    return refuse(
      isWithReviewer(state)
        ? { code: 'submission.wrong-state', submission, state }
        : { code: 'submission.not-draft', submission },
    );
  }
  return ok({ record, draft: draftOf(text) });
};
