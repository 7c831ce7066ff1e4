import { readCount } from '../cells/read-count';
import type { FoundTable } from '../find-table';
import type { LooseIssue } from '../issue-list';
import { isTotalWord } from '../read-names';
import type { Grid, GridRow } from '../types';

interface Sums {
  passes: number;
  total: number;
}

/**
 * Compares a total row of a plain table with the rows above it: all of them, those since the last total row, or those
 * of one period (a history under a table is left out of its total). Null where one of them fits, or where there is
 * nothing to compare. Column: that of the total.
 */
export function plainTotalIssue(
  grid: Grid,
  { columns, headerIndex }: FoundTable,
  row: GridRow,
): { readonly column: number; readonly issue: LooseIssue } | null {
  const { total: column, passes: part } = columns;
  const printed = countsOf(row, columns);
  if (printed === null || column === undefined || part === undefined) return null;
  const all: Sums = { passes: 0, total: 0 };
  const byPeriod = new Map<string, Sums>();
  let since: Sums = { passes: 0, total: 0 };
  for (const above of grid.rows.slice(headerIndex + 1)) {
    if (above.number >= row.number) break;
    if (above.texts.some(isTotalWord)) {
      since = { passes: 0, total: 0 };
      continue;
    }
    const counts = countsOf(above, columns);
    if (counts === null) continue;
    const period = above.texts[columns.period ?? -1] ?? '';
    const ofPeriod = byPeriod.get(period) ?? { passes: 0, total: 0 };
    byPeriod.set(period, ofPeriod);
    for (const sums of [all, since, ofPeriod]) {
      sums.passes += counts.passes;
      sums.total += counts.total;
    }
  }
  const fits = [all, since, ...byPeriod.values()].some(
    ({ passes, total }) => passes === printed.passes && total === printed.total,
  );
  if (fits || all.total === 0) return null;
  const params = { ...printed, sumPasses: since.passes, sumTotal: since.total };
  return { column, issue: { code: 'submission.total-row-disagrees', level: 'warning', params } };
}

const countsOf = (row: GridRow, { passes = -1, total = -1 }: FoundTable['columns']): Sums | null => {
  const [part, whole] = [readCount(row.texts[passes] ?? ''), readCount(row.texts[total] ?? '')];
  return part.kind === 'count' && whole.kind === 'count' ? { passes: part.value, total: whole.value } : null;
};
