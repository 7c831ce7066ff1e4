import { passwordProblems, passwordRules, type PasswordProblem } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import type { Account } from './account.store';
import { auditEntry } from './audit-entry';
import { entryOf, namedActor } from './entry';
import type { Holder } from './holder';
import { confirmPassword } from './sign-in';
import { commonPasswords, contextWords } from './weak-words';

/** Why a new password is refused, or null; `earlier` are hashes of the last ones. */
export const refusedPassword = async (
  services: Pick<AccessGround, 'config' | 'index' | 'passwords'>,
  account: Pick<Account, 'signInName' | 'name'>,
  password: string,
  earlier: readonly string[] = [],
): Promise<Refusal | null> => {
  const profile = services.config.passwordProfile;
  const words = contextWords(services.index, account);
  const problems: PasswordProblem[] = [
    ...passwordProblems(password, { profile, isCommon: await commonPasswords(), words }),
  ];
  const { least, kinds, remembered } = passwordRules[profile];
  if (problems.length === 0) {
    for (const hash of earlier.slice(0, remembered)) {
      if ((await services.passwords.verify(hash, password)) === true) problems.push('used-before');
    }
  }
  return problems.length === 0
    ? null
    : { code: 'access.password-refused', problems: [...new Set(problems)], least, kinds, remembered };
};

/**
 * Changes one's own password. The present one is asked for, unless the session exists for nothing else. Every
 * session of the account ends; a new one takes the place of this one where it is clear as whom (E8, E10).
 */
export const changePassword = async (
  services: AccessGround,
  holder: Holder,
  { current, next }: { readonly current?: string | undefined; readonly next: string },
): Promise<Result<{ readonly token: string | null }, Refusal>> => {
  const { stores, sessions, clock, passwords, config } = services;
  const { account, caller, duty, actor } = holder;
  if (duty !== 'change-password') {
    const confirmed = await confirmPassword(services, account, caller, current ?? '');
    if (!confirmed.ok) return confirmed;
  }
  const earlier = await stores.accounts.earlierPasswords(account.id);
  const refused = await refusedPassword(services, account, next, earlier);
  if (refused !== null) return refuse(refused);
  const hash = await passwords.hash(next);
  if (hash === null) return refuse({ code: 'access.busy' });
  const setAt = clock.now();
  const renewed: Account = { ...account, password: { hash, setAt }, mustChange: false };
  const entry = entryOf(services, renewed, actor?.role);
  const { address, browser } = caller;
  const drawn =
    entry.kind === 'open'
      ? sessions.draw({ accountId: account.id, actor: entry.actor, duty: entry.duty, address, browser })
      : null;
  const { remembered } = passwordRules[config.passwordProfile];
  const changed = await stores.transaction(async (within) => {
    const before = await within.sessions.listOf(account.id);
    await within.accounts.setPassword(account.id, { hash, setAt }, remembered);
    await within.accounts.dropLinks(account.id);
    await within.sessions.deleteOf(account.id);
    if (drawn !== null) await within.sessions.create(drawn.session);
    const doer = { ...caller, actor: actor ?? namedActor(account) };
    const act = { event: 'password.change', object: `account:${account.id}` };
    await within.audit.append([auditEntry(doer, clock.now(), act)]);
    return ok(before.map(({ tokenHash }) => tokenHash));
  });
  if (!changed.ok) return changed;
  sessions.forget(changed.value);
  return ok({ token: drawn?.token ?? null });
};
