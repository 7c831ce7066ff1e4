import type { LooseIssue } from '../issue-list';
import type { CellAt } from '../types';
import type { FoundFigure } from './figure-cells';
import type { TotalRow } from './types';

/** What stands above a total row, added up; refused counts as well, for the total adds them too. */
export interface RunningSums {
  readonly passes: number;
  readonly total: number;
  /** In percent, in the order of the rows. */
  readonly rates: readonly number[];
  /** False when a row above has no counts: then nothing can be compared. */
  readonly isWhole: boolean;
}

/** How far a printed rate may be from the counts, in points (rule P4). */
const TOLERANCE = 0.05;

/** Compares a total row with what stands above it. Null where either has no counts. It is never kept as a figure. */
export function judgeTotal(
  found: Extract<FoundFigure, { kind: 'figure' }>,
  sums: RunningSums,
): {
  readonly total: TotalRow;
  readonly issues: readonly { readonly at: CellAt; readonly issue: LooseIssue }[];
} | null {
  const { passes, total, rate } = found.numbers;
  const at = found.cells.total?.at ?? found.cells.rate?.at ?? null;
  if (at === null || passes === null || total === null || !sums.isWhole) return null;
  const agrees = passes === sums.passes && total === sums.total;
  const issues: { at: CellAt; issue: LooseIssue }[] = [];
  if (!agrees)
    issues.push({
      at,
      issue: {
        code: 'submission.total-row-disagrees',
        level: 'warning',
        params: { passes, total, sumPasses: sums.passes, sumTotal: sums.total },
      },
    });
  const pooled = total === 0 ? null : (100 * passes) / total;
  const rateAt = found.cells.rate?.at ?? null;
  if (pooled !== null && rate !== null && rateAt !== null && Math.abs(rate - pooled) > TOLERANCE) {
    const mean = sums.rates.reduce((sum, each) => sum + each, 0) / Math.max(1, sums.rates.length);
    const isMean = sums.rates.length > 1 && Math.abs(rate - mean) <= TOLERANCE;
    issues.push({
      at: rateAt,
      issue: {
        code: isMean ? 'submission.total-rate-is-average' : 'submission.total-rate-disagrees',
        level: 'warning',
        params: { value: rate.toFixed(2), percent: pooled.toFixed(2) },
      },
    });
  }
  return { total: { at, passes, total, agrees }, issues };
}
