import type { ProgrammeIndex } from '../../programme';
import { quoted } from '../cells/plain-text';
import { columnLetter } from '../column-letter';
import type { Grid, Issue } from '../types';
import { countsRole } from './counts-role';
import { nameKind, type HeadingBand } from './find-band';
import type { ColumnPlan } from './plan-columns';
import { askedRoles, type AskedRole, type HeadingQuestion, type NameQuestion } from './types';

/** What unknown headings may hold, by their words and by their cells; figures that are there already are not proposed. */
export function headingQuestions(
  grid: Grid,
  band: HeadingBand,
  plan: ColumnPlan,
  index: ProgrammeIndex,
): readonly HeadingQuestion[] {
  const taken = new Set<string>([
    ...Object.keys(plan.subjects),
    ...plan.groups.flatMap(({ columns }) => Object.keys(columns)),
  ]);
  const rows = grid.rows.slice(band.last + 1);
  return plan.unknown.map((column) => {
    const heading = (band.paths[column] ?? []).join(' ');
    const samples = rows.map((row) => (row.texts[column] ?? '').trim()).filter((text) => text !== '');
    const byWords = WORDS.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;
    const byNames = contentRole(samples.slice(0, 50), index);
    const byContent = byNames ?? (byWords === null ? countsRole(rows, column, plan) : null);
    const role = byContent ?? byWords;
    const isFree = role !== null && !taken.has(role);
    return {
      sheet: grid.sheet,
      column: columnLetter(column),
      heading: quoted(heading),
      samples: samples.slice(0, 3).map(quoted),
      proposed: isFree ? role : 'ignored',
      reason: isFree ? (role === byContent ? 'content' : 'words') : 'none',
      alternatives: askedRoles.filter((each) => !taken.has(each) && each !== (isFree ? role : 'ignored')),
    };
  });
}

const WORDS: readonly (readonly [AskedRole, RegExp])[] = [
  ['failingRate', /(?:不合格|不符合|问题).*率/],
  ['failures', /不合格|不符合|问题/],
  ['rate', /率|比例|百分比/],
  ['passes', /合格|符合|优良|达标|通过/],
  ['total', /抽检|抽样|抽查|检验|检测|检查|验收|样品|总数/],
  ['period', /期间|时间|季度|月份|年度/],
  ['unit', /地区|县|区域|单位|辖区/],
  ['indicator', /指标|项目/],
  ['note', /备注|说明|情况/],
];

/** What most of the cells name: units, indicators or periods; null for anything else. */
function contentRole(
  samples: readonly string[],
  index: ProgrammeIndex,
): 'unit' | 'indicator' | 'period' | null {
  if (samples.length === 0) return null;
  const counts = { unit: 0, indicator: 0, period: 0 };
  for (const text of samples) {
    const kind = /^\d+$/.test(text) ? null : nameKind(text, index);
    if (kind !== null) counts[kind] += 1;
  }
  return (
    (['unit', 'indicator', 'period'] as const).find((kind) => counts[kind] > samples.length * 0.6) ?? null
  );
}

/** Names that nobody knows, each once, with the one that is nearest: from the issues of plain and tidied sheets alike. */
export function nameQuestions(issues: readonly Issue[], index: ProgrammeIndex): readonly NameQuestion[] {
  const questions = new Map<string, NameQuestion>();
  for (const { code, cell, params } of issues) {
    const role =
      code === 'submission.unit-unknown'
        ? 'unit'
        : code === 'submission.indicator-unknown'
          ? 'indicator'
          : null;
    const name = params['value'];
    if (
      role === null ||
      typeof name !== 'string' ||
      questions.size >= MOST ||
      questions.has(`${role} ${name}`)
    )
      continue;
    const nearest = typeof params['suggestion'] === 'string' ? params['suggestion'] : null;
    const found =
      nearest === null
        ? undefined
        : role === 'unit'
          ? index.unitNamed(nearest)
          : index.indicatorNamed(nearest);
    const place = `${cell.column ?? ''}${cell.row}`;
    questions.set(`${role} ${name}`, {
      role,
      name,
      proposed: found?.code ?? null,
      proposedName: found?.name.zh ?? null,
      cell: cell.sheet === '' ? place : `${cell.sheet}!${place}`,
    });
  }
  return [...questions.values()];
}

const MOST = 50;
