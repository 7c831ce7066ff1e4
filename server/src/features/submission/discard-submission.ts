import { isEditable } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn } from '../access';
import type { Committer } from './submit-submission';

/** Ends a draft of the actor's own without storing anything; the original stays, the draft is gone. */
export const discardSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'forecasts'>) =>
  (actor: Committer, submission: string): Promise<Result<null, Refusal>> =>
    services.stores.transaction(async (stores): Promise<Result<null, Refusal>> => {
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
      return ok(null);
    });
