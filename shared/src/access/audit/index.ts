export type { AuditEntry, AuditHead, AuditOutcome, NewAuditEntry } from './types';
export { canonicalEntry, chainOf, emptyTrail, type HashText } from './canonical-entry';
export { canonicalList } from './canonical-list';
export { checkChain, type AuditBreak, type ChainCheck } from './check-chain';
export { cleanEntry } from './clean-entry';
