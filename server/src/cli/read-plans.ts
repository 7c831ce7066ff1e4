import { readFile } from 'node:fs/promises';
import type { Plan, ProgrammeIndex } from '@zhibiao/shared/programme';
import { splitCsv } from '@zhibiao/shared/submission';
import { OperatorProblem, reading } from '../operator-problem';

const headings = ['indicator', 'unit', 'year', 'planned', 'firm'] as const;

/** Reads `indicator,unit,year,planned,firm`; codes or names are accepted, `firm` is true or false. */
export const readPlans = async (file: string, index: ProgrammeIndex): Promise<readonly Plan[]> => {
  const plans: Plan[] = [];
  let columns: Map<string, number> | null = null;
  const fault = splitCsv(
    (await reading(file, readFile(file, 'utf8'))).replace(/^\uFEFF/, ''),
    (fields, row) => {
      if (columns === null) {
        columns = new Map(fields.map((field, position) => [field.trim().toLowerCase(), position]));
        for (const heading of headings.slice(0, 4)) {
          if (!columns.has(heading)) throw new OperatorProblem('plans.no-column', { file, column: heading });
        }
        return true;
      }
      plans.push(planOf(fields, columns, { file, row, index }));
      return true;
    },
  );
  if (fault !== null) throw new OperatorProblem('plans.unreadable', { file, row: fault.row });
  return plans;
};

const planOf = (
  fields: readonly string[],
  columns: ReadonlyMap<string, number>,
  at: { readonly file: string; readonly row: number; readonly index: ProgrammeIndex },
): Plan => {
  const text = (name: string): string => (fields[columns.get(name) ?? -1] ?? '').trim();
  const indicator = at.index.indicatorNamed(text('indicator'));
  const unit = at.index.unitNamed(text('unit'));
  const year = Number(text('year'));
  const planned = Number(text('planned'));
  const wrong = (
    code: 'plans.unknown-indicator' | 'plans.unknown-unit' | 'plans.not-a-year' | 'plans.not-a-count',
    value: string,
  ) => new OperatorProblem(code, { file: at.file, row: at.row, value: value.slice(0, 50) });
  if (indicator === undefined) throw wrong('plans.unknown-indicator', text('indicator'));
  if (unit === undefined) throw wrong('plans.unknown-unit', text('unit'));
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw wrong('plans.not-a-year', text('year'));
  if (!Number.isSafeInteger(planned) || planned <= 0) throw wrong('plans.not-a-count', text('planned'));
  const firm = /^(true|yes|1|是)$/i.test(text('firm'));
  return { indicator: indicator.code, unit: unit.code, year, planned, firm };
};
