import type { ColumnRole } from '../headings';
import type { Grid } from '../types';
import { holdsNumbers } from './counts-role';
import type { HeadingBand } from './find-band';
import { headingMeaning } from './heading-meaning';
import { isFigure, isSubject, type ColumnPlan, type FigureRole, type SubjectRole } from './plan-columns';
import { headingQuestions } from './questions';
import type { LayoutContext } from './sheet-subject';

/**
 * The columns of a sheet that lacks needed ones, with those of unknown headings to be asked about. Null where no
 * unknown column may be a missing one: then the sheet is refused with the names of what is missing.
 */
export function askColumns(
  { grid, band }: { readonly grid: Grid; readonly band: HeadingBand },
  missing: readonly ColumnRole[],
  { index, answers }: LayoutContext,
): ColumnPlan | null {
  const subjects: Partial<Record<SubjectRole, number>> = {};
  const figures: Partial<Record<FigureRole, number>> = {};
  const unknown: number[] = [];
  for (const [column, path] of band.paths.entries()) {
    const leaf = path.at(-1);
    if (leaf === undefined) continue;
    const role = headingMeaning(leaf, answers);
    if (role === null) unknown.push(column);
    else if (isSubject(role)) subjects[role] ??= column;
    else if (isFigure(role)) figures[role] ??= column;
  }
  const group = { columns: figures, unit: null, indicator: null, period: null, year: null };
  const plan: ColumnPlan = { subjects, groups: [group], unknown };
  const rows = grid.rows.slice(band.last + 1);
  const lacksFigures = missing.some(isFigure);
  const mayFill =
    headingQuestions(grid, band, plan, index).some(({ proposed }) => fills(proposed, missing)) ||
    (lacksFigures && unknown.some((column) => holdsNumbers(rows, column)));
  return mayFill ? plan : null;
}

/** Failures do instead of passes, as a rate does instead of both. */
const fills = (role: string, missing: readonly ColumnRole[]): boolean =>
  missing.some(
    (each) =>
      each === role ||
      (each === 'passes' && role === 'failures') ||
      (missing.includes('total') &&
        missing.includes('passes') &&
        (role === 'rate' || role === 'failingRate')),
  );
