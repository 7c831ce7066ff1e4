import { isEditable } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import { auditEntry } from '../access';
import type { Committer } from './submit-submission';

/** Ends a draft of the actor's own without storing anything; the original stays, the draft is gone. */
export const discardSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'forecasts'>) =>
  (actor: Committer, submission: number): Promise<Result<null, Refusal>> =>
    services.stores.transaction(async (stores): Promise<Result<null, Refusal>> => {
      const record = await stores.submissions.find(submission);
      const name = String(submission);
      if (record === null || record.by.id !== actor.actor.id) {
        return refuse({ code: 'submission.unknown', submission: name });
      }
      if (!isEditable(record.state)) return refuse({ code: 'submission.not-draft', submission: name });
      const at = services.clock.now();
      const counts = { new: 0, changed: 0, same: 0, refused: 0 };
      const ended = await stores.submissions.settle(submission, 'discarded', { at, counts, reason: '' });
      if (!ended) return refuse({ code: 'submission.not-draft', submission: name });
      await stores.submissions.deleteDraft(submission);
      await stores.audit.append([
        auditEntry(actor, at, { event: 'submission.discard', object: `submission:${name}` }),
      ]);
      services.forecasts.forget(submission);
      return ok(null);
    });
