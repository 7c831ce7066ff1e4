import type { Config } from './config';
import type { SheetReader } from './documents';
import type { AccessGround, DenialLog } from './features/access';
import type { Views } from './features/evaluation';
import type { SampleDesk } from './features/sample/sample-desk.store';
import type { Forecasts } from './features/submission/forecast.store';
import type { CallLimiter } from './http/call-limiter';
import type { LiveEvents } from './http/live-events';
import type { Originals } from './originals';

/** Everything a request may use, wired once at start. */
export interface Services extends AccessGround {
  readonly config: Config;
  /** Which state of the figures a page shows to whom. */
  readonly views: Views;
  readonly originals: Originals;
  readonly reader: SheetReader;
  readonly forecasts: Forecasts;
  readonly samples: SampleDesk;
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
