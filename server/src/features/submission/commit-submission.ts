import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Receipt } from '@zhibiao/shared/submission';
import type { NewLedgerEntry } from '../observation';
import { eachRow, type PackedRows } from '../../documents/packed-rows';
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
}

/** What is known of who commits. */
export type Committer = Doer & { readonly actor: Actor };

/**
 * Stores a submission: revisions, assessments, alerts, audit and receipt in one transaction, wholly or not at
 * all. What is stored is what the preview forecast, for the same ledger and day. Refuses a draft with errors, a
 * ledger that moved since the preview, a change without a reason.
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
      const { counts, kinds } = forecast;
      const stored = counts.new + counts.changed;
      if (stored === 0) return refuse({ code: 'submission.nothing-to-store' });
      const reason = request.reason.trim();
      if (counts.changed > 0 && reason === '') return refuse({ code: 'submission.reason-missing' });

      const at = clock.now();
      const ledgerPosition = await stores.observations.append(
        revisionsOf(rows(), kinds, { submission, recordedAt: at }),
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
          after: { ...receipt, reason, corrections },
        }),
      ]);
      forecasts.forget(submission);
      return ok(receipt);
    });

/** The rows that say something new, as entries of the ledger, one at a time. */
function* revisionsOf(
  rows: PackedRows,
  kinds: Uint8Array,
  about: Pick<NewLedgerEntry, 'submission' | 'recordedAt'>,
): Generator<NewLedgerEntry> {
  let place = 0;
  for (const { indicator, unit, period, basis, figure, note, cell } of eachRow(rows)) {
    const kind = changeKinds[kinds[place] ?? 0];
    place += 1;
    if (kind === 'same') continue;
    const { submission, recordedAt } = about;
    yield { indicator, unit, period, basis, figure, source: '', note, cell, submission, recordedAt };
  }
}
