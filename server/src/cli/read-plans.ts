import { readFile } from 'node:fs/promises';
import type { Plan, ProgrammeIndex } from '@zhibiao/shared/programme';
import { splitCsv } from '@zhibiao/shared/submission';

/** What is wrong with a plans file, with the row as a spreadsheet shows it. */
export class PlansProblem extends Error {}

const headings = ['indicator', 'unit', 'year', 'planned', 'firm'] as const;

/** Reads `indicator,unit,year,planned,firm`; codes or names are accepted, `firm` is true or false. */
export const readPlans = async (file: string, index: ProgrammeIndex): Promise<readonly Plan[]> => {
  const plans: Plan[] = [];
  let columns: Map<string, number> | null = null;
  const fault = splitCsv((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''), (fields, row) => {
    if (columns === null) {
      columns = new Map(fields.map((field, position) => [field.trim().toLowerCase(), position]));
      for (const heading of headings.slice(0, 4)) {
        if (!columns.has(heading)) throw new PlansProblem(`${file}: no column ${heading}`);
      }
      return true;
    }
    plans.push(planOf(fields, columns, { file, row, index }));
    return true;
  });
  if (fault !== null) throw new PlansProblem(`${file}: row ${fault.row}: ${fault.kind}`);
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
  const place = `${at.file}: row ${at.row}`;
  if (indicator === undefined) throw new PlansProblem(`${place}: unknown indicator ${text('indicator')}`);
  if (unit === undefined) throw new PlansProblem(`${place}: unknown unit ${text('unit')}`);
  if (!Number.isInteger(year)) throw new PlansProblem(`${place}: year ${text('year')} is no year`);
  if (!Number.isSafeInteger(planned) || planned <= 0) {
    throw new PlansProblem(`${place}: planned ${text('planned')} is not a whole number above 0`);
  }
  const firm = /^(true|yes|1|是)$/i.test(text('firm'));
  return { indicator: indicator.code, unit: unit.code, year, planned, firm };
};
