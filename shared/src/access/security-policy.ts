import { z } from 'zod';
import { roles, type Role } from './types';

/** What the security administrator may tighten, never loosen below the built-in floor. */
export interface SecurityPolicy {
  /** Wrong passwords in a row from one source before the lock. */
  readonly attempts: number;
  /** Minutes of the first lock; each further one doubles. */
  readonly lockMinutes: number;
  /** Minutes without activity after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which a session ends in any case. */
  readonly absoluteHours: number;
  /** Days without a sign-in after which an account is disabled. */
  readonly accountDays: number;
  /** Roles that sign in with a second factor only. */
  readonly secondFactorRoles: readonly Role[];
}

/** The built-in floor, which is also what a new instance starts with (reliability.md E6, E9). */
export const policyFloor: SecurityPolicy = {
  attempts: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  absoluteHours: 12,
  accountDays: 90,
  secondFactorRoles: [],
};

/** Whom a second factor may be demanded of: whoever reviews or administers. */
export const secondFactorCandidates = [
  'reviewer',
  'sysadmin',
  'secadmin',
  'auditor',
] as const satisfies readonly Role[];

/** Shape of a policy from outside: every number on the strict side of the floor. */
export const securityPolicySchema = z.strictObject({
  attempts: z.int().min(3).max(policyFloor.attempts),
  lockMinutes: z.int().min(policyFloor.lockMinutes).max(1_440),
  idleMinutes: z.int().min(5).max(policyFloor.idleMinutes),
  absoluteHours: z.int().min(1).max(policyFloor.absoluteHours),
  // A policy kept before there was such a bound has the floor's.
  accountDays: z.int().min(30).max(policyFloor.accountDays).default(policyFloor.accountDays),
  secondFactorRoles: z
    .array(z.enum(roles).refine((role) => (secondFactorCandidates as readonly Role[]).includes(role)))
    .max(secondFactorCandidates.length),
});

/** A kept policy read back; null and what no longer fits give the floor, never anything looser. */
export const readPolicy = (kept: unknown): SecurityPolicy => {
  const parsed = securityPolicySchema.safeParse(kept);
  return parsed.success ? parsed.data : policyFloor;
};
