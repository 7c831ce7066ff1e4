export type { AuditBreak, AuditEntry, AuditHead, AuditOutcome, AuditVerdict, NewAuditEntry } from './types';
export { canonicalEntry, chainOf, emptyTrail, type HashText } from './canonical-entry';
export { checkChain, type ChainCheck } from './check-chain';
export { cleanEntry } from './clean-entry';
export { auditEvents, auditFields, type AuditEvent, type AuditField } from './events';
export type { AuditPage } from './views';
