import { quoted } from '../cells/plain-text';
import { isTotalWord } from '../read-names';
import { isRemark } from '../remark-rows';
import { headingRole } from '../headings';
import type { LooseIssue } from '../issue-list';
import type { CellAt, Grid, GridRow } from '../types';
import type { HeadingBand } from './find-band';
import type { ColumnPlan, FigureGroup, SubjectRole } from './plan-columns';
import { figureCells, type FoundFigure } from './figure-cells';
import { judgeTotal, type RunningSums } from './judge-total';
import { wholeOf } from './part-rows';
import type { LayoutContext, SheetSubject } from './sheet-subject';
import { subjectCells } from './subject-cells';
import type { MissingFigure, TidyRecord, TotalRow } from './types';

/** Something to tell about a cell, or about a whole row (column null) or the sheet (row 0). */
export interface PlacedIssue {
  readonly row: number;
  readonly column: number | null;
  readonly issue: LooseIssue;
}

/** A sheet brought into the roles of the plain template, every figure with its cell. */
export interface TidySheet {
  readonly records: readonly TidyRecord[];
  readonly missing: readonly MissingFigure[];
  readonly totals: readonly TotalRow[];
  readonly issues: readonly PlacedIssue[];
  /** Rows with a figure that cannot be read at all; an error among the issues says why. */
  readonly refused: readonly number[];
}

/** A sheet with its heading and what the columns hold. */
interface HeadedSheet {
  readonly grid: Grid;
  readonly band: HeadingBand;
  readonly plan: ColumnPlan;
}

/** Goes through the rows below a heading once. Total rows are compared and never kept, remarks are told. */
export function tidySheet(
  { grid, band, plan }: HeadedSheet,
  subject: SheetSubject,
  context: LayoutContext,
): TidySheet {
  const records: TidyRecord[] = [];
  const missing: MissingFigure[] = [];
  const totals: TotalRow[] = [];
  const issues: PlacedIssue[] = [];
  const refused: number[] = [];
  const textNumbers: CellAt[] = [];
  const sums = new Map<FigureGroup, RunningSums>();
  const subjectOf = subjectCells({ plan, band }, subject, context);
  const valuesSeen = columnsWithValues(grid, band, plan);
  let inNotes = false;

  const tell = (row: GridRow, column: number | null, issue: LooseIssue): void => {
    issues.push({ row: row.number, column, issue });
  };
  const warn = (row: GridRow, code: LooseIssue['code'], value: string): void =>
    tell(row, null, { code, level: 'warning', params: { value: quoted(value) } });
  const textAt = (row: GridRow, role: SubjectRole): string => {
    const column = plan.subjects[role];
    return column === undefined ? '' : (row.texts[column] ?? '');
  };

  const readTotalRow = (row: GridRow, word: string): void => {
    warn(row, 'submission.total-row-skipped', word);
    for (const group of plan.groups) {
      const found = figureCells(row, group, band, []);
      const running = sums.get(group);
      if (found.kind !== 'figure' || running === undefined) continue;
      const judged = judgeTotal(found, running);
      if (judged === null) continue;
      totals.push(judged.total);
      for (const { at, issue } of judged.issues) tell(row, at.column, issue);
    }
  };

  const keep = (row: GridRow, group: FigureGroup, found: Extract<FoundFigure, { kind: 'figure' }>): void => {
    const said = subjectOf(row, group);
    const written = said.category ?? said.cells.unit?.text ?? '';
    const isPart = PART.test(written.trim()) || PART.test(textAt(row, 'note').trim());
    const whole = isPart ? wholeOf(records, said, written) : null;
    if (isPart && whole === null)
      return tell(row, plan.subjects.period ?? null, {
        code: 'submission.part-without-whole',
        level: 'error',
        params: { value: quoted(textAt(row, 'period') || written) },
      });
    if (isPart) warn(row, 'submission.part-row-skipped', written);
    const record: TidyRecord = {
      row: row.number,
      cells: { ...said.cells, ...found.cells },
      category: whole?.category ?? said.category,
      partOf: whole?.partOf ?? null,
      published: said.published,
      flag: found.flag,
    };
    records.push(record);
    if (!isPart) sums.set(group, added(sums.get(group), found));
  };

  const readRow = (row: GridRow): void => {
    const first = row.texts.find((text) => text.trim() !== '') ?? '';
    const found = plan.groups.map((group) => ({ group, found: figureCells(row, group, band, textNumbers) }));
    const hasFigures = found.some(({ found: figure }) => figure.kind !== 'missing');
    const subjects = (['unit', 'indicator', 'category', 'period'] as const).map((role) => textAt(row, role));
    const isNamed = subjects.some((text) => text.trim() !== '');
    const word = [...subjects, first].find(isTotalWord);
    if (word !== undefined) return readTotalRow(row, word);
    if (!hasFigures && (isRemark(first) || !isNamed || inNotes)) {
      inNotes ||= isRemark(first);
      return warn(row, 'submission.remark-skipped', first);
    }
    const isVoid = row.texts.some((text) => VOID.test(text));
    if (grid.hiddenRows?.has(row.number) === true)
      warn(row, isVoid ? 'submission.hidden-row-skipped' : 'submission.hidden-row-read', first);
    else if (isVoid)
      warn(row, 'submission.void-row-skipped', row.texts.find((text) => VOID.test(text)) ?? '');
    if (isVoid) return;
    if (isTotalWord(textAt(row, 'scheme'))) {
      refused.push(row.number);
      return tell(row, plan.groups[0]?.columns.total ?? plan.subjects.scheme ?? null, {
        code: 'submission.methods-mixed',
        level: 'error',
        params: { value: quoted(textAt(row, 'scheme')) },
      });
    }
    const before = issues.length;
    for (const { group, found: figure } of found)
      if (figure.kind === 'missing') {
        missing.push({ at: figure.at, text: figure.text });
        // A column that is empty from top to bottom is the rest of the year; a gap in one is worth a word.
        if (valuesSeen.has(figure.at.column) && (isNamed || hasFigures))
          tell(row, figure.at.column, {
            code: 'submission.missing-figure-skipped',
            level: 'warning',
            params: { unit: quoted(textAt(row, 'unit') || textAt(row, 'indicator')) },
          });
      } else if (figure.kind === 'figure') {
        keep(row, group, figure);
        for (const { at, issue } of figure.issues) tell(row, at.column, issue);
      } else tell(row, figure.at.column, figure.issue);
    if (issues.slice(before).some(({ issue }) => issue.level === 'error')) refused.push(row.number);
  };

  for (const row of grid.rows.slice(band.last + 1))
    if (!isHeadingAgain(row, band) && !isNumbering(row)) readRow(row);
  for (const [code, cells] of [
    ['submission.number-as-text', textNumbers],
    ['submission.fraction-like-date', likeDates(grid, band, plan)],
  ] as const) {
    const [first] = cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
    if (first === undefined) continue;
    const params = { column: quoted(first.heading), count: cells.length };
    issues.push({ row: first.row, column: first.column, issue: { code, level: 'warning', params } });
  }
  return { records, missing, totals, issues, refused };
}

