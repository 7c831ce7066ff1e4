import { figuresEqual, keyText, type Figure, type Revision } from '../observation';
import type { Text } from '../programme';
import type { PublishedChange } from './types';

/** A revision beside what stood before it, and why it was made by whom. */
export interface ChangeEntry extends Omit<Revision, 'submission'> {
  /** Id for outside. */
  readonly submission: string;
  /** The figure of the revision before it of the same key; null for the first. */
  readonly before: Figure | null;
  readonly reason: string;
  readonly by: Text;
}

/**
 * What a later state of the ledger says differently from an earlier one, from the revisions between them. Several
 * revisions of one figure count once, from its first `before` to its last figure; one that came back to where it
 * was is no change. Corrections first, then what is new, each in the order of the ledger.
 */
export const listChanges = (entries: readonly ChangeEntry[]): readonly PublishedChange[] => {
  const first = new Map<string, ChangeEntry>();
  const last = new Map<string, ChangeEntry>();
  for (const entry of [...entries].sort((one, other) => one.id - other.id)) {
    const key = keyText(entry);
    if (!first.has(key)) first.set(key, entry);
    last.set(key, entry);
  }
  const changes = [...last].flatMap(([key, entry]): readonly PublishedChange[] => {
    const before = first.get(key)?.before ?? null;
    if (figuresEqual(before, entry.figure)) return [];
    const { indicator, unit, period, basis, submission, recordedAt, reason, by } = entry;
    const kind = before === null ? 'added' : entry.figure === null ? 'withdrawn' : 'corrected';
    return [
      {
        indicator,
        unit,
        period,
        basis,
        before,
        after: entry.figure,
        kind,
        submission,
        recordedAt,
        reason,
        by,
      },
    ];
  });
  return [
    ...changes.filter(({ kind }) => kind !== 'added'),
    ...changes.filter(({ kind }) => kind === 'added'),
  ];
};

/** How many of them change what had been published. */
export const countCorrections = (changes: readonly Pick<PublishedChange, 'kind'>[]): number =>
  changes.filter(({ kind }) => kind !== 'added').length;
