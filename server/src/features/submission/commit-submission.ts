import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { noteWithExplanation, type Explanation, type Receipt } from '@zhibiao/shared/submission';
import type { NewLedgerEntry } from '../observation';
import { eachRow, rowOf, type PackedRows } from '../../documents/packed-rows';
import type { Services } from '../../services';
import { auditEntry, type Doer } from '../access';
import { refreshAlerts } from '../alert';
import { changeKinds } from './forecast-draft';
import { watchedBy } from './forecasts';
import { ownDraft } from './own-draft';

/** What the uploader confirms: the preview they saw, and why figures change. */
export interface CommitRequest {
  readonly submission: number;
  /** Ledger position of the preview; a ledger that has moved since is refused. */
  readonly ledgerPosition: number;
  readonly reason: string;
  /** Why figures that look strange are right: one text for all rows, or for those that have none of their own. */
  readonly explanation?: string | undefined;
  readonly explanations?: readonly Explanation[] | undefined;
}

/** What is known of who commits. */
export type Committer = Doer & { readonly actor: Actor };

/**
 * Stores a submission: revisions, assessments, alerts, audit and receipt in one transaction, wholly or not at
 * all. What is stored is what the preview forecast, for the same ledger and day. Refuses a draft with errors, a
 * ledger that moved since the preview, a change without a reason, a strange figure without an explanation.
 */
export const commitSubmission =
  (services: Pick<Services, 'stores' | 'index' | 'clock' | 'forecasts'>) =>
  (committer: Committer, request: CommitRequest): Promise<Result<Receipt, Refusal>> =>
    services.stores.transaction(async (stores): Promise<Result<Receipt, Refusal>> => {
      const { index, clock, forecasts } = services;
      const { actor } = committer;
      const { submission } = request;
      const found = await ownDraft(stores, actor, submission);
      if (!found.ok) return found;
      const { read, rows, corrections, reading } = found.value.draft;
      if (read.errors > 0) return refuse({ code: 'submission.has-errors', count: read.errors });
      const { position } = await stores.observations.position();
      if (position !== request.ledgerPosition) return refuse({ code: 'submission.ledger-moved' });
      const day = clock.today();
      const { forecast, judgements } = await forecasts.of({
        submission,
        reading,
        day,
        watched: watchedBy(index, actor),
      });
      const { counts, kinds, plausibility } = forecast;
      if (plausibility.errors > 0)
        return refuse({ code: 'submission.has-errors', count: plausibility.errors });
      const stored = counts.new + counts.changed;
      if (stored === 0) return refuse({ code: 'submission.nothing-to-store' });
      const reason = request.reason.trim();
      if (counts.changed > 0 && reason === '') return refuse({ code: 'submission.reason-missing' });

      const packed = rows();
      const explained = explainRows(packed, plausibility.toExplain, request);
      if (!explained.ok) return explained;

      const at = clock.now();
      const ledgerPosition = await stores.observations.append(
        revisionsOf(packed, { kinds, explained: explained.value }, { submission, recordedAt: at }),
      );
      // Worked out on another thread while the revisions were written.
      const { sheets, alerts: judged } = await judgements();
      await stores.assessments.replace(sheets);
      const alerts = await refreshAlerts(stores, judged, { day, at });
      await stores.submissions.settle(submission, 'committed', {
        at,
        counts: { ...counts, refused: read.rowsRefused },
        reason,
      });
      await stores.submissions.deleteDraft(submission);
      const receipt: Receipt = {
        submission,
        stored,
        counts,
        ledgerPosition,
        alertsOpened: alerts.opened,
        alertsRecovered: alerts.recovered,
        committedAt: at,
      };
      await stores.audit.append([
        auditEntry(committer, at, {
          event: 'submission.commit',
          object: `submission:${submission}`,
          before: { ledgerPosition: position },
          after: { ...receipt, reason, corrections, ...explanationsOf(request) },
        }),
      ]);
      forecasts.forget(submission);
      return ok(receipt);
    });

/** The explanation of each strange row by its place; refused while one has none. */
const explainRows = (
  rows: PackedRows,
  places: Int32Array,
  { explanation = '', explanations = [] }: CommitRequest,
): Result<ReadonlyMap<number, string>, Refusal> => {
  const general = explanation.trim();
  const own = new Map(explanations.map(({ sheet, row, text }) => [`${sheet}!${row}`, text.trim()]));
  const explained = new Map<number, string>();
  for (const place of places) {
    const row = rowOf(rows, place);
    const text = (own.get(`${row.sheet}!${row.row}`) ?? '') || general;
    if (text !== '') explained.set(place, text);
  }
  const count = places.length - explained.size;
  return count > 0 ? refuse({ code: 'submission.explanation-missing', count }) : ok(explained);
};

/** For the audit trail; nothing where nothing had to be explained. */
const explanationsOf = ({ explanation = '', explanations = [] }: CommitRequest) => ({
  ...(explanation.trim() === '' ? {} : { explanation: explanation.trim() }),
  ...(explanations.length === 0 ? {} : { explanations }),
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
