import { requireCounts, type Counts } from './counts';

/** What is wrong with a series as declared; `index` counts from 0, null where it is the whole series. */
export type CumulativeIssue =
  | { readonly code: 'cumulative-decrease'; readonly index: number; readonly field: 'n' | 'x' | 'f' }
  | { readonly code: 'no-new-samples'; readonly index: number; readonly field: null }
  | { readonly code: 'looks-cumulative'; readonly index: null; readonly field: null };

/** Counts in the order of time, and what they were declared to be. */
export interface DeclaredSeries {
  readonly series: readonly Counts[];
  readonly declared: 'cumulative' | 'single';
  readonly planned: number | null;
}

/** A cumulative series never falls, in n, x or failures; a single one should not look as if it were (statistics.md j). */
export function cumulativeIssues({ series, declared, planned }: DeclaredSeries): readonly CumulativeIssue[] {
  for (const { x, n } of series) requireCounts(x, n);
  if (declared === 'cumulative') return series.flatMap((counts, i) => changes(counts, series[i - 1], i));
  return looksCumulative(series, planned) ? [{ code: 'looks-cumulative', index: null, field: null }] : [];
}

function changes(now: Counts, before: Counts | undefined, index: number): CumulativeIssue[] {
  if (before === undefined) return [];
  if (now.n === before.n && now.x === before.x) return [{ code: 'no-new-samples', index, field: null }];
  const falls = { n: now.n < before.n, x: now.x < before.x, f: now.n - now.x < before.n - before.x };
  return (['n', 'x', 'f'] as const)
    .filter((field) => falls[field])
    .map((field) => ({ code: 'cumulative-decrease', index, field }));
}

function looksCumulative(series: readonly Counts[], planned: number | null): boolean {
  if (series.length < (planned === null ? 3 : 2)) return false;
  const rising = series.every((now, i) => {
    const before = series[i - 1];
    return (
      before === undefined || (now.n > before.n && now.x >= before.x && now.n - now.x >= before.n - before.x)
    );
  });
  // Added up as single periods they would exceed the plan by a fifth.
  return rising && (planned === null || 5 * series.reduce((sum, { n }) => sum + n, 0) > 6 * planned);
}
