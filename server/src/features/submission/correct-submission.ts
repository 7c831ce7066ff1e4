import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Correction } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { draftText, packedRowsOf } from './draft';
import { watchedBy } from './forecasts';
import { ownDraft } from './own-draft';

const mostCorrections = 200;

/**
 * Reads the original again with a cell corrected. The original stays as it came; the correction is kept with
 * the draft and goes into the audit trail at commit. A correction of the same cell replaces the earlier one, and
 * writing what stood there takes it away.
 */
export const correctSubmission =
  (services: Pick<Services, 'stores' | 'index' | 'clock' | 'originals' | 'reader' | 'forecasts'>) =>
  async (actor: Actor, submission: number, correction: Correction): Promise<Result<null, Refusal>> => {
    const { stores, index, clock, originals, reader, forecasts } = services;
    const found = await ownDraft(stores, actor, submission);
    if (!found.ok) return found;
    const { record, draft } = found.value;
    const { sheet, row, column } = correction;
    const shown = draft.sheet.sheetRows.find((entry) => entry.sheet === sheet && entry.row === row);
    const at = draft.sheet.columns.findIndex((entry) => entry.letter === column);
    const others = draft.corrections.filter((entry) => !isSameCell(entry, correction));
    if (shown === undefined || others.length >= mostCorrections) {
      return refuse({ code: 'submission.correction-outside', cell: `${column}${row}` });
    }
    const stood =
      draft.corrections.find((entry) => isSameCell(entry, correction))?.stood ?? shown.cells[at] ?? '';
    const corrections = correction.text === stood ? others : [...others, { ...correction, stood }];
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
    const { submission: rows, preview } = read.value;
    const packed = packedRowsOf(read.value);
    const about = { day, watched: watchedBy(index, actor) };
    const started = forecasts.begin({ ...about, source: { kind: 'rows', packed, errors: rows.errors } });
    const reading = draft.reading + 1;
    await stores.submissions.keepDraft(
      submission,
      draftText({ reading, read: rows, packed, sheet: preview, corrections }),
    );
    forecasts.keep({ ...about, submission, reading }, started);
    return ok(null);
  };

const isSameCell = (one: Correction, other: Correction): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column;
