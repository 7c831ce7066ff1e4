import type { ProblemList } from './problem';
import type { Indicator, Programme, UnitCode } from './types';

/** What an indicator must not ask for: sums of rates that arrive finished, a gauge without room, unknown departments. */
export function checkIndicator(
  indicator: Indicator,
  index: number,
  { programme, units }: { readonly programme: Programme; readonly units: ReadonlySet<UnitCode> },
  list: ProblemList,
): void {
  const path = ['indicators', index];
  const departments = new Set(programme.departments.map((department) => department.code));
  const { lead, others } = indicator.departments;
  if (!departments.has(lead))
    list.at([...path, 'departments', 'lead'], 'programme.unknown-department', { department: lead });
  others.forEach((department, position) => {
    if (!departments.has(department))
      list.at([...path, 'departments', 'others', position], 'programme.unknown-department', { department });
  });
  if (indicator.measure === 'score' && indicator.combination !== 'given') {
    list.at([...path, 'combination'], 'programme.score-not-given', { indicator: indicator.code });
  }
  // statistics.md l: the sum of a weighted or given indicator means nothing, so nobody may ask for it.
  if (indicator.combination !== 'pooled' && indicator.reportedBy === 'lower-units') {
    list.at([...path, 'reportedBy'], 'programme.sum-of-finished-rates', {
      indicator: indicator.code,
      combination: indicator.combination,
    });
  }
  checkWeights(indicator, path, units, list);
  indicator.waived?.forEach(({ unit }, position) => {
    if (!units.has(unit)) list.at([...path, 'waived', position, 'unit'], 'programme.unknown-unit', { unit });
  });
  const { low, high } = indicator.scale;
  if (low >= high) list.at([...path, 'scale'], 'programme.scale-reversed', { low, high });
}

/** Weights belong to a weighted indicator, to units there are, once each, and above nought. */
function checkWeights(
  { code, combination, weights = [] }: Indicator,
  path: readonly PropertyKey[],
  units: ReadonlySet<UnitCode>,
  list: ProblemList,
): void {
  if (weights.length > 0 && combination !== 'weighted') {
    list.at([...path, 'weights'], 'programme.weights-not-asked', { indicator: code, combination });
  }
  const seen = new Set<UnitCode>();
  weights.forEach(({ unit, weight }, position) => {
    const place = [...path, 'weights', position];
    if (!units.has(unit)) list.at([...place, 'unit'], 'programme.unknown-unit', { unit });
    if (seen.has(unit)) list.at([...place, 'unit'], 'programme.weight-twice', { unit });
    if (Number(weight) === 0)
      list.at([...place, 'weight'], 'programme.weight-not-positive', { unit, weight });
    seen.add(unit);
  });
}
