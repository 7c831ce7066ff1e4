import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Correction, KeptCorrection, SheetPreview } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { ownDraft } from './own-draft';
import { rereadSubmission } from './reread-submission';
import type { Committer } from './submit-submission';

/** More cells than anybody mends by hand; whoever must change more sends the file again. */
const mostCorrections = 2000;

/**
 * Reads the original again with cells corrected, all of them or none. The original stays as it came; corrections are
 * kept with the draft and go into the audit trail at commit. A correction of the same cell replaces the earlier one,
 * and writing what stood there takes it away.
 * Refused where the draft has been read anew since: since `expectedReading`, where the caller names what it saw, and
 * in any case since this correction began, so that of two at once neither is lost unseen.
 */
export const correctSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'originals' | 'reader' | 'forecasts'>) =>
  async (
    corrector: Committer,
    submission: string,
    asked: { readonly corrections: readonly Correction[]; readonly expectedReading?: number | undefined },
  ): Promise<Result<null, Refusal>> => {
    const found = await ownDraft(services.stores, corrector.actor, submission);
    if (!found.ok) return found;
    const { draft } = found.value;
    // Its lines are staged already: the list is corrected and sent again.
    if (draft.samples !== null) return refuse({ code: 'submission.samples-not-corrected' });
    const { expectedReading } = asked;
    if (expectedReading !== undefined && expectedReading !== draft.reading)
      return refuse({ code: 'submission.reading-moved' });
    const kept = withCorrections(draft.corrections, asked.corrections, draft.sheet);
    if (!kept.ok) return kept;
    return rereadSubmission(services)(corrector, found.value, {
      corrections: kept.value,
      told: draft.told,
    });
  };

/** The corrections with more of them; refused where a cell is not among those shown, or there are too many. */
const withCorrections = (
  kept: readonly KeptCorrection[],
  asked: readonly Correction[],
  { columns, sheetRows }: SheetPreview,
): Result<readonly KeptCorrection[], Refusal> => {
  const cells = new Map(kept.map((correction) => [cellKey(correction), correction]));
  const rows = new Map(sheetRows.map((row) => [rowKey(row), row]));
  const places = new Map(columns.map(({ letter }, place) => [letter, place]));
  for (const correction of asked) {
    const key = cellKey(correction);
    const shown = rows.get(rowKey(correction));
    const earlier = cells.get(key);
    const stood = earlier?.stood ?? shown?.cells[places.get(correction.column) ?? -1] ?? '';
    // The last one said is the last one undone, so a cell said again moves to the end.
    cells.delete(key);
    if (shown === undefined || cells.size >= mostCorrections)
      return refuse({
        code: 'submission.correction-outside',
        cell: `${correction.column}${correction.row}`,
      });
    if (correction.text !== stood) cells.set(key, { ...correction, stood });
  }
  return ok([...cells.values()]);
};

const rowKey = ({ sheet, row }: Pick<Correction, 'sheet' | 'row'>): string => `${sheet}!${row}`;

const cellKey = (correction: Correction): string => `${rowKey(correction)}!${correction.column}`;
