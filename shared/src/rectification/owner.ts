import { mayReport, type Actor } from '../access';
import type { Indicator, ReportingUnit } from '../programme';
import type { Rectification, RectificationOwner } from './types';

/** Who answers first: a part of the whole for itself, for the whole the department that leads the indicator. */
export const firstOwner = (
  { departments }: Pick<Indicator, 'departments'>,
  unit: Pick<ReportingUnit, 'code' | 'kind'>,
): RectificationOwner =>
  unit.kind === 'part'
    ? { kind: 'unit', unit: unit.code }
    : { kind: 'department', department: departments.lead };

/** Whether somebody answers for an owner; a statistician of no named department answers for each of them. */
export const isOwner = (
  { role, unit, departments }: Pick<Actor, 'role' | 'unit' | 'departments'>,
  owner: RectificationOwner,
): boolean => {
  if (owner.kind === 'unit') return role === 'county' && unit === owner.unit;
  return role === 'statistician' && (departments.length === 0 || departments.includes(owner.department));
};

/** Whether two owners are one. */
export const sameOwner = (one: RectificationOwner, other: RectificationOwner): boolean =>
  one.kind === 'unit'
    ? other.kind === 'unit' && one.unit === other.unit
    : other.kind === 'department' && one.department === other.department;

/**
 * Whether somebody may know of a rectification: leaders and reviewers of each, whoever reports its figure or has ever
 * had to answer for it, nobody else. `indicator` is null where the programme does not know it any more.
 */
export const maySee = (
  actor: Actor,
  { unit, steps }: Pick<Rectification, 'unit' | 'steps'>,
  indicator: Pick<Indicator, 'departments'> | null,
): boolean =>
  actor.role === 'leader' ||
  actor.role === 'reviewer' ||
  (indicator !== null && mayReport(actor, indicator, unit)) ||
  steps.some(({ owner }) => isOwner(actor, owner));
