import { periodSpan, type Instant } from '../calendar';
import { spanRules } from '../evaluation';
import { ledgerOf, resolveFigure, type Figure, type ObservationKey } from '../observation';
import type { ProgrammeIndex } from '../programme';
import type { CollectionTask } from './types';

/** A revision as far as collection asks: what it said, and since when its figure was known here. */
export interface KnownRevision extends ObservationKey {
  readonly figure: Figure | null;
  /** When its figure was first submitted, or recorded where nobody submitted. */
  readonly since: Instant;
}

/**
 * Since when a task's figure is there: null when none stands. The figure may have come under the task's own period, in
 * either basis, or as parts that add up to it (three months, two cumulative figures). `revisions` are those of the
 * task's indicator and unit in the order of the ledger; withdrawn figures count for nothing while they are withdrawn.
 */
export const answeredSince = (
  index: ProgrammeIndex,
  task: CollectionTask,
  revisions: readonly KnownRevision[],
): Instant | null => {
  if (!isAnswered(index, task, revisions)) return null;
  const direct = revisions.filter(({ period, figure }) => period === task.period && figure !== null);
  if (direct.length > 0) return direct.map(({ since }) => since).sort()[0] ?? null;
  // The parts answer once the last of them is there.
  for (let count = 1; count <= revisions.length; count += 1) {
    const known = revisions.slice(0, count);
    if (isAnswered(index, task, known))
      return (
        known
          .map(({ since }) => since)
          .sort()
          .at(-1) ?? null
      );
  }
  return null;
};

const isAnswered = (
  index: ProgrammeIndex,
  { indicator: code, unit: unitCode, period }: CollectionTask,
  revisions: readonly KnownRevision[],
): boolean => {
  const { yearStart } = index.programme;
  const [indicator, unit] = [index.indicator(code), index.unit(unitCode)];
  if (indicator === undefined || unit === undefined) return false;
  const entries = ledgerOf(revisions, yearStart).entries(code, unitCode);
  if (entries.some((entry) => entry.period === period)) return true;
  return resolveFigure(entries, periodSpan(period, yearStart), spanRules(indicator, unit))?.complete === true;
};
