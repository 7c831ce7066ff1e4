import type { Refusal, Result } from '@zhibiao/shared/result';
import type { AccountStore } from './features/access/account.store';
import type { ApiTokenStore } from './features/access/api-token.store';
import type { AttemptStore } from './features/access/attempt.store';
import type { AuditStore } from './features/access/audit.store';
import type { SessionStore } from './features/access/session.store';
import type { AlertStore } from './features/alert/alert.store';
import type { AssessmentStore } from './features/evaluation/assessment.store';
import type { ObservationStore } from './features/observation/observation.store';
import type { ProgrammeStore } from './features/programme/programme.store';
import type { PublicationStore } from './features/publication/publication.store';
import type { SampleStore } from './features/sample/sample.store';
import type { RectificationStore } from './features/rectification/rectification.store';
import type { LayoutMemoryStore } from './features/submission/layout-memory.store';
import type { SubmissionStore } from './features/submission/submission.store';

/**
 * Everything that is kept, one port for each room. A function asks only for its part: `Pick<Stores, 'alerts'>`.
 * Outside a transaction every write is one of its own, and reads see committed state only.
 */
export interface Stores {
  readonly programmes: ProgrammeStore;
  readonly observations: ObservationStore;
  readonly submissions: SubmissionStore;
  readonly layouts: LayoutMemoryStore;
  readonly assessments: AssessmentStore;
  readonly alerts: AlertStore;
  readonly rectifications: RectificationStore;
  readonly publications: PublicationStore;
  readonly samples: SampleStore;
  readonly sessions: SessionStore;
  readonly accounts: AccountStore;
  readonly apiTokens: ApiTokenStore;
  readonly attempts: AttemptStore;
  readonly audit: AuditStore;
  /**
   * Work sees only these stores; when it throws or refuses, nothing happened. Transactions run one after
   * another; when another program holds the database, the answer is the refusal `storage.busy`. Inside work,
   * write through the given stores only and start no second transaction: both are faults and throw.
   */
  transaction<T>(work: (stores: Stores) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>>;
}
