import type { Indicator, UnitCode } from '../programme';
import type { Actor } from './types';

/**
 * Whether a figure of this indicator and unit is the actor's to report: a county its own unit, a
 * statistician the indicators their departments lead (an empty list is the whole city), nobody else any.
 */
export const mayReport = (
  actor: Actor,
  indicator: Pick<Indicator, 'departments'>,
  unit: UnitCode,
): boolean => {
  switch (actor.role) {
    case 'county':
      return actor.unit === unit;
    case 'statistician':
      return actor.departments.length === 0 || actor.departments.includes(indicator.departments.lead);
    case 'leader':
    case 'reviewer':
    case 'sysadmin':
    case 'secadmin':
    case 'auditor':
    case 'wall':
      return false;
  }
};
