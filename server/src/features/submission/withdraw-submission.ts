import { afterMove, type Move } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn } from '../access';
import type { Said, Step, SubmissionRecord } from './submission.store';
import type { Committer } from './submit-submission';

/** A move that only says where a submission stands from now on. */
export interface PlainMove {
  readonly move: Extract<Move, 'withdraw' | 'take' | 'return'>;
  readonly state: Step['state'];
  readonly said: Said;
}

/** Takes one of the moves that change nothing but the state, audited in the same transaction. */
export const moveSubmission =
  ({ stores, clock }: Pick<Services, 'stores' | 'clock'>) =>
  (
    committer: Committer,
    submission: string,
    { move, state, said }: PlainMove,
  ): Promise<Result<null, Refusal>> =>
    stores.transaction(async (tx): Promise<Result<null, Refusal>> => {
      const present = await stillSignedIn(tx, committer);
      if (!present.ok) return present;
      const record = await tx.submissions.findOutside(submission);
      const allowed = mayMove(record, move, committer, submission);
      if (!allowed.ok) return allowed;
      const { id, role, name } = committer.actor;
      const at = clock.now();
      const { id: key } = allowed.value;
      await tx.submissions.step(key, { state, at, by: { id, role, name }, said });
      await tx.audit.append([
        auditEntry(committer, at, {
          event: move === 'take' ? 'submission.review' : `submission.${move}`,
          object: `submission:${key}`,
          before: { state: allowed.value.state },
          after: { state, ...said },
        }),
      ]);
      return ok(null);
    });

/** Whether others than the author may know that there is something in this state. */
const wasHandedIn = (state: SubmissionRecord['state']): boolean =>
  state !== 'draft' && state !== 'discarded' && state !== 'refused';

/** The record of a submission that this person may move so; whoever may not hears why, or that there is none. */
export const mayMove = (
  record: SubmissionRecord | null,
  move: Move,
  { actor }: Committer,
  submission: string,
): Result<SubmissionRecord, Refusal> => {
  // What was never handed in is there for its author alone.
  if (record === null || (!wasHandedIn(record.state) && record.by.id !== actor.id))
    return refuse({ code: 'submission.unknown', submission });
  const { state, by } = record;
  const after = afterMove(move, { id: submission, state, author: by.id }, actor.id);
  return after.ok ? ok(record) : after;
};

/** Takes a submission back before a reviewer has begun with it; it can then be corrected and submitted again. */
export const withdrawSubmission =
  (services: Pick<Services, 'stores' | 'clock'>) =>
  (committer: Committer, submission: string): Promise<Result<null, Refusal>> =>
    moveSubmission(services)(committer, submission, { move: 'withdraw', state: 'withdrawn', said: {} });
