import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { KeptCorrection } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { auditEntry, stillSignedIn } from '../access';
import { draftText, packedRowsOf, type ToldLayout } from './draft';
import { ownDraft, type OwnDraft } from './own-draft';
import type { Committer } from './submit-submission';

/** With what a file is read again: all of it, not only what is new. */
export interface Rereading {
  readonly corrections: readonly KeptCorrection[];
  readonly told: ToldLayout | undefined;
  /** Done in the same transaction, when the new reading is kept. */
  readonly alsoKeep?: (stores: Stores) => Promise<void>;
}

/**
 * Reads the kept original of a draft again, with cells corrected and questions answered, and keeps the new reading in
 * place of the old one. The original stays as it came; what changed goes into the audit trail.
 */
export const rereadSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'originals' | 'reader' | 'forecasts'>) =>
  async (
    who: Committer,
    { record, draft }: OwnDraft,
    { corrections, told, alsoKeep }: Rereading,
  ): Promise<Result<null, Refusal>> => {
    const { stores, clock, originals, reader, forecasts } = services;
    const { actor } = who;
    const day = clock.today();
    const bytes = await originals.read(record.sha256);
    const read = await reader.read({
      name: record.fileName,
      bytes,
      today: day,
      actor,
      corrections,
      ...(told === undefined ? {} : { answers: told.answers }),
    });
    if (!read.ok) return refuse({ code: 'submission.file-refused', message: read.refusal.code });
    const { submission: rows, preview, layout } = read.value;
    const packed = packedRowsOf(read.value);
    const started = forecasts.begin({ day, source: { kind: 'rows', packed, errors: rows.errors } });
    const reading = draft.reading + 1;
    const stored = await stores.transaction(async (within): Promise<Result<null, Refusal>> => {
      const present = await stillSignedIn(within, who);
      if (!present.ok) return present;
      // Submitted while the file was read again: its rows are frozen.
      const still = await ownDraft(within, actor, record.outsideId);
      if (!still.ok) return still;
      if (still.value.draft.reading !== draft.reading) return refuse({ code: 'submission.reading-moved' });
      await within.submissions.keepDraft(
        record.id,
        draftText({
          reading,
          read: rows,
          packed,
          sheet: preview,
          ...(layout === undefined ? {} : { layout }),
          ...(told === undefined ? {} : { told }),
          corrections,
        }),
      );
      await alsoKeep?.(within);
      await within.audit.append([
        auditEntry(who, clock.now(), {
          event: 'submission.correct',
          object: `submission:${record.id}`,
          before: { corrections: draft.corrections, ...answersOf(draft.told) },
          after: { corrections, ...answersOf(told) },
        }),
      ]);
      return ok(null);
    });
    if (!stored.ok) return stored;
    forecasts.keep({ day, submission: record.id, reading }, started);
    return ok(null);
  };

const answersOf = (told: ToldLayout | undefined): { readonly answers?: ToldLayout['answers'] } =>
  told === undefined ? {} : { answers: told.answers };
