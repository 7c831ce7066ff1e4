import { ok, refuse, type Result } from '../result';
import { problemList, type ProblemList, type ProgrammeProblem } from './problem';
import { readShape } from './read-shape';
import { unitsSchema } from './schema';
import { checkCodes, checkNames } from './taken-names';
import type { ReportingUnit, UnitRegister } from './types';

type ByCode = ReadonlyMap<string, ReportingUnit>;

/** Reads a units file; refuses with every mistake found, each with its path. */
export function loadUnits(json: unknown): Result<UnitRegister, readonly ProgrammeProblem[]> {
  const shape = readShape(unitsSchema, json);
  if ('problems' in shape) return refuse(shape.problems);
  const { code, name, units, excluded } = shape.value;
  const list = problemList();
  checkCodes(
    units.map((unit) => unit.code),
    ['units'],
    list,
  );
  checkNames(
    [
      ...units.map((unit, index) => ({ ...unit, owner: unit.code, path: ['units', index] })),
      ...excluded.map((place, index) => ({
        ...place,
        code: null,
        owner: place.name.zh,
        path: ['excluded', index],
      })),
    ],
    list,
  );
  checkWhole(units, list);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  units.forEach((unit, index) => {
    checkParent(unit, index, byCode, list);
    checkWithin(unit, index, byCode, list);
  });
  return list.problems.length > 0 ? refuse(list.problems) : ok({ code, name, units, excluded });
}

function checkWhole(units: readonly ReportingUnit[], list: ProblemList): void {
  const wholes = units.flatMap((unit, index) => (unit.kind === 'whole' ? [index] : []));
  if (wholes.length === 0) list.at(['units'], 'programme.no-whole');
  for (const index of wholes.slice(1)) list.at(['units', index, 'kind'], 'programme.several-wholes');
}

function checkParent(unit: ReportingUnit, index: number, units: ByCode, list: ProblemList): void {
  const path = ['units', index, 'parent'];
  if (unit.kind !== 'part') {
    if (unit.parent !== null) list.at(path, 'programme.parent-not-allowed', { unit: unit.code });
    return;
  }
  if (unit.parent === null) return list.at(path, 'programme.parent-missing', { unit: unit.code });
  const parent = units.get(unit.parent);
  if (parent === undefined) return list.at(path, 'programme.unknown-unit', { unit: unit.parent });
  if (parent.kind === 'reference') return list.at(path, 'programme.parent-not-allowed', { unit: unit.code });
  if (isCircular(unit, 'parent', units)) list.at(path, 'programme.parent-circular', { unit: unit.code });
}

function checkWithin(unit: ReportingUnit, index: number, units: ByCode, list: ProblemList): void {
  if (unit.within === null) return;
  const path = ['units', index, 'within'];
  const outer = units.get(unit.within);
  if (outer === undefined) return list.at(path, 'programme.unknown-unit', { unit: unit.within });
  if (outer.kind !== 'part' || unit.kind !== 'part')
    return list.at(path, 'programme.within-not-a-part', { unit: unit.within });
  if (isCircular(unit, 'within', units)) list.at(path, 'programme.within-circular', { unit: unit.code });
}

/** Follows the links from a unit until they end or come round. */
function isCircular(unit: ReportingUnit, link: 'parent' | 'within', units: ByCode): boolean {
  const seen = new Set<string>([unit.code]);
  for (let next = unit[link]; next !== null; ) {
    if (seen.has(next)) return true;
    seen.add(next);
    next = units.get(next)?.[link] ?? null;
  }
  return false;
}
