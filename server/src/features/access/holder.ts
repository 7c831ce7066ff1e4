import type { Actor, Duty } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import type { Account } from './account.store';
import type { Caller } from './sign-in';

/** Somebody signed in, with their account. */
export interface Holder {
  readonly account: Account;
  readonly actor: Actor | null;
  readonly duty: Duty | null;
  readonly session: string;
  readonly caller: Caller;
}

interface Asking extends Caller {
  readonly actor: Actor | null;
  readonly duty: Duty | null;
  readonly accountId: string;
  readonly session: string;
}

/** The account of whoever asks; the demonstration's people have none, and nothing of theirs can change. */
export const holderOf = async (
  { stores }: Pick<AccessGround, 'stores'>,
  { actor, duty, accountId, session, address, requestId, browser }: Asking,
): Promise<Result<Holder, Refusal>> => {
  const account = await stores.accounts.find(accountId);
  return account === null
    ? refuse({ code: 'access.no-passwords' })
    : ok({ account, actor, duty, session, caller: { address, requestId, browser } });
};
