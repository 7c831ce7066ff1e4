import { refuse, ok, type Refusal, type Result } from '@zhibiao/shared/result';
import { explainRows } from './explain-rows';
import type { Draft } from './draft';
import type { Forecast } from './forecast.store';
import type { Said } from './submission.store';
import type { PackedRows } from '../../documents/packed-rows';

/** Rows that may be stored, each strange one with its explanation. */
export interface Storable {
  readonly packed: PackedRows;
  readonly explained: ReadonlyMap<number, string>;
  /** Rows that say something new; none where samples changed and their sums did not. */
  readonly stored: number;
  readonly reason: string;
}

/**
 * Whether a draft could enter the ledger as it is forecast: no errors, something new, a reason where figures change,
 * an explanation for each strange row. Asked when it is submitted and again when it is approved.
 */
export const storableOf = (draft: Draft, forecast: Forecast, said: Said): Result<Storable, Refusal> => {
  const errors = draft.read.errors + forecast.plausibility.errors;
  if (errors > 0) return refuse({ code: 'submission.has-errors', count: errors });
  const { counts, plausibility } = forecast;
  const stored = counts.new + counts.changed;
  const movesSamples = draft.samples !== null && draft.samples.new + draft.samples.revised > 0;
  if (stored === 0 && !movesSamples) return refuse({ code: 'submission.nothing-to-store' });
  const reason = (said.reason ?? '').trim();
  if (counts.changed > 0 && reason === '') return refuse({ code: 'submission.reason-missing' });
  const packed = draft.rows();
  const explained = explainRows(packed, plausibility.toExplain, said);
  return explained.ok ? ok({ packed, explained: explained.value, stored, reason }) : explained;
};
