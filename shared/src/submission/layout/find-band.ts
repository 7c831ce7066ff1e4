import { readPeriodText } from '../../calendar';
import type { ProgrammeIndex } from '../../programme';
import type { Grid, GridRow, Merge } from '../types';
import { headingMeaning } from './heading-meaning';
import { findSampleColumns } from './sample-rows';
import type { LayoutAnswers, LayoutRole } from './types';

/** The heading of a table: one row, or several of which the upper ones span columns. */
export interface HeadingBand {
  /** Positions in `grid.rows`, both included. */
  readonly first: number;
  readonly last: number;
  /** Texts above each column, top to bottom, repeated ones once. */
  readonly paths: readonly (readonly string[])[];
}

/** Rows that are searched for a heading. */
const SEARCHED = 40;

/**
 * Finds the heading of a sheet by its words: the row with the most of them, and the rows above it that span its
 * columns. Null: no row looks like one.
 */
export function findBand(grid: Grid, index: ProgrammeIndex, answers: LayoutAnswers): HeadingBand | null {
  const rows = grid.rows.slice(0, SEARCHED);
  let last = -1;
  let most = 1;
  for (const [at, row] of rows.entries()) {
    const score = headingScore(expandedTexts(grid, row), index, answers);
    if (score > most) {
      most = score;
      last = at;
    }
  }
  // 食品抽检合格率 over 抽检批次 and 合格批次: the upper line may know more words, the lower one heads the figures.
  while (last >= 0 && headsFigures(grid, rows[last + 1], answers)) last += 1;
  const leaf = rows[last];
  if (leaf === undefined) return null;
  let first = last;
  while (first > 0 && isParent(grid, rows[first - 1], leaf)) first -= 1;
  const lines = rows.slice(first, last + 1).map((row) => expandedTexts(grid, row));
  const width = Math.max(...lines.map((line) => line.length));
  const parents = lines.slice(0, -1).map((line) => spread(line, width, grid.merges !== undefined));
  const paths = Array.from({ length: width }, (_, column) =>
    [...parents, lines.at(-1) ?? []]
      .map((line) => (line[column] ?? '').trim())
      .filter((text, at, all) => text !== '' && text !== all[at - 1]),
  );
  return { first, last, paths };
}

/** Distinct roles, and names or periods where there are several of a kind; 0 for a row that heads no figures. */
function headingScore(texts: readonly string[], index: ProgrammeIndex, answers: LayoutAnswers): number {
  const filled = texts.filter((text) => text.trim() !== '');
  if (
    filled.length < 2 ||
    filled.some((text) => /^[\d.,%\s]+$/.test(text.normalize('NFKC')) && !isPeriod(text))
  )
    return 0;
  const roles = new Set<LayoutRole>();
  const kinds = { period: 0, unit: 0, indicator: 0 };
  for (const text of new Set(filled)) {
    const role = headingMeaning(text, answers);
    if (role !== null) roles.add(role);
    else {
      const kind = nameKind(text, index);
      if (kind !== null) kinds[kind] += 1;
    }
  }
  const names = Object.values(kinds).filter((count) => count >= 2);
  const hasFigures = names.length > 0 || FIGURES.some((role) => roles.has(role));
  if (!hasFigures && findSampleColumns(texts) === null) return 0;
  const others =
    findSampleColumns(texts) === null ? 0 : Object.keys(findSampleColumns(texts)?.columns ?? {}).length;
  return Math.max(roles.size + names.reduce((sum, count) => sum + count, 0), others);
}

/** A row of nothing but headings, two of figures among them. */
function headsFigures(grid: Grid, row: GridRow | undefined, answers: LayoutAnswers): boolean {
  if (row === undefined) return false;
  const roles = expandedTexts(grid, row)
    .filter((text) => text.trim() !== '')
    .map((text) => headingMeaning(text, answers));
  return roles.every((role) => role !== null) && roles.filter((role) => FIGURES.includes(role)).length >= 2;
}

const FIGURES: readonly LayoutRole[] = [
  'passes',
  'total',
  'failures',
  'rate',
  'failingRate',
  'fraction',
  'value',
];

/** What a heading names if it names a period, a unit or an indicator. */
export function nameKind(text: string, index: ProgrammeIndex): 'period' | 'unit' | 'indicator' | null {
  if (index.unitNamed(text) !== undefined) return 'unit';
  if (index.indicatorNamed(text) !== undefined || index.indicatorNamed(`${text.trim()}合格率`) !== undefined)
    return 'indicator';
  return isPeriod(text) ? 'period' : null;
}

/** Any year will do to tell that a text is a period. */
const isPeriod = (text: string): boolean => readPeriodText(text, { year: 2020 }).ok;

/** Texts of a row with those merged over several columns said of each of them. */
function expandedTexts(grid: Grid, row: GridRow): readonly string[] {
  const across = (grid.merges ?? []).filter(
    ({ top, bottom, left, right }) => row.number >= top && row.number <= bottom && right > left,
  );
  if (across.length === 0) return row.texts;
  const texts = [...row.texts];
  for (const { left, right } of across) {
    const text = texts[left] ?? '';
    // A title over everything is no heading of columns.
    if (text === '' || right - left + 1 >= widthOf(grid)) continue;
    for (let column = left + 1; column <= Math.min(right, 99); column += 1) {
      while (texts.length <= column) texts.push('');
      if (texts[column] === '') texts[column] = text;
    }
  }
  return texts;
}

const widthOf = (grid: Grid): number =>
  Math.max(
    2,
    ...grid.rows.slice(0, SEARCHED).map((row) => row.texts.findLastIndex((text) => text !== '') + 1),
  );

/** Whether a row above the heading spans its columns: merged so, or with words over headings that repeat. */
function isParent(grid: Grid, row: GridRow | undefined, leaf: GridRow): boolean {
  if (row === undefined) return false;
  const texts = row.texts.filter((text) => text.trim() !== '');
  if (texts.length === 0 || texts.some((text) => /[:：]/.test(text) || /^[\d.,%\s]+$/.test(text)))
    return false;
  const width = widthOf(grid);
  const touches = ({ top, bottom, left, right }: Merge): boolean =>
    row.number >= top &&
    row.number <= bottom &&
    right - left + 1 < width &&
    (right > left || bottom >= leaf.number);
  if (grid.merges?.some(touches) === true) return true;
  const filled = leaf.texts.filter((text) => text.trim() !== '');
  return texts.length >= 2 && new Set(filled).size < filled.length && row.number === leaf.number - 1;
}

/** Words above columns that were not merged: each goes on to the next word. Merged ones are spread already. */
const spread = (line: readonly string[], width: number, merged: boolean): readonly string[] => {
  if (merged) return line;
  let current = '';
  return Array.from({ length: width }, (_, column) => (current = (line[column] ?? '').trim() || current));
};
