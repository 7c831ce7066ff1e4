import type { AuditHead } from '../../features/access/audit.store';
import type { Stores } from '../../stores';
import type { Connection } from '../connection';
import { accountStore } from './account-store';
import { alertStore } from './alert-store';
import { apiTokenStore } from './api-token-store';
import { assessmentStore } from './assessment-store';
import { attemptStore } from './attempt-store';
import { auditStore } from './audit-store';
import { layoutMemoryStore } from './layout-memory-store';
import { observationStore } from './observation-store';
import { programmeStore } from './programme-store';
import { publicationStore } from './publication-store';
import { sampleStore } from './sample-store';
import { rectificationStore } from './rectification-store';
import { sessionStore } from './session-store';
import { submissionStore } from './submission-store';

/** Every port on one connection; `audited` is told of the head of the audit trail after each append. */
export const portsOn = (
  connection: Connection,
  audited: (head: AuditHead) => void = () => undefined,
): Omit<Stores, 'transaction'> => ({
  programmes: programmeStore(connection),
  observations: observationStore(connection),
  submissions: submissionStore(connection),
  layouts: layoutMemoryStore(connection),
  assessments: assessmentStore(connection),
  alerts: alertStore(connection),
  rectifications: rectificationStore(connection),
  publications: publicationStore(connection),
  samples: sampleStore(connection),
  sessions: sessionStore(connection),
  accounts: accountStore(connection),
  apiTokens: apiTokenStore(connection),
  attempts: attemptStore(connection),
  audit: auditStore(connection, audited),
});