const PART = /^[\s\u3000]*其中/;
const VOID = /作废|勿报|废弃|重复填报/;

/** Fractions typed as text that a spreadsheet would take for a month and a day, where a column is headed as such. */
function likeDates(grid: Grid, band: HeadingBand, plan: ColumnPlan): readonly CellAt[] {
  const columns = plan.groups.flatMap(({ columns: { fraction } }) =>
    fraction === undefined ? [] : [fraction],
  );
  const rows = grid.rows.slice(band.last + 1);
  // Where one has become a date already, that is told as an error and says more.
  const free = columns.filter((column) => rows.every(({ kinds }) => kinds?.[column] !== 'date'));
  return free.flatMap((column) =>
    rows.flatMap((row) => {
      const match = /^(\d{1,2})\/(\d{1,2})$/.exec((row.texts[column] ?? '').normalize('NFKC').trim());
      const [month, day] = [Number(match?.[1]), Number(match?.[2])];
      const isLike =
        grid.hiddenRows?.has(row.number) !== true && month >= 1 && month <= 12 && day >= 1 && day <= 31;
      return isLike ? [{ row: row.number, column, heading: band.paths[column]?.at(-1) ?? '' }] : [];
    }),
  );
}

const added = (
  sums: RunningSums | undefined,
  found: Extract<FoundFigure, { kind: 'figure' }>,
): RunningSums => {
  const { passes, total, rate } = found.numbers;
  const before = sums ?? { passes: 0, total: 0, rates: [], isWhole: true };
  return {
    passes: before.passes + (passes ?? 0),
    total: before.total + (total ?? 0),
    rates: rate === null ? before.rates : [...before.rates, rate],
    isWhole: before.isWhole && passes !== null && total !== null,
  };
};

/** Columns of figures in which some row says something. */
function columnsWithValues(grid: Grid, band: HeadingBand, plan: ColumnPlan): ReadonlySet<number> {
  const columns = plan.groups.map(({ columns: { total, fraction, value, rate, failingRate } }) => ({
    at: total ?? fraction ?? value ?? rate ?? failingRate ?? -1,
  }));
  return new Set(
    columns
      .map(({ at }) => at)
      .filter((at) => grid.rows.slice(band.last + 1).some((row) => (row.texts[at] ?? '').trim() !== '')),
  );
}

/** Printed tables repeat their heading on each page. */
const isHeadingAgain = (row: GridRow, { paths }: HeadingBand): boolean => {
  const same = paths.filter(
    (path, column) => path.length > 0 && path.at(-1) === (row.texts[column] ?? '').trim(),
  );
  return same.length >= 2 && same.length >= paths.filter((path) => path.length > 0).length / 2;
};

/** 甲 乙 1 2 3 under a heading only numbers its columns. */
const isNumbering = ({ texts }: GridRow): boolean => {
  const filled = texts.filter((text) => text.trim() !== '');
  const numbers = filled.filter((text) => /^\d{1,2}$/.test(text.trim())).map(Number);
  return (
    /^[甲乙]$/.test((filled[0] ?? '').trim()) &&
    numbers.length >= 2 &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at) &&
    headingRole(filled[0] ?? '') === null
  );
};
