import type { IndicatorCode, ProgrammeIndex, UnitCode } from '../programme';
import { quoted } from './cells/plain-text';
import type { FoundTable } from './find-table';
import { isRowIdHeading } from './headings';
import type { LooseIssue } from './issue-list';
import type { GridRow } from './types';

/**
 * The name of a row of the template, `food-pass-rate@441581`: it stays the same from one period to the next. The
 * period is left out on purpose: whoever fills last quarter's template for this quarter types another period, and must
 * not write over the last one.
 */
export const rowId = (indicator: IndicatorCode, unit: UnitCode): string => `${indicator}@${unit}`;

const SHAPE = /^([a-z][a-z0-9-]{0,63})@([A-Za-z0-9][A-Za-z0-9_-]{0,31})$/;

/** A row as its id has it, and what was found on the way, each at a column. */
export interface NamedRow {
  readonly row: GridRow;
  readonly issues: readonly { readonly column: number; readonly issue: LooseIssue }[];
}

/**
 * Reads the ids of a table's rows. An id wins over a typed indicator or unit that says something else, and says so;
 * one that nobody gave out is told and the names count. Rows and tables without ids are as they are.
 */
export function rowIdReader(
  { columns, headings }: Pick<FoundTable, 'columns' | 'headings'>,
  index: ProgrammeIndex,
): (row: GridRow) => NamedRow {
  const at = headings.findIndex(isRowIdHeading);
  if (at < 0) return (row) => ({ row, issues: [] });
  return (row) => {
    const text = (row.texts[at] ?? '').trim();
    if (text === '') return { row, issues: [] };
    const [, indicatorCode = '', unitCode = ''] = SHAPE.exec(text) ?? [];
    const indicator = index.indicator(indicatorCode);
    const unit = index.unit(unitCode);
    if (indicator === undefined || unit === undefined) {
      const params = { value: quoted(text) };
      return { row, issues: [{ column: at, issue: warning('submission.row-id-unknown', params) }] };
    }
    const texts = [...row.texts];
    const issues: { column: number; issue: LooseIssue }[] = [];
    const put = (
      column: number | undefined,
      named: { readonly code: string } | undefined,
      meant: Named,
    ): void => {
      if (column === undefined || named?.code === meant.code) return;
      const params = {
        value: quoted((texts[column] ?? '').trim()),
        meant: meant.name.zh,
        meantEn: meant.name.en,
      };
      issues.push({ column, issue: warning('submission.row-id-wins', params) });
      texts[column] = meant.code;
    };
    put(columns.indicator, index.indicatorNamed(texts[columns.indicator ?? -1] ?? ''), indicator);
    put(columns.unit, index.unitNamed(texts[columns.unit ?? -1] ?? ''), unit);
    return { row: issues.length === 0 ? row : { ...row, texts }, issues };
  };
}

interface Named {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

const warning = (code: LooseIssue['code'], params: LooseIssue['params']): LooseIssue => ({
  code,
  level: 'warning',
  params,
});
