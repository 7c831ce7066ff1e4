import type { ProblemList } from './problem';
import type { Comparator, Indicator, Programme, Target, UnitRegister } from './types';

/** What a target is checked against. */
export interface TargetContext {
  readonly programme: Programme;
  readonly register: UnitRegister;
}

/** A target must speak of a known indicator, compare with known references, and fit on the indicator's gauge. */
export function checkTarget(target: Target, index: number, context: TargetContext, list: ProblemList): void {
  const { programme, register } = context;
  const path = ['targets', index];
  const indicator = programme.indicators.find((other) => other.code === target.indicator);
  if (indicator === undefined)
    list.at([...path, 'indicator'], 'programme.unknown-indicator', { indicator: target.indicator });
  if (target.from > target.due)
    list.at([...path, 'from'], 'programme.from-after-due', { from: target.from, due: target.due });
  const earlier = programme.targets.slice(0, index);
  if (earlier.some((other) => other.indicator === target.indicator && other.from === target.from)) {
    list.at(path, 'programme.duplicate-target', { indicator: target.indicator, from: target.from });
  }
  target.comparators.forEach((comparator, position) => {
    const place = [...path, 'comparators', position];
    checkReference(comparator, place, register, list);
    if (indicator !== undefined) checkFit(comparator, indicator, place, list);
  });
}

function checkReference(
  comparator: Comparator,
  place: readonly PropertyKey[],
  register: UnitRegister,
  list: ProblemList,
): void {
  if (comparator.kind !== 'not-below') return;
  const unit = register.units.find((other) => other.code === comparator.reference);
  const params = { unit: comparator.reference };
  if (unit === undefined) list.at([...place, 'reference'], 'programme.unknown-unit', params);
  else if (unit.kind !== 'reference') list.at([...place, 'reference'], 'programme.not-a-reference', params);
}

function checkFit(
  comparator: Comparator,
  indicator: Indicator,
  place: readonly PropertyKey[],
  list: ProblemList,
): void {
  if (
    comparator.kind === 'coverage' &&
    indicator.measure !== 'register-coverage' &&
    indicator.measure !== 'count'
  ) {
    list.at([...place, 'kind'], 'programme.coverage-needs-register', { indicator: indicator.code });
  }
  const value =
    comparator.kind === 'all' ? 100 : 'threshold' in comparator ? Number(comparator.threshold) : null;
  const { low, high } = indicator.scale;
  if (value !== null && low < high && (value < low || value > high)) {
    list.at(place, 'programme.scale-without-target', { indicator: indicator.code, target: value, low, high });
  }
}
