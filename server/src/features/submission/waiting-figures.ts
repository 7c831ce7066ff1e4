import type { Instant } from '@zhibiao/shared/calendar';
import type { ObservationKey } from '@zhibiao/shared/observation';
import { eachRow } from '../../documents/packed-rows';
import type { Stores } from '../../stores';
import { draftOf } from './draft';

/** A figure that has been handed to the reviewers and waits for them. */
interface WaitingFigure extends Omit<ObservationKey, 'basis'> {
  /** When it was first handed in: a return and a second submission do not make it later. */
  readonly since: Instant;
}

const mostSubmissions = 500;

/** Every figure that waits for a reviewer, without its value: who has sent what is no secret, how it is may be. */
export const waitingFigures = async (
  stores: Pick<Stores, 'submissions'>,
): Promise<readonly WaitingFigure[]> => {
  const { submissions } = stores;
  const records = await submissions.list({ limit: mostSubmissions, states: ['submitted', 'under-review'] });
  const found: WaitingFigure[] = [];
  for (const { id, uploadedAt } of records) {
    const text = await submissions.draft(id);
    if (text === null) continue;
    const since = await submittedSince(stores, id, uploadedAt);
    for (const { indicator, unit, period } of eachRow(draftOf(text).rows())) {
      found.push({ indicator, unit, period, since });
    }
  }
  return found;
};

/** When a submission was first handed in; `otherwise` for one that was stored without reviewers. */
export const submittedSince = async (
  { submissions }: Pick<Stores, 'submissions'>,
  submission: number,
  otherwise: Instant,
): Promise<Instant> =>
  (await submissions.steps(submission)).find(({ state }) => state === 'submitted')?.at ?? otherwise;
