import { keyText, type Figure } from '@zhibiao/shared/observation';
import { diffRows, type Change, type SubmittedRow } from '@zhibiao/shared/submission';
import type { Stores } from '../../stores';

/** How many rows each kind of change has. */
export interface ChangeCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
}

/** Sets the rows beside the ledger as it stands now. */
export const readChanges = async (
  stores: Pick<Stores, 'observations'>,
  rows: readonly SubmittedRow[],
): Promise<{ readonly changes: readonly Change[]; readonly counts: ChangeCounts }> => {
  const standing = new Map<string, Figure>();
  if (rows.length > 0) {
    const observations = await stores.observations.current({
      indicators: [...new Set(rows.map((row) => row.indicator))],
      periods: [...new Set(rows.map((row) => row.period))],
    });
    for (const observation of observations) standing.set(keyText(observation), observation.figure);
  }
  const changes = diffRows(rows, (key) => standing.get(keyText(key)) ?? null);
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return { changes, counts };
};
