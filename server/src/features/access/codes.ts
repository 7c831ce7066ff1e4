import type { AccessGround } from './ground';
import type { Stores } from '../../stores';
import type { Account } from './account.store';
import { recoveryText, stepOfCode } from './second-factor';

type Ground = Pick<AccessGround, 'key' | 'clock'>;

/** Keyed hash of a recovery code of an account; null when the text cannot be one. */
export const recoveryHash = ({ key }: Pick<AccessGround, 'key'>, accountId: string, typed: string) => {
  const text = recoveryText(typed);
  return text === null ? null : key.hash(`recovery ${accountId} ${text}`);
};

/**
 * Takes a code of the second factor or a recovery code, once and for all; call it inside the transaction that
 * the code opens. False for a code that is wrong, too old or taken already.
 */
export const takeCode = async (
  ground: Ground,
  { accounts }: Pick<Stores, 'accounts'>,
  account: Account,
  typed: string,
): Promise<boolean> => {
  const { secondFactor } = account;
  if (secondFactor === null) return false;
  const recovery = recoveryHash(ground, account.id, typed);
  if (recovery !== null) return accounts.takeRecoveryCode(account.id, recovery);
  const secret = ground.key.unseal(secondFactor.sealed);
  const step = secret === null ? null : stepOfCode(secret, typed.trim(), Date.parse(ground.clock.now()));
  return step !== null && accounts.takeStep(account.id, step);
};
