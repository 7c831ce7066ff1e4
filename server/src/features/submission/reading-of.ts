import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { ReadingView } from '@zhibiao/shared/submission';
import type { Services } from '../../services';

/** How far the actor's own file has been read. Somebody else's is as unknown as one that never was. */
export const readingOf =
  ({ stores, samples }: Pick<Services, 'stores' | 'samples'>) =>
  async (actor: Actor, submission: string): Promise<Result<ReadingView, Refusal>> => {
    const record = await stores.submissions.findOutside(submission);
    if (record === null || record.by.id !== actor.id)
      return refuse({ code: 'submission.unknown', submission });
    const progress = samples.progressOf(record.id);
    if (progress !== null) return ok({ state: 'reading', ...progress });
    // Between the last line and the draft there is a moment.
    const isUnread = record.state === 'draft' && (await stores.submissions.unread()).includes(record.id);
    return ok(
      isUnread ? { state: 'reading', rows: 0, bytes: record.bytes, size: record.bytes } : { state: 'ready' },
    );
  };
