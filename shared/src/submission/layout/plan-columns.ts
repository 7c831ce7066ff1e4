import type { ProgrammeIndex } from '../../programme';
import type { HeadingBand } from './find-band';
import { nameKind } from './find-band';
import { headingMeaning, measureOf } from './heading-meaning';
import { indicatorOfPath } from './read-subject-text';
import type { LayoutAnswers, LayoutRole } from './types';

/** Roles that hold figures. */
export type FigureRole = 'passes' | 'total' | 'failures' | 'rate' | 'failingRate' | 'fraction' | 'value';
/** Roles that say what a row's figures are about. */
export type SubjectRole =
  | 'unit'
  | 'indicator'
  | 'period'
  | 'basis'
  | 'scheme'
  | 'note'
  | 'category'
  | 'published';

/** Figure columns that belong together, with what the headings above say of them. */
export interface FigureGroup {
  readonly columns: Readonly<Partial<Record<FigureRole, number>>>;
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly period: string | null;
  readonly year: number | null;
}

/** What every column of a sheet holds. */
export interface ColumnPlan {
  readonly subjects: Readonly<Partial<Record<SubjectRole, number>>>;
  readonly groups: readonly FigureGroup[];
  /** Columns whose heading nobody knows. */
  readonly unknown: readonly number[];
}

/**
 * Tells what the columns hold by the headings above them. Null where the figures are not whole: passes without a
 * total, a role twice in one group with nothing to tell them apart, or no figures at all.
 */
export function planColumns(
  band: HeadingBand,
  index: ProgrammeIndex,
  answers: LayoutAnswers,
): ColumnPlan | null {
  const subjects: Partial<Record<SubjectRole, number>> = {};
  const open = new Map<string, OpenGroup>();
  const unknown: number[] = [];
  for (const [column, path] of band.paths.entries()) {
    const leaf = path.at(-1);
    if (leaf === undefined) continue;
    const role = roleOf(leaf, path, index, answers);
    if (role === 'ignored') continue;
    if (role === null) unknown.push(column);
    else if (isSubject(role)) {
      if (subjects[role] !== undefined) {
        if (role !== 'note' && role !== 'published' && role !== 'category') return null;
      } else subjects[role] = column;
    } else if (isFigure(role)) {
      const of = subjectOf(role === 'value' ? path : path.slice(0, -1), path, index);
      const key = role === 'value' ? `${column}` : JSON.stringify(of);
      const group = open.get(key) ?? { of, columns: [] };
      open.set(key, group);
      group.columns.push({ role, column, leaf });
    }
  }
  const groups = [...open.values()].map(closed);
  if (groups.length === 0) return null;
  const whole: FigureGroup[] = [];
  for (const group of groups) {
    if (group === null) return null;
    whole.push(group);
  }
  return { subjects, groups: onlyIndicators(whole, index), unknown };
}

interface OpenGroup {
  readonly of: Omit<FigureGroup, 'columns'>;
  readonly columns: { readonly role: FigureRole; readonly column: number; readonly leaf: string }[];
}

const FIGURES: readonly string[] = [
  'passes',
  'total',
  'failures',
  'rate',
  'failingRate',
  'fraction',
  'value',
];
const SUBJECTS: readonly string[] = [
  'unit',
  'indicator',
  'period',
  'basis',
  'scheme',
  'note',
  'category',
  'published',
];
/** Whether a column of this role says what figures are about. */
export const isSubject = (role: LayoutRole): role is SubjectRole => SUBJECTS.includes(role);
/** Whether a column of this role holds figures. */
export const isFigure = (role: LayoutRole): role is FigureRole => FIGURES.includes(role);

function roleOf(
  leaf: string,
  path: readonly string[],
  index: ProgrammeIndex,
  answers: LayoutAnswers,
): LayoutRole | null {
  const role = headingMeaning(leaf, answers);
  if (role !== null) return role;
  if (nameKind(leaf, index) !== null || indicatorOfPath(path, index) !== null) return 'value';
  return null;
}

/** What the headings above a column name: an indicator (also all of them together), a unit, a period, a year. */
function subjectOf(
  parents: readonly string[],
  path: readonly string[],
  index: ProgrammeIndex,
): Omit<FigureGroup, 'columns'> {
  const unit = parents.find((text) => index.unitNamed(text) !== undefined) ?? null;
  const period = parents.findLast((text) => nameKind(text, index) === 'period') ?? null;
  const others = parents.filter((text) => text !== unit && text !== period);
  const found = indicatorOfPath(others, index) ?? (others.length > 0 ? indicatorOfPath(path, index) : null);
  const year = /(?<!\d)(20\d\d)年/.exec(parents.join(' ').normalize('NFKC'))?.[1];
  const rest = others.filter((text) => !/^20\d\d年/.test(text.normalize('NFKC'))).join('');
  return {
    unit,
    indicator: found?.code ?? (rest === '' ? null : rest.replace(/\s+/g, '')),
    period,
    year: year === undefined ? null : Number(year),
  };
}

/** Words over all columns alike (抽检情况) name no indicator; over some of several groups they do, known or not. */
const onlyIndicators = (groups: readonly FigureGroup[], index: ProgrammeIndex): readonly FigureGroup[] => {
  const named = new Set(groups.map(({ indicator }) => indicator));
  const isKnown = (name: string | null): boolean => name !== null && index.indicator(name) !== undefined;
  return named.size > 1 && groups.some(({ indicator }) => isKnown(indicator))
    ? groups
    : groups.map((group) => (isKnown(group.indicator) ? group : { ...group, indicator: null }));
};

function closed({ of, columns }: OpenGroup): FigureGroup | null {
  const found: Partial<Record<FigureRole, number>> = {};
  const passes = columns.find(({ role }) => role === 'passes' || role === 'failures');
  for (const role of new Set(columns.map((entry) => entry.role))) {
    const candidates = columns.filter((entry) => entry.role === role);
    // 检查项（条） and 检查项目数（个）: the total is counted in what the passes are counted in.
    const fitting = candidates.filter(
      ({ leaf }) =>
        candidates.length === 1 || (passes !== undefined && measureOf(leaf) === measureOf(passes.leaf)),
    );
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return null;
    found[role] = only.column;
  }
  const hasPart = found.passes !== undefined || found.failures !== undefined;
  const isWhole =
    found.fraction !== undefined ||
    found.value !== undefined ||
    (found.total !== undefined ? hasPart : !hasPart && (found.rate ?? found.failingRate) !== undefined);
  return isWhole ? { ...of, columns: found } : null;
}
