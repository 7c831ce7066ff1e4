import { mayReport, type Actor } from '@zhibiao/shared/access';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { afterMove } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Explanation, Receipt } from '@zhibiao/shared/submission';
import { eachSubject, type PackedRows } from '../../documents/packed-rows';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn, type Doer } from '../access';
import { ownDraft } from './own-draft';
import { heldBySamples, isStale } from './staged-samples';
import { storableOf } from './storable';
import type { Said } from './submission.store';

/** What the uploader confirms: the preview they saw, and why figures change. */
export interface SubmitRequest {
  readonly submission: string;
  /** Ledger position of the preview; a ledger that has moved since is refused. */
  readonly ledgerPosition: number;
  readonly reason: string;
  /** Why figures that look strange are right: one text for all rows, or for those that have none of their own. */
  readonly explanation?: string | undefined;
  readonly explanations?: readonly Explanation[] | undefined;
}

/** What is known of who submits, withdraws or decides. */
export type Committer = Doer & { readonly actor: Actor };

/**
 * Hands a draft to the reviewers. Its rows are frozen with what was said of them; nothing enters the ledger. Refuses a
 * draft with errors, a ledger that moved since the preview, a change without a reason, a strange figure without an
 * explanation, and rows that have left the author's scope since they were read (reliability.md F10).
 */
export const submitSubmission =
  (services: Pick<Services, 'stores' | 'index' | 'clock' | 'forecasts'>) =>
  async (committer: Committer, request: SubmitRequest): Promise<Result<Receipt, Refusal>> => {
    const { index, clock, forecasts } = services;
    const { actor } = committer;
    const { submission } = request;
    return services.stores.transaction(async (stores): Promise<Result<Receipt, Refusal>> => {
      const present = await stillSignedIn(stores, committer);
      if (!present.ok) return present;
      const found = await ownDraft(stores, actor, submission);
      if (!found.ok) return found;
      const { record, draft } = found.value;
      const { id: key } = record;
      const state = afterMove(
        'submit',
        { id: submission, state: record.state, author: record.by.id },
        actor.id,
      );
      if (!state.ok) return state;
      if (draft.read.errors > 0) return refuse({ code: 'submission.has-errors', count: draft.read.errors });
      const { position } = await stores.observations.position();
      if (position !== request.ledgerPosition || (await isStale(stores, draft)))
        return refuse({ code: 'submission.ledger-moved' });
      const { forecast } = await forecasts.of({
        submission: key,
        reading: draft.reading,
        day: clock.today(),
      });
      const said = saidOf(request);
      const storable = storableOf(draft, forecast, said);
      if (!storable.ok) return storable;
      const held = await heldBySamples(stores, draft, {
        packed: storable.value.packed,
        kinds: forecast.kinds,
      });
      if (held !== null) return refuse(held);
      const foreign = outsideScope(storable.value.packed, actor, index);
      if (foreign !== null) return refuse({ code: 'access.outside-scope', what: foreign });
      const at = clock.now();
      const by = { id: actor.id, role: actor.role, name: actor.name };
      await stores.submissions.step(key, { state: 'submitted', at, by, said });
      const { counts } = forecast;
      const { stored } = storable.value;
      await stores.audit.append([
        auditEntry(committer, at, {
          event: 'submission.submit',
          object: `submission:${key}`,
          before: { state: record.state, ledgerPosition: position },
          after: { state: 'submitted', stored, counts, corrections: draft.corrections, ...said },
        }),
      ]);
      return ok({ submission, stored, counts, submittedAt: at });
    });
  };

const saidOf = ({ reason, explanation = '', explanations = [] }: SubmitRequest): Said => ({
  reason: reason.trim(),
  ...(explanation.trim() === '' ? {} : { explanation: explanation.trim() }),
  ...(explanations.length === 0 ? {} : { explanations }),
});

/** The first unit or indicator of a row that is not the author's to report any more; null where all are. */
const outsideScope = (rows: PackedRows, actor: Actor, index: ProgrammeIndex): string | null => {
  for (const { indicator, unit } of eachSubject(rows)) {
    const known = index.indicator(indicator);
    if (known === undefined || !mayReport(actor, known, unit)) return known?.name.zh ?? indicator;
  }
  return null;
};
