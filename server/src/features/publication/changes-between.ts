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
  const files = new Map<number, { readonly outsideId: string; readonly reason: string }>();
  for (const { submission } of entries) {
    if (files.has(submission)) continue;
    const { outsideId = '', reason = '' } = (await stores.submissions.find(submission)) ?? {};
    files.set(submission, { outsideId, reason });
  }
  return listChanges(
    entries.map((entry) => ({
      ...entry,
      submission: files.get(entry.submission)?.outsideId ?? '',
      by: entry.by.name,
      reason: (files.get(entry.submission)?.reason ?? '') || entry.note,
    })),
  );
};
