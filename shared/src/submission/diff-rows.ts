import { figuresEqual, type Figure, type ObservationKey } from '../observation';
import type { Change, SubmittedRow } from './types';

/** Sets each row beside what the ledger holds for its key: new, changed or the same. A withdrawn figure is none. */
export const diffRows = (
  rows: readonly SubmittedRow[],
  current: (key: ObservationKey) => Figure | null,
): readonly Change[] =>
  rows.map((row) => {
    const before = current(row);
    if (before === null) return { kind: 'new', row, before };
    return { kind: figuresEqual(before, row.figure) ? 'same' : 'changed', row, before };
  });
