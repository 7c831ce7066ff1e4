import { answered } from './answered';
import { readPeriodText } from '../../calendar';
import { withoutAnyInvisible } from '../cells/plain-text';
import type { ColumnRole } from '../headings';
import type { GridRow } from '../types';
import { answerKey } from './heading-meaning';
import type { HeadingBand } from './find-band';
import type { ColumnPlan, FigureGroup, SubjectRole } from './plan-columns';
import type { LayoutContext, SheetSubject } from './sheet-subject';
import type { Said } from './types';

/** What is said of the figures of one row and group. */
export interface RowSubject {
  readonly cells: Partial<Record<ColumnRole, Said>>;
  readonly category: string | null;
  readonly published: string | null;
}

/** A reader of what rows are about: the row's own cells first, then the headings above, then the sheet's titles. */
export function subjectCells(
  { plan, band }: { readonly plan: ColumnPlan; readonly band: HeadingBand },
  subject: SheetSubject,
  context: LayoutContext,
): (row: GridRow, group: FigureGroup) => RowSubject {
  const { index } = context;

  const own = (row: GridRow, role: SubjectRole): Said | null => {
    const column = plan.subjects[role];
    const text = column === undefined ? '' : (row.texts[column] ?? '');
    return column === undefined || text.trim() === ''
      ? null
      : {
          text,
          kind: row.kinds?.[column] ?? 'text',
          at: { row: row.number, column, heading: band.paths[column]?.at(-1) ?? '' },
        };
  };

  const unitOf = (cell: Said): Said => {
    const text = withoutAnyInvisible(cell.text);
    if (index.unitNamed(text) !== undefined) return cell;
    const told = answered(context.answers.units, answerKey(text));
    // 全市（更正）: a bracket that tells of a correction is no part of the name.
    const bare = text.trim().replace(/[（(](?:更正|修正|修订|更新|补报|核定|订正)[）)]$/, '');
    return {
      ...cell,
      text: told ?? (index.unitNamed(bare) === undefined ? cell.text : bare),
      printed: cell.text,
    };
  };

  const indicatorOf = (cell: Said): Said => {
    if (index.indicatorNamed(cell.text) !== undefined) return cell;
    const told = answered(context.answers.indicators, answerKey(cell.text));
    return told === undefined ? cell : { ...cell, text: told, printed: cell.text };
  };

  const schemeOf = (cell: Said, indicator: Said | null): Said => {
    const found = indicator === null ? undefined : index.indicatorNamed(indicator.text);
    const scheme = found?.scheme ?? null;
    if (found === undefined || scheme === null || index.isOwnScheme(found, cell.text)) return cell;
    // 市级定量 is quantitative testing as the indicator's own 定量检测 is; 速测 and words that do not say stay as they are.
    const own = scheme.aliases.find((alias) => /定量/.test(alias));
    return own !== undefined && /定量/.test(cell.text) && !/速测|定性|快检/.test(cell.text)
      ? { ...cell, text: own, printed: cell.text }
      : cell;
  };

  return (row, group) => {
    const heading = (text: string | null): Said | null =>
      text === null ? null : { text, kind: 'text', at: null };
    const unit = own(row, 'unit') ?? heading(group.unit) ?? subject.unit;
    const indicator = own(row, 'indicator') ?? heading(group.indicator) ?? subject.indicator;
    const written = own(row, 'period') ?? heading(group.period) ?? subject.period;
    const { period, basis } = periodOf(written, group.year ?? subject.year, subject.basis, context);
    const scheme = own(row, 'scheme');
    const said: Partial<Record<ColumnRole, Said | null>> = {
      unit: unit === null ? null : unitOf(unit),
      indicator: indicator === null ? null : indicatorOf(indicator),
      period,
      basis: own(row, 'basis') ?? basis,
      scheme: scheme === null ? null : schemeOf(scheme, indicator),
      note: own(row, 'note'),
    };
    const cells: Partial<Record<ColumnRole, Said>> = {};
    // The keys are roles by the type above; Object.entries forgets that.
    for (const [role, cell] of Object.entries(said) as [ColumnRole, Said | null][])
      if (cell !== null) cells[role] = cell;
    return {
      cells,
      category: own(row, 'category')?.text.replace(/[\s\u3000]+/g, '') ?? null,
      published: own(row, 'published')?.text.trim() ?? null,
    };
  };
}

/**
 * A period that names no year gets the one of its heading or title, as a code; one whose words do not decide between
 * the period alone and the year so far gets what the title says (累计数). What cannot be read stays as it is.
 */
function periodOf(
  written: Said | null,
  year: number | null,
  basis: SheetSubject['basis'],
  { yearStart }: LayoutContext,
): { readonly period: Said | null; readonly basis: Said | null } {
  const saidBasis: Said | null = basis === null ? null : { text: basis, kind: 'text', at: null };
  if (written === null || written.kind === 'date') return { period: written, basis: saidBasis };
  const plain = readPeriodText(written.text, { yearStart });
  if (plain.ok) return { period: written, basis: plain.basis === null ? saidBasis : null };
  const read = year === null ? plain : readPeriodText(written.text, { yearStart, year });
  if (!read.ok) return { period: written, basis: null };
  return {
    period: { ...written, text: read.period, printed: written.text },
    basis: read.basis === null ? saidBasis : { text: read.basis, kind: 'text', at: null },
  };
}
