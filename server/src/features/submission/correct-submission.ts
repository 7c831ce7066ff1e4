import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Correction } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { draftText } from './draft';
import { ownDraft } from './own-draft';

const mostCorrections = 200;

/**
 * Reads the original again with a cell corrected. The original stays as it came; the correction is kept with
 * the draft and goes into the audit trail at commit. A correction of the same cell replaces the earlier one.
 */
export const correctSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'originals' | 'reader'>) =>
  async (actor: Actor, submission: number, correction: Correction): Promise<Result<null, Refusal>> => {
    const { stores, clock, originals, reader } = services;
    const found = await ownDraft(stores, actor, submission);
    if (!found.ok) return found;
    const { record, draft } = found.value;
    const { sheet, row, column } = correction;
    const inside = draft.sheet.sheetRows.some((entry) => entry.sheet === sheet && entry.row === row);
    const others = draft.corrections.filter(
      (entry) => entry.sheet !== sheet || entry.row !== row || entry.column !== column,
    );
    if (!inside || others.length >= mostCorrections) {
      return refuse({ code: 'submission.correction-outside', cell: `${column}${row}` });
    }
    const corrections = [...others, correction];
    const bytes = await originals.read(record.sha256);
    const read = await reader.read({
      name: record.fileName,
      bytes,
      today: clock.today(),
      actor,
      corrections,
    });
    if (!read.ok) return refuse({ code: 'submission.file-refused', message: read.refusal.code });
    const { submission: rows, preview } = read.value;
    await stores.submissions.keepDraft(submission, draftText({ read: rows, sheet: preview, corrections }));
    return ok(null);
  };
