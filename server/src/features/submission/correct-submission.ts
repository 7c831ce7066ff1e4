import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Correction, KeptCorrection, SheetPreview } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { auditEntry, stillSignedIn } from '../access';
import { draftText, packedRowsOf } from './draft';
import { ownDraft } from './own-draft';
import type { Committer } from './submit-submission';

const mostCorrections = 200;

/**
 * Reads the original again with cells corrected, all of them or none. The original stays as it came; corrections are
 * kept with the draft and go into the audit trail at commit. A correction of the same cell replaces the earlier one,
 * and writing what stood there takes it away.
 */
export const correctSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'originals' | 'reader' | 'forecasts'>) =>
  async (
    corrector: Committer,
    submission: string,
    asked: readonly Correction[],
  ): Promise<Result<null, Refusal>> => {
    const { actor } = corrector;
    const { stores, clock, originals, reader, forecasts } = services;
    const found = await ownDraft(stores, actor, submission);
    if (!found.ok) return found;
    const { record, draft } = found.value;
    // Its lines are staged already: the list is corrected and sent again.
    if (draft.samples !== null) return refuse({ code: 'submission.samples-not-corrected' });
    let { corrections } = draft;
    for (const correction of asked) {
      const kept = withCorrection(corrections, correction, draft.sheet);
      if (kept === null) {
        return refuse({
          code: 'submission.correction-outside',
          cell: `${correction.column}${correction.row}`,
        });
      }
      corrections = kept;
    }
    const day = clock.today();
    const bytes = await originals.read(record.sha256);
    const read = await reader.read({
      name: record.fileName,
      bytes,
      today: day,
      actor,
      corrections,
    });
    if (!read.ok) return refuse({ code: 'submission.file-refused', message: read.refusal.code });
    const { submission: rows, preview, layout } = read.value;
    const packed = packedRowsOf(read.value);
    const started = forecasts.begin({ day, source: { kind: 'rows', packed, errors: rows.errors } });
    const reading = draft.reading + 1;
    const stored = await stores.transaction(async (within): Promise<Result<null, Refusal>> => {
      const present = await stillSignedIn(within, corrector);
      if (!present.ok) return present;
      // Submitted while the file was read again: its rows are frozen.
      const still = await ownDraft(within, actor, submission);
      if (!still.ok) return still;
      await within.submissions.keepDraft(
        record.id,
        draftText({
          reading,
          read: rows,
          packed,
          sheet: preview,
          ...(layout === undefined ? {} : { layout }),
          corrections,
        }),
      );
      await within.audit.append([
        auditEntry(corrector, clock.now(), {
          event: 'submission.correct',
          object: `submission:${record.id}`,
          before: { corrections: draft.corrections },
          after: { corrections },
        }),
      ]);
      return ok(null);
    });
    if (!stored.ok) return stored;
    forecasts.keep({ day, submission: record.id, reading }, started);
    return ok(null);
  };

/** The corrections with one more; null where the cell is not among those shown, or there are too many. */
const withCorrection = (
  kept: readonly KeptCorrection[],
  correction: Correction,
  { columns, sheetRows }: SheetPreview,
): readonly KeptCorrection[] | null => {
  const { sheet, row, column, text } = correction;
  const shown = sheetRows.find((entry) => entry.sheet === sheet && entry.row === row);
  const others = kept.filter((entry) => !isSameCell(entry, correction));
  if (shown === undefined || others.length >= mostCorrections) return null;
  const at = columns.findIndex((entry) => entry.letter === column);
  const stood = kept.find((entry) => isSameCell(entry, correction))?.stood ?? shown.cells[at] ?? '';
  return text === stood ? others : [...others, { ...correction, stood }];
};

const isSameCell = (one: Correction, other: Correction): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column;
