import type { PeriodCode } from '../calendar';
import { keyText, type Figure, type ObservationKey } from '../observation';
import type { Publication } from './types';

/** A revision as the ledger holds it, with what stood before it. */
export interface RevisionOfPeriod extends ObservationKey {
  readonly id: number;
  /** Null for the first of its key. */
  readonly before: Figure | null;
}

/**
 * The periods whose published figures a later publication corrected, each with the number of the newest one that did.
 * A figure that was revised before anybody could read it is not corrected, nor one whose revision is not published.
 */
export const correctedPeriods = (
  revisions: readonly RevisionOfPeriod[],
  publications: readonly Pick<Publication, 'number' | 'position'>[],
): ReadonlyMap<PeriodCode, number> => {
  const inOrder = [...publications].sort((one, other) => one.number - other.number);
  const numberOf = (id: number): number | undefined => inOrder.find(({ position }) => id <= position)?.number;
  const firstRead = new Map<string, number>();
  const corrected = new Map<PeriodCode, number>();
  for (const revision of [...revisions].sort((one, other) => one.id - other.id)) {
    const number = numberOf(revision.id);
    if (number === undefined) break;
    const key = keyText(revision);
    const first = firstRead.get(key);
    if (first === undefined) firstRead.set(key, number);
    else if (revision.before !== null && number > first) corrected.set(revision.period, number);
  }
  return corrected;
};
