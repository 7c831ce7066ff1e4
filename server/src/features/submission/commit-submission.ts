import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Change, Receipt } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { auditEntry, type Doer } from '../access';
import { refreshAlerts } from '../alert';
import { assessAffected } from '../evaluation';
import { ownDraft } from './own-draft';
import { readChanges } from './read-changes';
import { touchedBy } from './touched';

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
 * all. Refuses a draft with errors, a ledger that moved since the preview, a change without a reason.
 */
export const commitSubmission =
  (services: Pick<Services, 'stores' | 'index' | 'clock'>) =>
  (committer: Committer, request: CommitRequest): Promise<Result<Receipt, Refusal>> =>
    services.stores.transaction(async (stores): Promise<Result<Receipt, Refusal>> => {
      const { index, clock } = services;
      const found = await ownDraft(stores, committer.actor, request.submission);
      if (!found.ok) return found;
      const { read, corrections } = found.value.draft;
      if (read.errors > 0) return refuse({ code: 'submission.has-errors', count: read.errors });
      const { position } = await stores.observations.position();
      if (position !== request.ledgerPosition) return refuse({ code: 'submission.ledger-moved' });
      const { changes, counts } = await readChanges(stores, read.rows);
      const stored = changes.filter(({ kind }) => kind !== 'same');
      if (stored.length === 0) return refuse({ code: 'submission.nothing-to-store' });
      const reason = request.reason.trim();
      if (counts.changed > 0 && reason === '') return refuse({ code: 'submission.reason-missing' });

      const at = clock.now();
      const ledgerPosition = await stores.observations.append(
        stored.map((change) => ({ ...revisionOf(change), submission: request.submission, recordedAt: at })),
      );
      const touched = touchedBy(
        stored.map(({ row }) => row),
        index,
      );
      const newest = await assessAffected(stores, index, clock.today(), touched);
      const alerts = await refreshAlerts(stores, newest, at);
      await stores.submissions.settle(request.submission, 'committed', {
        at,
        counts: { ...counts, refused: read.rowsRefused },
        reason,
      });
      await stores.submissions.deleteDraft(request.submission);
      const receipt: Receipt = {
        submission: request.submission,
        stored: stored.length,
        counts,
        ledgerPosition,
        alertsOpened: alerts.opened,
        alertsRecovered: alerts.recovered,
        committedAt: at,
      };
      await stores.audit.append([
        auditEntry(committer, at, {
          event: 'submission.commit',
          object: `submission:${request.submission}`,
          before: { ledgerPosition: position },
          after: { ...receipt, reason, corrections },
        }),
      ]);
      return ok(receipt);
    });

const revisionOf = ({ row }: Change) => ({
  indicator: row.indicator,
  unit: row.unit,
  period: row.period,
  basis: row.basis,
  figure: row.figure,
  source: '',
  note: row.note,
  cell: row.cell,
});
