export type { Author } from './author';
export type { AuditEntry, AuditStore, NewAuditEntry } from './audit.store';
export { auditEntry, type Doer } from './audit-entry';
export { sessionKeeper, type OpenSession, type SessionKeeper } from './sessions';
export type { Session, SessionStore } from './session.store';
