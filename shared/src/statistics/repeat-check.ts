import type { Counts } from './counts';

/** Counts that look copied from an earlier period. */
export type RepeatCode = 'repeat-same-counts' | 'repeat-same-n';

/** Compares with earlier periods, newest first; below 20 samples repeats are no surprise (statistics.md j). */
export function repeatCheck(current: Counts, previous: readonly Counts[]): readonly RepeatCode[] {
  if (current.n < 20) return [];
  const isSame = (counts: Counts): boolean => counts.x === current.x && counts.n === current.n;
  if (current.x < current.n) return previous.slice(0, 4).some(isSame) ? ['repeat-same-counts'] : [];
  return previous.length >= 2 && previous.slice(0, 2).every(isSame) ? ['repeat-same-n'] : [];
}
