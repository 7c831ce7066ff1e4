import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Clock } from './clock';
import type { Config } from './config';
import type { SheetReader } from './documents';
import type { DenialLog, PasswordKeeper, PolicyKeeper, SessionKeeper } from './features/access';
import type { Views } from './features/evaluation';
import type { Forecasts } from './features/submission/forecast.store';
import type { CallLimiter } from './http/call-limiter';
import type { LiveEvents } from './http/live-events';
import type { InstanceKey } from './instance-key';
import type { Originals } from './originals';
import type { Stores } from './stores';

/** Everything a request may use, wired once at start. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly stores: Stores;
  /** Which state of the figures a page shows to whom. */
  readonly views: Views;
  readonly index: ProgrammeIndex;
  readonly sessions: SessionKeeper;
  readonly passwords: PasswordKeeper;
  readonly policy: PolicyKeeper;
  readonly key: InstanceKey;
  /** Called once the first accounts are there: the set-up link must leave no trace. */
  readonly afterSetUp: () => Promise<void>;
  readonly originals: Originals;
  readonly reader: SheetReader;
  readonly forecasts: Forecasts;
  readonly events: LiveEvents;
  /** Every denied call, bounded. */
  readonly denials: DenialLog;
  /** File of the audit trail's heads outside the database. */
  readonly auditHeads: string;
  /** Procedures a minute, by session or address. */
  readonly calls: CallLimiter;
  /** Attempts to sign in a minute, by address. */
  readonly signIns: CallLimiter;
  /** Uploads a minute, by person. */
  readonly uploads: CallLimiter;
}
