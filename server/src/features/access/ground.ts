import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Clock } from '../../clock';
import type { Config } from '../../config';
import type { InstanceKey } from '../../instance-key';
import type { Stores } from '../../stores';
import type { PasswordKeeper } from './passwords';
import type { PolicyKeeper } from './policy';
import type { SessionKeeper } from './sessions';

/** What this room stands on; a function asks only for its part. */
export interface AccessGround {
  readonly config: Pick<Config, 'mode' | 'passwordProfile'>;
  readonly clock: Clock;
  readonly stores: Stores;
  readonly index: ProgrammeIndex;
  readonly sessions: SessionKeeper;
  readonly passwords: PasswordKeeper;
  readonly policy: PolicyKeeper;
  readonly key: InstanceKey;
  /** Called once the first accounts are there: the set-up link must leave no trace. */
  readonly afterSetUp: () => Promise<void>;
}
