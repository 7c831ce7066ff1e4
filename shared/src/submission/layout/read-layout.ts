import { readPeriodText } from '../../calendar';
import type { SubmissionContext } from '../context';
import type { ColumnRole } from '../headings';
import { findTable, type KnownForAll, type TableSearch } from '../find-table';
import type { FileRefusal, Grid } from '../types';
import { countSamples, type SampleCount, type SampleSheet } from './count-samples';
import { findBand, type HeadingBand } from './find-band';
import { askColumns } from './ask-columns';
import { answerKey, headingMeaning } from './heading-meaning';
import { planColumns, type ColumnPlan } from './plan-columns';
import { indicatorOfScheme, readSubjectText } from './read-subject-text';
import { findSampleColumns } from './sample-rows';
import { sheetSubject, textsAbove, type LayoutContext, type SheetSubject } from './sheet-subject';
import { tidySheet, type TidySheet } from './tidy-sheet';
import type { SubjectQuestion } from './types';

/** How a sheet is laid out. `plain`: the template or near it, read as it stands; `tidy`: brought into its roles. */
export type SheetLayout =
  | { readonly kind: 'plain'; readonly grid: Grid; readonly search: Extract<TableSearch, { kind: 'table' }> }
  | ReadSheet
  | ({ readonly kind: 'samples' } & SampleSheet)
  | {
      readonly kind: 'incomplete';
      readonly grid: Grid;
      readonly search: Extract<TableSearch, { kind: 'incomplete' }>;
    }
  | { readonly kind: 'none'; readonly grid: Grid };

/** A sheet that was tidied. */
export interface ReadSheet {
  readonly kind: 'tidy';
  readonly grid: Grid;
  readonly band: HeadingBand;
  readonly plan: ColumnPlan;
  readonly subject: SheetSubject;
  readonly tidy: TidySheet;
  /** What neither a cell nor a title says; empty when every figure says what it is about. */
  readonly needed: readonly SubjectQuestion[];
  /** Columns that no heading names while one of an unknown heading may be it: nothing is read until somebody says. */
  readonly lacks: readonly ColumnRole[];
}

/** Figures one file may hold when several stand in a row. */
const MOST_FIGURES = 200_000;

/** How every visible sheet is laid out. A sheet that is plain already is not looked at further. */
export function readLayout(grids: readonly Grid[], context: SubmissionContext): readonly SheetLayout[] {
  const known: KnownForAll = {
    indicator: context.defaultIndicator !== undefined,
    period: context.defaultPeriod !== undefined,
  };
  return grids.filter(({ hidden }) => !hidden).map((grid) => layoutOf(grid, known, context));
}

function layoutOf(grid: Grid, known: KnownForAll, context: SubmissionContext): SheetLayout {
  const search = findTable(grid, known);
  if (search.kind === 'table' && !hasCategories(search)) return { kind: 'plain', grid, search };
  const tidied = readTidy(grid, search, context) ?? askSheet(grid, search, context);
  if (tidied !== null) return tidied;
  switch (search.kind) {
    case 'table':
      return { kind: 'plain', grid, search };
    case 'incomplete':
      return { kind: 'incomplete', grid, search };
    case 'none':
      return { kind: 'none', grid };
  }
}

/** 食品种类 beside figures that name no indicator: its rows are parts of one figure. */
const hasCategories = ({ table }: Extract<TableSearch, { kind: 'table' }>): boolean =>
  table.columns.indicator === undefined &&
  table.headings.some((heading) => headingMeaning(heading) === 'category');

const layoutContext = ({ index, answers = {}, fileName }: SubmissionContext): LayoutContext => ({
  index,
  yearStart: index.programme.yearStart,
  answers,
  ...(fileName === undefined ? {} : { fileName }),
});

function readTidy(grid: Grid, search: TableSearch, context: SubmissionContext): SheetLayout | null {
  const layout = layoutContext(context);
  const band = findBand(grid, layout.index, layout.answers);
  if (band === null) return null;
  const plan = planColumns(band, layout.index, layout.answers);
  if (plan === null) {
    const found = findSampleColumns(band.paths.map((path) => path.at(-1) ?? ''));
    return found === null ? null : { kind: 'samples', grid, band, found };
  }
  if ((grid.rows.length - band.last) * plan.groups.length > MOST_FIGURES) return null;
  const subject = withScheme(
    sheetSubject(grid, textsAbove(grid, band.first), layout),
    { grid, band, plan },
    layout,
  );
  const needed = neededSubjects(grid, plan, subject, { context, layout, band });
  const isPlainShaped = band.first === 0 && band.last === 0 && plan.groups.length === 1;
  // A plain table that lacks a column is told so, in the words of the template.
  if (
    search.kind === 'incomplete' &&
    needed.length > 0 &&
    isPlainShaped &&
    plan.subjects.category === undefined
  )
    return null;
  return {
    kind: 'tidy',
    grid,
    band,
    plan,
    subject,
    tidy: tidySheet({ grid, band, plan }, subject, layout),
    needed,
    lacks: [],
  };
}

