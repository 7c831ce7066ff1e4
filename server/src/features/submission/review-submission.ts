import { isWithReviewer, lastSubmit } from '@zhibiao/shared/publication';
import { refuse, ok, type Refusal, type Result } from '@zhibiao/shared/result';
import type { PointedCell, PreviewWithEffects, SubmissionSummary } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { draftOf } from './draft';
import { summariesOf } from './list-submissions';
import { previewWithEffectsOf } from './foresee-submission';
import type { Said } from './submission.store';
import type { Committer } from './submit-submission';
import { moveSubmission } from './withdraw-submission';

/** A submission as its reviewer sees it. */
export interface ReviewView {
  readonly summary: SubmissionSummary;
  /** Whether the reader uploaded it: then somebody else must decide. */
  readonly isOwn: boolean;
  /** What approving it would do, against the ledger as it is now; null once it is decided or withdrawn. */
  readonly preview: PreviewWithEffects | null;
  /** What the author said when submitting it. */
  readonly said: Said;
}

/** Reads a submission for review. A draft that nobody has submitted is nobody's business but its author's. */
export const readReview =
  (services: Pick<Services, 'stores' | 'index' | 'clock' | 'forecasts' | 'samples'>) =>
  async ({ actor }: Committer, submission: string): Promise<Result<ReviewView, Refusal>> => {
    const { stores, index } = services;
    const record = await stores.submissions.findOutside(submission);
    const steps = record === null ? [] : await stores.submissions.steps(record.id);
    const isSeen = steps.length > 0 || record?.state === 'approved';
    if (record === null || !isSeen) {
      return refuse({ code: 'submission.unknown', submission });
    }
    const [summary] = await summariesOf(stores, [record]);
    if (summary === undefined) throw new Error(`submission ${submission} has no summary`);
    const text = isWithReviewer(record.state) ? await stores.submissions.draft(record.id) : null;
    return ok({
      summary,
      isOwn: record.by.id === actor.id,
      preview:
        text === null
          ? null
          : await previewWithEffectsOf(services, { record, draft: draftOf(text) }, [index.whole.code]),
      said: lastSubmit(steps)?.said ?? {},
    });
  };

/** Begins a review: from now on the author cannot withdraw it. */
export const takeSubmission =
  (services: Pick<Services, 'stores' | 'clock'>) =>
  (reviewer: Committer, submission: string): Promise<Result<null, Refusal>> =>
    moveSubmission(services)(reviewer, submission, { move: 'take', state: 'under-review', said: {} });

/** Gives a submission back with a reason that can point at cells; the author corrects and submits it again. */
export const returnSubmission =
  (services: Pick<Services, 'stores' | 'clock'>) =>
  async (
    reviewer: Committer,
    submission: string,
    said: { readonly reason: string; readonly cells: readonly PointedCell[] },
  ): Promise<Result<null, Refusal>> => {
    const reason = said.reason.trim();
    if (reason === '') return refuse({ code: 'publication.return-reason-missing' });
    return moveSubmission(services)(reviewer, submission, {
      move: 'return',
      state: 'returned',
      said: { reason, cells: said.cells },
    });
  };
