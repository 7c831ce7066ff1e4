import { ok, refuse, type Result } from '../result';
import { checkIndicator } from './check-indicator';
import { checkTarget } from './check-target';
import { problemList, type ProblemList, type ProgrammeProblem } from './problem';
import { readShape } from './read-shape';
import { programmeSchema } from './schema';
import { checkCodes, checkNames } from './taken-names';
import type { Programme, UnitRegister } from './types';

/**
 * Reads a programme file for a register of units; refuses with every mistake found, each with its path.
 * Mistakes of shape come first: what the parts say of each other is looked at only when every part is there.
 */
export function loadProgramme(
  json: unknown,
  register: UnitRegister,
): Result<Programme, readonly ProgrammeProblem[]> {
  const shape = readShape(programmeSchema, json);
  if ('problems' in shape) return refuse(shape.problems);
  const { $schema: _editorHint, indicators, alertRules, rectification, ...rest } = shape.value;
  const programme: Programme = {
    ...rest,
    ...(alertRules === undefined ? {} : { alertRules }),
    ...(rectification === undefined ? {} : { rectification }),
    indicators: indicators.map(({ weights, baseline, waived, ...indicator }) => ({
      ...indicator,
      ...(waived === undefined ? {} : { waived }),
      ...(weights === undefined ? {} : { weights }),
      ...(baseline === undefined ? {} : { baseline }),
      breakable: indicator.breakable ?? indicator.name.zh,
    })),
  };
  const list = problemList();
  if (programme.units !== register.code)
    list.at(['units'], 'programme.unknown-register', { register: programme.units });
  checkNaming(programme, list);
  const units = new Set(register.units.map((unit) => unit.code));
  programme.indicators.forEach((indicator, index) =>
    checkIndicator(indicator, index, { programme, units }, list),
  );
  programme.targets.forEach((target, index) => checkTarget(target, index, { programme, register }, list));
  checkMilestones(programme, list);
  checkPlans(programme, register, list);
  return list.problems.length > 0 ? refuse(list.problems) : ok(programme);
}

function checkNaming(programme: Programme, list: ProblemList): void {
  for (const part of ['departments', 'indicators'] as const) {
    checkCodes(
      programme[part].map((entry) => entry.code),
      [part],
      list,
    );
    checkNames(
      programme[part].map((entry, index) => ({
        owner: entry.code,
        code: entry.code,
        name: entry.name,
        aliases: 'aliases' in entry ? entry.aliases : [],
        path: [part, index],
      })),
      list,
    );
  }
}

function checkMilestones(programme: Programme, list: ProblemList): void {
  programme.milestones.forEach(({ indicator }, index) => {
    if (indicator !== null && !programme.indicators.some((other) => other.code === indicator)) {
      list.at(['milestones', index, 'indicator'], 'programme.unknown-indicator', { indicator });
    }
  });
}

function checkPlans(programme: Programme, register: UnitRegister, list: ProblemList): void {
  const indicators = new Map(programme.indicators.map((indicator) => [indicator.code, indicator]));
  const units = new Map(register.units.map((unit) => [unit.code, unit]));
  const seen = new Set<string>();
  programme.plans.forEach((plan, index) => {
    const path = ['plans', index];
    const indicator = indicators.get(plan.indicator);
    const unit = units.get(plan.unit);
    if (indicator === undefined)
      list.at([...path, 'indicator'], 'programme.unknown-indicator', { indicator: plan.indicator });
    if (unit === undefined) list.at([...path, 'unit'], 'programme.unknown-unit', { unit: plan.unit });
    if (indicator?.measure === 'score')
      list.at([...path, 'indicator'], 'programme.plan-without-samples', { indicator: plan.indicator });
    if (unit?.kind === 'reference')
      list.at([...path, 'unit'], 'programme.plan-for-reference', { unit: plan.unit });
    if (!Number.isSafeInteger(plan.planned) || plan.planned <= 0) {
      list.at([...path, 'planned'], 'programme.out-of-range', { found: plan.planned, allowed: '1, 2, 3 …' });
    }
    const key = `${plan.indicator} ${plan.unit} ${plan.year}`;
    if (seen.has(key))
      list.at(path, 'programme.duplicate-plan', {
        indicator: plan.indicator,
        unit: plan.unit,
        year: plan.year,
      });
    seen.add(key);
  });
}
