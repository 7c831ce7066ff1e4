import { checkTable } from './check-table';
import { columnLetter } from './column-letter';
import type { SubmissionContext } from './context';
import type { SampleCount, SampleSheet } from './layout/count-samples';
import { sheetSubject, textsAbove } from './layout/sheet-subject';
import { tidyTables } from './layout/tidy-tables';
import type { CellAt } from './types';
import type { Said } from './layout/types';
import type { Reading } from './reading';

/**
 * Checks what the sample lists of a file add up to, as one figure. The area is the one the titles name, else the one
 * all sample numbers carry; the period must be said or chosen, because a notice tells when it was published and not
 * when the samples were taken.
 */
export function checkSamples(
  { sheets, count }: { readonly sheets: readonly SampleSheet[]; readonly count: SampleCount },
  context: SubmissionContext,
  reading: Reading,
): void {
  for (const { sheet, row, column, issue } of count.issues)
    reading.issues.add({ ...issue, cell: { sheet, row, column: columnLetter(column) } });
  const [first] = sheets;
  if (first === undefined) return;
  const { grid, band, found } = first;
  const { index, answers = {}, fileName } = context;
  const above = sheets.flatMap((sheet) => textsAbove(sheet.grid, sheet.band.first));
  const subject = sheetSubject(grid, above, {
    index,
    answers,
    yearStart: index.programme.yearStart,
    ...(fileName === undefined ? {} : { fileName }),
  });
  const at: CellAt = {
    row: grid.rows[band.last + 1]?.number ?? 0,
    column: found.columns.number ?? found.columns.product ?? 0,
    heading: '',
  };
  const [county] = count.counties;
  const ofNumbers = count.counties.length === 1 ? index.unit(county ?? '') : undefined;
  const unit = subject.unit ?? (ofNumbers === undefined ? null : said(ofNumbers.name.zh));
  const place = { sheet: grid.sheet, number: at.row };
  const named = { unit, indicator: subject.indicator, period: subject.period };
  const needed = (['unit', 'indicator', 'period'] as const).filter(
    (role) =>
      named[role] === null &&
      !(role === 'indicator' && context.defaultIndicator !== undefined) &&
      !(role === 'period' && context.defaultPeriod !== undefined),
  );
  for (const role of needed)
    reading.issues.add({
      code: `submission.${role}-needed`,
      level: 'error',
      cell: { sheet: grid.sheet, row: 0, column: null },
      params: grid.sheet === '' ? {} : { sheet: grid.sheet },
    });
  const isElsewhere =
    unit !== null && ofNumbers !== undefined && index.unitNamed(unit.text)?.code !== ofNumbers.code;
  if (isElsewhere)
    reading.issues.add({
      code: 'submission.sample-elsewhere',
      level: 'warning',
      cell: { sheet: grid.sheet, row: at.row, column: columnLetter(at.column) },
      params: { value: county ?? '', found: ofNumbers.name.zh },
    });
  const isFaulty = count.issues.some(({ issue }) => issue.level === 'error');
  if (needed.length > 0 || isFaulty) return reading.addRow(place, -1, null);
  const cells = {
    ...(unit === null ? {} : { unit }),
    ...(subject.indicator === null ? {} : { indicator: subject.indicator }),
    ...(subject.period === null ? {} : { period: subject.period }),
    ...(subject.basis === null ? {} : { basis: said(subject.basis) }),
    passes: { ...said(String(count.passes)), at },
    total: { ...said(String(count.total)), at },
  };
  const record = {
    row: at.row,
    cells,
    category: null,
    partOf: null,
    published: count.announcedOn,
    flag: null,
  };
  for (const { grid: table, table: roles } of tidyTables(grid.sheet, [record]))
    checkTable(table, roles, context, reading);
}

const said = (text: string): Said => ({ text, kind: 'text', at: null });
