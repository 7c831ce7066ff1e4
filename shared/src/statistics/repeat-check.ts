import type { Counts } from './counts';

/** Counts that look copied from an earlier period. */
export type RepeatCode = 'repeat-same-counts' | 'repeat-same-n';

/** Compares with earlier periods, newest first; below 20 samples repeats are no surprise (statistics.md j). */
export function repeatCheck(current: Counts, previous: readonly Counts[]): readonly RepeatCode[] {
  if (current.n < 20) return [];
  const isPerfect = current.x === current.n;
  let repeats = 0;
  for (let back = 0; back < (isPerfect ? 2 : 4); back += 1) {
    const counts = previous[back];
    if (counts?.x === current.x && counts.n === current.n) repeats += 1;
  }
  if (isPerfect) return repeats === 2 ? ['repeat-same-n'] : [];
  return repeats > 0 ? ['repeat-same-counts'] : [];
}
