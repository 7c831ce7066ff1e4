import { signInKey } from '@zhibiao/shared/access';
import type { Text } from '@zhibiao/shared/programme';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import { auditEntry } from './audit-entry';
import { goodLink, makeLink } from './links';
import { freshAccount } from './manage-account';
import { refusedPassword } from './own-password';
import type { Caller } from './sign-in';

/** What the first person of an instance types. */
export interface SetUp {
  readonly token: string;
  readonly sysadmin: { readonly signInName: string; readonly name: Text; readonly password: string };
  readonly secadmin: { readonly signInName: string; readonly name: Text };
}

/** The token of the set-up link, made anew at every start until there is an account; null once there is one. */
export const prepareSetUp = async ({
  stores,
  config,
  clock,
}: Pick<AccessGround, 'stores' | 'config' | 'clock'>): Promise<string | null> => {
  if (config.mode !== 'live' || (await stores.accounts.count()) > 0) return null;
  return makeLink(stores, null, clock.now());
};

/**
 * Makes the two first accounts. They must be two people (reliability.md F8): the system administrator chooses a
 * password here, the security administrator by a one-time link, so that nobody knows both.
 */
export const setUp = async (
  services: AccessGround,
  caller: Caller,
  { token, sysadmin, secadmin }: SetUp,
): Promise<Result<{ readonly token: string }, Refusal>> => {
  const { stores, clock, passwords } = services;
  const gone = refuse({ code: 'access.link-gone' } as const);
  const link = await goodLink(stores, token, clock.now());
  if (link === null || link.accountId !== null || (await stores.accounts.count()) > 0) return gone;
  const keys = [signInKey(sysadmin.signInName), signInKey(secadmin.signInName)] as const;
  const [first, second] = keys;
  if (first === null || second === null) return refuse({ code: 'access.name-refused' });
  if (first === second) return refuse({ code: 'access.name-taken', name: secadmin.signInName });
  const refused = await refusedPassword(services, sysadmin, sysadmin.password);
  if (refused !== null) return refuse(refused);
  const hash = await passwords.hash(sysadmin.password);
  if (hash === null) return refuse({ code: 'access.busy' });
  const now = clock.now();
  const grantOf = (role: 'sysadmin' | 'secadmin') => [{ role, departments: [], unit: null }] as const;
  const one = { ...freshAccount(sysadmin.signInName, sysadmin.name, now), grants: grantOf('sysadmin') };
  const other = { ...freshAccount(secadmin.signInName, secadmin.name, now), grants: grantOf('secadmin') };
  const made = await stores.transaction(async (within) => {
    if (!(await within.accounts.takeLink(link.tokenHash)) || (await within.accounts.count()) > 0) return gone;
    await within.accounts.create(one, first);
    await within.accounts.create(other, second);
    await within.accounts.setPassword(one.id, { hash, setAt: now }, 1);
    const told = await makeLink(within, other.id, now);
    await within.audit.append(
      [one, other].map((account) =>
        auditEntry({ ...caller, actor: null }, now, {
          event: 'set-up.account',
          object: `account:${account.id}`,
          after: { signInName: account.signInName, grants: account.grants },
        }),
      ),
    );
    return ok({ token: told });
  });
  if (made.ok) await services.afterSetUp();
  return made;
};
