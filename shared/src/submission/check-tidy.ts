import { checkTable } from './check-table';
import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import type { ReadSheet } from './layout/read-layout';
import { tidyTables } from './layout/tidy-tables';
import { TEMPLATE_HEADING } from './headings';
import type { Reading } from './reading';
import type { Issue } from './types';

/** Checks a tidied sheet by the same rules as a plain one, and adds what tidying it found. */
export function checkTidy(
  { grid, band, tidy, needed, lacks }: ReadSheet,
  context: SubmissionContext,
  reading: Reading,
): void {
  const { sheet } = grid;
  if (lacks.length > 0) {
    reading.issues.add({
      code: 'submission.columns-needed',
      level: 'error',
      cell: { sheet, row: grid.rows[band.last]?.number ?? 0, column: null },
      params: { columns: lacks.map((role) => TEMPLATE_HEADING[role]).join('、') },
    });
    for (const { number } of grid.rows.slice(band.last + 1)) reading.addRow({ sheet, number }, -1, null);
    return;
  }
  for (const { row, column, issue } of tidy.issues)
    reading.issues.add({
      ...issue,
      cell: { sheet, row, column: column === null ? null : columnLetter(column) },
    });
  for (const { role } of needed)
    reading.issues.add({
      code: `submission.${role}-needed`,
      level: 'error',
      cell: { sheet, row: 0, column: null },
      params: sheet === '' ? {} : { sheet },
    });
  for (const row of tidy.refused) reading.addRow({ sheet, number: row }, -1, null);
  tidy.missing.forEach(() => reading.addAbsentRow());
  if (needed.length > 0) {
    for (const { row } of tidy.records) reading.addRow({ sheet, number: row }, -1, null);
    return;
  }
  const once = { ...reading, issues: { ...reading.issues, add: eachOnce(reading.issues.add) } };
  for (const { grid: table, table: found } of tidyTables(sheet, tidy.records))
    checkTable(table, found, context, once);
}

/** A title or a heading speaks for many figures; what is wrong with it is told once. */
const eachOnce = (add: (issue: Issue) => void): ((issue: Issue) => void) => {
  const told = new Set<string>();
  return (issue) => {
    const { sheet, row, column } = issue.cell;
    const key = `${issue.code} ${sheet}!${column ?? ''}${row} ${JSON.stringify(issue.params)}`;
    if (told.has(key)) return;
    told.add(key);
    add(issue);
  };
};
