import { refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Correction, KeptCorrection, SheetPreview } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { ownDraft } from './own-draft';
import { rereadSubmission } from './reread-submission';
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
    const found = await ownDraft(services.stores, corrector.actor, submission);
    if (!found.ok) return found;
    const { draft } = found.value;
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
    return rereadSubmission(services)(corrector, found.value, { corrections, told: draft.told });
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
