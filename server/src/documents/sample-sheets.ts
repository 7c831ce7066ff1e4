import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { findSampleList, type SampleList } from '@zhibiao/shared/sample';
import type { Grid } from '@zhibiao/shared/submission';

/** A sheet of a workbook that is a list of samples. */
export interface SampleSheetFound {
  readonly grid: Grid;
  readonly list: SampleList;
}

/** Rows among which the heading is looked for. */
const headRows = 30;

/**
 * The sheets of a workbook with a line a sample, in their order. Whether they passed is said by the sheet; what they are
 * about and when, by the name of the file as well.
 */
export const sampleSheets = (
  grids: readonly Grid[],
  fileName: string,
  index: ProgrammeIndex,
): readonly SampleSheetFound[] =>
  grids.flatMap((grid) => {
    if (grid.hidden || grid.source === 'csv') return [];
    const head = grid.rows.slice(0, headRows);
    const list = findSampleList(head, grid.sheet, index);
    if (list === null) return [];
    const byName = findSampleList(head, fileName, index);
    const indicator = list.indicator ?? byName?.indicator ?? null;
    return [{ grid, list: { ...list, indicator, period: list.period ?? byName?.period ?? null } }];
  });
