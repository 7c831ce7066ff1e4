import { lastSubmit } from '@zhibiao/shared/publication';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { noteWithExplanation } from '@zhibiao/shared/submission';
import { eachRow, type PackedRows } from '../../documents/packed-rows';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn } from '../access';
import type { NewLedgerEntry } from '../observation';
import { draftOf } from './draft';
import { changeKinds } from './forecast-draft';
import { heldBySamples, isStale } from './staged-samples';
import { storableOf } from './storable';
import type { Committer } from './submit-submission';
import { mayMove } from './withdraw-submission';

/** What the reviewer confirms. */
export interface ApproveRequest {
  readonly submission: string;
  /** Ledger position of the forecast that the reviewer saw; a ledger that has moved since is refused. */
  readonly ledgerPosition: number;
  readonly opinion: string;
}

/** What approval did to the ledger. */
export interface Approval {
  readonly submission: string;
  readonly stored: number;
  readonly ledgerPosition: number;
}

/**
 * Stores a submission: revisions, assessments, audit and state in one transaction, wholly or not at all, judged
 * against the ledger as it is now. What is stored is what the reviewer's forecast showed, for the same ledger and day.
 * Refuses the author under whatever role, a submission that is not under review, and a ledger that moved.
 */
export const approveSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'forecasts'>) =>
  (reviewer: Committer, request: ApproveRequest): Promise<Result<Approval, Refusal>> =>
    services.stores.transaction(async (stores): Promise<Result<Approval, Refusal>> => {
      const { clock, forecasts } = services;
      const { submission } = request;
      const present = await stillSignedIn(stores, reviewer);
      if (!present.ok) return present;
      const found = mayMove(
        await stores.submissions.findOutside(submission),
        'approve',
        reviewer,
        submission,
      );
      if (!found.ok) return found;
      const { id: key } = found.value;
      const text = await stores.submissions.draft(key);
      if (text === null) throw new Error(`submission ${key} is under review and has no rows`);
      const draft = draftOf(text);
      const { position } = await stores.observations.position();
      if (position !== request.ledgerPosition || (await isStale(stores, draft)))
        return refuse({ code: 'submission.ledger-moved' });
      const { forecast, judgements } = await forecasts.of({
        submission: key,
        reading: draft.reading,
        day: clock.today(),
      });
      const storable = storableOf(
        draft,
        forecast,
        lastSubmit(await stores.submissions.steps(key))?.said ?? {},
      );
      if (!storable.ok) return storable;
      const { packed, explained, stored, reason } = storable.value;
      const held = await heldBySamples(stores, draft, { packed, kinds: forecast.kinds });
      if (held !== null) return refuse(held);
      const { kinds, counts } = forecast;

      const at = clock.now();
      const ledgerPosition = await stores.observations.append(
        revisionsOf(packed, { kinds, explained }, { submission: key, recordedAt: at }),
      );
      if (draft.samples !== null) await stores.samples.approve(draft.samples.batch, ledgerPosition);
      // Worked out on another thread while the revisions were written.
      await stores.assessments.replace(await judgements());
      const { id, role, name } = reviewer.actor;
      const opinion = request.opinion.trim();
      const by = { id, role, name };
      await stores.submissions.step(key, { state: 'approved', at, by, said: { reason: opinion } });
      await stores.submissions.settle(key, 'approved', {
        at,
        counts: { ...counts, refused: draft.read.rowsRefused },
        reason,
      });
      await stores.submissions.deleteDraft(key);
      await stores.audit.append([
        auditEntry(reviewer, at, {
          event: 'submission.approve',
          object: `submission:${key}`,
          before: { state: 'under-review', ledgerPosition: position },
          after: { state: 'approved', stored, counts, ledgerPosition, reason, opinion },
        }),
      ]);
      forecasts.forget(key);
      return ok({ submission, stored, ledgerPosition });
    });

/** The rows that say something new, as entries of the ledger, one at a time. */
function* revisionsOf(
  rows: PackedRows,
  { kinds, explained }: { readonly kinds: Uint8Array; readonly explained: ReadonlyMap<number, string> },
  { submission, recordedAt }: Pick<NewLedgerEntry, 'submission' | 'recordedAt'>,
): Generator<NewLedgerEntry> {
  let place = -1;
  for (const { indicator, unit, period, basis, figure, note: typed, cell } of eachRow(rows)) {
    place += 1;
    const kind = changeKinds[kinds[place] ?? 0];
    if (kind === 'same') continue;
    const explanation = explained.get(place);
    const note = explanation === undefined ? typed : noteWithExplanation(typed, explanation);
    yield { indicator, unit, period, basis, figure, source: '', note, cell, submission, recordedAt };
  }
}
