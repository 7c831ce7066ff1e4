import type { DepartmentCode, UnitCode } from '../programme';
import type { Actor, Role } from './types';

/** One role of an account with its scope; what an account holds is a list of them, at most one a role. */
export interface Grant {
  readonly role: Role;
  /** For a statistician: the departments whose indicators they report; empty means every one. */
  readonly departments: readonly DepartmentCode[];
  /** For a county: its unit; null for every other role. */
  readonly unit: UnitCode | null;
}

/** Why a list of grants cannot stand. */
export type GrantProblem =
  /** The same role twice. */
  | 'twice'
  /** Two of the three administrators in one hand (GB/T 22239: three admins apart). */
  | 'administrators-apart'
  /** An administrator or auditor who also handles figures. */
  | 'administrator-with-figures'
  /** A display on the wall stands alone. */
  | 'wall-alone'
  /** A county without a unit, or anybody else with one. */
  | 'unit'
  /** Departments for somebody who is no statistician. */
  | 'departments';

const administrators: ReadonlySet<Role> = new Set<Role>(['sysadmin', 'secadmin', 'auditor']);

/** Whether a role administers the instance instead of handling figures. */
export const isAdministrator = (role: Role): boolean => administrators.has(role);

/**
 * What is wrong with a list of grants, or null when it may stand (reliability.md F8). Several figure roles may
 * be held together: four eyes hold because the account's id stays the same in each of them.
 */
export const grantProblem = (grants: readonly Grant[]): GrantProblem | null => {
  const held = grants.map(({ role }) => role);
  if (new Set(held).size < held.length) return 'twice';
  const admins = held.filter(isAdministrator).length;
  if (admins > 1) return 'administrators-apart';
  if (admins === 1 && held.length > 1) return 'administrator-with-figures';
  if (held.includes('wall') && held.length > 1) return 'wall-alone';
  for (const { role, departments, unit } of grants) {
    if ((role === 'county') !== (unit !== null)) return 'unit';
    if (role !== 'statistician' && departments.length > 0) return 'departments';
  }
  return null;
};

/** Who somebody is while they use one of their grants; the id is the account's in every one of them. */
export const actorOf = (account: Pick<Actor, 'id' | 'name'>, grant: Grant): Actor => ({
  id: account.id,
  role: grant.role,
  name: account.name,
  departments: grant.departments,
  unit: grant.unit,
});
