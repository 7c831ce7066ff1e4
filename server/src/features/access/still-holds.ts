import type { Operation } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Stores } from '../../stores';
import type { Author } from './author';

/**
 * Whether somebody who asked for a later act still holds the role they asked in: the account is enabled and has it.
 * The demonstration's people have no accounts and cannot lose anything.
 */
export const stillHolds = async (
  stores: Pick<Stores, 'accounts'>,
  { id, role }: Author,
  operation: Operation,
): Promise<Result<null, Refusal>> => {
  const account = await stores.accounts.find(id);
  if (account === null) return ok(null);
  return account.enabled && account.grants.some((grant) => grant.role === role)
    ? ok(null)
    : refuse({ code: 'access.not-allowed', operation });
};
