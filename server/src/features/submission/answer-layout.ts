import { refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import {
  lastingAnswers,
  takeAnswers,
  type GivenAnswers,
  type LayoutAnswers,
} from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { memoryOwner } from './layout-memory';
import { ownDraft, type OwnDraft } from './own-draft';
import { rereadSubmission } from './reread-submission';
import type { Committer } from './submit-submission';

type Ground = Pick<Services, 'stores' | 'clock' | 'originals' | 'reader' | 'forecasts' | 'index'>;

/**
 * Reads a draft's original again with what its author answers about headings, names and subjects. With `remember` the
 * answers, but never the period, hold for the next file of the same layout too. Refuses answers that name nothing.
 */
export const answerLayout =
  (services: Ground) =>
  async (
    who: Committer,
    submission: string,
    { given, remember }: { readonly given: GivenAnswers; readonly remember: boolean },
  ): Promise<Result<null, Refusal>> => {
    const found = await tableDraft(services, who, submission);
    if (!found.ok) return found;
    const { draft } = found.value;
    const answers = takeAnswers(draft.told?.answers ?? {}, given, services.index);
    if (!answers.ok) return answers;
    return rereadSubmission(services)(who, found.value, {
      corrections: draft.corrections,
      told: { answers: answers.value },
      ...(remember ? { alsoKeep: remembering(services, who, draft.layout, answers.value) } : {}),
    });
  };

/** Reads a draft's original without any answer, and forgets what was remembered of its layout. */
export const forgetLayout =
  (services: Ground) =>
  async (who: Committer, submission: string): Promise<Result<null, Refusal>> => {
    const found = await tableDraft(services, who, submission);
    if (!found.ok) return found;
    const { draft } = found.value;
    const signatures = draft.layout?.signatures.map(({ signature }) => signature) ?? [];
    return rereadSubmission(services)(who, found.value, {
      corrections: draft.corrections,
      told: undefined,
      alsoKeep: async ({ layouts }) => {
        await layouts.forget(memoryOwner(who.actor), signatures);
      },
    });
  };

/** The author's own draft of a table; the lines of a list of samples are staged already. */
const tableDraft = async (
  { stores }: Ground,
  { actor }: Committer,
  submission: string,
): Promise<Result<OwnDraft, Refusal>> => {
  const found = await ownDraft(stores, actor, submission);
  return found.ok && found.value.draft.samples !== null
    ? refuse({ code: 'submission.samples-not-corrected' })
    : found;
};

const remembering =
  (
    { clock }: Pick<Ground, 'clock'>,
    { actor }: Committer,
    layout: OwnDraft['draft']['layout'],
    answers: LayoutAnswers,
  ) =>
  async ({ layouts }: Pick<Stores, 'layouts'>): Promise<void> => {
    const lasting = lastingAnswers(answers);
    for (const { signature } of layout?.signatures ?? [])
      await layouts.remember(memoryOwner(actor), { signature, answers: lasting, at: clock.now() });
  };
