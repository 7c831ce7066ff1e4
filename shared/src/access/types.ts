import type { DepartmentCode, Text, UnitCode } from '../programme';

/** Who someone is in the process; the administrators and the auditor come with live instances. */
export type Role = 'leader' | 'statistician' | 'county' | 'reviewer';

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
