import { listChanges, type PublishedChange } from '@zhibiao/shared/publication';
import type { Stores } from '../../stores';

/** What the ledger says differently at a later position, with the reason that each submission gave. */
export const changesBetween = async (
  stores: Pick<Stores, 'observations' | 'submissions'>,
  after: number,
  upTo: number,
): Promise<readonly PublishedChange[]> => {
  if (upTo <= after) return [];
  const entries = await stores.observations.between(after, upTo);
  const reasons = new Map<number, string>();
  for (const { submission } of entries) {
    if (reasons.has(submission)) continue;
    reasons.set(submission, (await stores.submissions.find(submission))?.reason ?? '');
  }
  return listChanges(
    entries.map((entry) => ({
      ...entry,
      by: entry.by.name,
      reason: (reasons.get(entry.submission) ?? '') || entry.note,
    })),
  );
};
