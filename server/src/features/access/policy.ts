import { policyFloor, readPolicy, type SecurityPolicy } from '@zhibiao/shared/access';
import type { Stores } from '../../stores';

/** The security policy in force; asked for at every request, so it stands in memory. */
export interface PolicyKeeper {
  readonly current: () => SecurityPolicy;
  /** Takes over what has been stored. */
  readonly adopt: (policy: SecurityPolicy) => void;
}

/** Reads the kept policy once at start; nothing kept, or nothing that fits, is the floor. */
export const policyKeeper = async ({ accounts }: Pick<Stores, 'accounts'>): Promise<PolicyKeeper> => {
  const kept = await accounts.policy();
  let policy = kept === null ? policyFloor : readPolicy(JSON.parse(kept));
  return {
    current: () => policy,
    adopt: (next) => {
      policy = next;
    },
  };
};
