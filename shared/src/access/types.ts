import type { DepartmentCode, Text, UnitCode } from '../programme';

/** Every role, in the order of the authorisation matrix; the display on the wall comes last. */
export const roles = [
  'leader',
  'statistician',
  'county',
  'reviewer',
  'sysadmin',
  'secadmin',
  'auditor',
  'wall',
] as const;

/**
 * Who someone is in the process. Administrators and the auditor hold no right over figures (GB/T 22239, three
 * admins apart); `wall` is an unattended display that only reads what is published.
 */
export type Role = (typeof roles)[number];

/** What a person may reach; always taken from the session, never from the input. */
export interface Actor {
  /** Stable name in the ledger and audit, `demo-county-441521`. */
  readonly id: string;
  readonly role: Role;
  readonly name: Text;
  /** For a statistician: the departments whose indicators they report; empty means every one. */
  readonly departments: readonly DepartmentCode[];
  /** For a county: its unit. */
  readonly unit: UnitCode | null;
}