/** A sheet whose needed column may stand under an unknown heading is asked about, not refused and not guessed. */
function askSheet(grid: Grid, search: TableSearch, context: SubmissionContext): ReadSheet | null {
  if (search.kind !== 'incomplete' || search.missing.length === 0) return null;
  const layout = layoutContext(context);
  const band = findBand(grid, layout.index, layout.answers) ?? rowBand(grid, search.headerIndex);
  const plan = askColumns({ grid, band }, search.missing, layout);
  if (plan === null) return null;
  return {
    kind: 'tidy',
    grid,
    band,
    plan,
    subject: sheetSubject(grid, textsAbove(grid, band.first), layout),
    tidy: { records: [], missing: [], totals: [], issues: [], refused: [] },
    needed: [],
    lacks: search.missing,
  };
}

/** One row as a heading. */
const rowBand = (grid: Grid, at: number): HeadingBand => ({
  first: at,
  last: at,
  paths: (grid.rows[at]?.texts ?? []).map((text) => (text.trim() === '' ? [] : [text.trim()])),
});

/** 速测 and 定量 stand in one column: what is measured is told by the way that is an indicator's own. */
function withScheme(
  subject: SheetSubject,
  { grid, band, plan }: { readonly grid: Grid; readonly band: HeadingBand; readonly plan: ColumnPlan },
  { index }: LayoutContext,
): SheetSubject {
  const { subjects } = plan;
  const { scheme } = subjects;
  if (subject.indicator !== null || subjects.indicator !== undefined || scheme === undefined) return subject;
  const ways = [...new Set(grid.rows.slice(band.last + 1).map((row) => row.texts[scheme] ?? ''))];
  const titles = textsAbove(grid, band.first).map(({ text }) => text);
  const found = indicatorOfScheme(titles, ways, index);
  if (found === null) return subject;
  const text = found.name.zh;
  const hint = { sheet: grid.sheet, code: 'indicator-from-title', text } as const;
  return { ...subject, indicator: { text, kind: 'text', at: null }, hints: [...subject.hints, hint] };
}

function neededSubjects(
  grid: Grid,
  plan: ColumnPlan,
  subject: SheetSubject,
  around: { readonly context: SubmissionContext; readonly layout: LayoutContext; readonly band: HeadingBand },
): readonly SubjectQuestion[] {
  const { context, layout, band } = around;
  const defaults = { unit: undefined, indicator: context.defaultIndicator, period: context.defaultPeriod };
  return (['unit', 'indicator', 'period'] as const)
    .filter(
      (role) =>
        plan.subjects[role] === undefined &&
        subject[role] === null &&
        defaults[role] === undefined &&
        plan.groups.some((group) => group[role] === null),
    )
    .map((role) => ({
      sheet: grid.sheet,
      role,
      proposals: proposalsFor(role, { grid, band }, layout, subject),
    }));
}

/** The name of the file and the remarks are only proposals: a remark also names places that are left out. */
function proposalsFor(
  role: SubjectQuestion['role'],
  { grid, band }: { readonly grid: Grid; readonly band: HeadingBand },
  { index, fileName = '' }: LayoutContext,
  { year }: SheetSubject,
): SubjectQuestion['proposals'] {
  const below = grid.rows
    .slice(band.last + 1)
    .slice(-20)
    .map(({ texts }) => texts.find((text) => text.trim() !== '') ?? '')
    .filter((text) => text.length > 8);
  const found = [fileName, ...below].flatMap((text) => {
    const read = readSubjectText(text, index);
    const value = role === 'period' ? codeOf(read.period) : (read[role]?.code ?? null);
    return value === null ? [] : [{ value, from: text.slice(0, 60) }];
  });
  const years = role === 'period' && year !== null ? [{ value: `${year}`, from: `${year}` }] : [];
  return [...found, ...years].filter(
    ({ value }, at, all) => all.findIndex((each) => each.value === value) === at,
  );
}

const codeOf = (spelling: string | null): string | null => {
  const read = spelling === null ? null : readPeriodText(spelling);
  return read?.ok === true ? read.period : null;
};

/** The sample sheets of a file together; null when it has none. */
export const samplesOf = (
  layouts: readonly SheetLayout[],
): { readonly sheets: readonly SampleSheet[]; readonly count: SampleCount } | null => {
  const sheets = layouts.filter((layout) => layout.kind === 'samples');
  return sheets.length === 0 ? null : { sheets, count: countSamples(sheets) };
};

/** Why a file without readable figures is refused, if a sheet of it says. */
export const incompleteRefusal = (layouts: readonly SheetLayout[], hasOthers: boolean): FileRefusal | null =>
  layouts.find(
    (layout): layout is Extract<SheetLayout, { kind: 'incomplete' }> =>
      layout.kind === 'incomplete' && (layout.search.hasFigures || !hasOthers),
  )?.search.refusal ?? null;

/**
 * What a layout is remembered by: its headings, so that next quarter's file has the same. Digits do not count, since
 * headings name years and quarters. Empty for a sheet without a heading.
 */
export function layoutSignature(grid: Grid, context: Pick<SubmissionContext, 'index'>): string {
  const search = findTable(grid, { indicator: true, period: true });
  const headings =
    search.kind === 'table'
      ? search.table.headings
      : ((
          findBand(grid, context.index, {}) ??
          (search.kind === 'incomplete' ? rowBand(grid, search.headerIndex) : null)
        )?.paths.map((path) => path.join('/')) ?? []);
  return headings
    .map((heading) => answerKey(heading).replace(/[\d一二三四]+/g, '#'))
    .join('|')
    .replace(/\|+$/, '')
    .slice(0, 2_000);
}
