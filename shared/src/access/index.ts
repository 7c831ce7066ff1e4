export { roles, type Actor, type Role } from './types';
export { mayDo, operations, reachOf, type Operation, type Reach, type Rule } from './who-may';
export { mayReport } from './may-report';
export { demonstrationActors, type DemonstrationActor } from './demonstration-actors';
export { actorOf, grantProblem, isAdministrator, type Grant, type GrantProblem } from './grants';
export { foldText, signInKey, signInNameLength } from './sign-in-name';
export {
  longestPassword,
  passwordProblems,
  passwordProfiles,
  passwordRules,
  passwordText,
  type PasswordContext,
  type PasswordProblem,
  type PasswordProfile,
  type PasswordRules,
} from './password-rules';
export {
  policyFloor,
  readPolicy,
  secondFactorCandidates,
  securityPolicySchema,
  type SecurityPolicy,
} from './security-policy';
export { idleNoticeDays, idleReading, type IdleReading } from './idle-account';
export {
  afterAttempt,
  attemptsLeft,
  failuresKeptFor,
  isLocked,
  noFailures,
  sourcesBeforeWholeLock,
  type Failures,
} from './lock-out';
export { dutyAllows, type Duty } from './duty';
export {
  auditEvents,
  auditFields,
  canonicalEntry,
  chainOf,
  checkChain,
  cleanEntry,
  emptyTrail,
  type AuditBreak,
  type AuditEntry,
  type AuditEvent,
  type AuditField,
  type AuditHead,
  type AuditOutcome,
  type AuditPage,
  type AuditVerdict,
  type ChainCheck,
  type HashText,
  type NewAuditEntry,
} from './audit';
