import { isEditable } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn } from '../access';
import type { Committer } from './submit-submission';

/** Ends a draft of the actor's own without storing anything; the original stays, the draft is gone. */
export const discardSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'forecasts' | 'samples'>) =>
  async (actor: Committer, submission: string): Promise<Result<null, Refusal>> => {
    const done = await services.stores.transaction(async (stores): Promise<Result<number, Refusal>> => {
      const present = await stillSignedIn(stores, actor);
      if (!present.ok) return present;
      const record = await stores.submissions.findOutside(submission);
      if (record === null || record.by.id !== actor.actor.id) {
        return refuse({ code: 'submission.unknown', submission });
      }
      if (!isEditable(record.state)) return refuse({ code: 'submission.not-draft', submission });
      const at = services.clock.now();
      const counts = { new: 0, changed: 0, same: 0, refused: 0 };
      const ended = await stores.submissions.settle(record.id, 'discarded', { at, counts, reason: '' });
      if (!ended) return refuse({ code: 'submission.not-draft', submission });
      await stores.submissions.deleteDraft(record.id);
      await stores.audit.append([
        auditEntry(actor, at, { event: 'submission.discard', object: `submission:${record.id}` }),
      ]);
      services.forecasts.forget(record.id);
      return ok(record.id);
    });
    if (!done.ok) return done;
    await dropSamples(services, done.value);
    return ok(null);
  };

/** A list that is being read is given up at its next slice; what was staged goes while nobody waits for it. */
const dropSamples = async (
  { stores, samples }: Pick<Services, 'stores' | 'samples'>,
  submission: number,
): Promise<void> => {
  if (samples.progressOf(submission) !== null) {
    samples.cancel(submission);
    return;
  }
  const batch = await stores.samples.batchOf(submission);
  // What is left over when the server stops meanwhile goes at the next start.
  if (batch !== null) void samples.remove(batch).catch(() => undefined);
};
