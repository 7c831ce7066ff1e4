import { signInKey, type Actor, type Duty, type IdleReading, type Role } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import type { Account } from './account.store';
import { auditEntry, type Doer } from './audit-entry';
import { countAttempt, nameHashOf, takeBack, type Attempt } from './attempts';
import { takeCode } from './codes';
import { entryOf, namedActor } from './entry';
import { disableIfIdle, idleOf } from './idle-accounts';

/** What somebody types to come in. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
  /** Which of several roles to use. */
  readonly role?: Role | undefined;
}

/** How a sign-in with the right password goes on. */
export type SignedIn =
  | {
      readonly kind: 'in';
      readonly token: string;
      readonly actor: Actor | null;
      readonly duty: Duty | null;
      /** How long nobody had used the account, where it would soon have been disabled. */
      readonly idle: IdleReading | null;
    }
  | { readonly kind: 'role'; readonly roles: readonly Role[] }
  | { readonly kind: 'code' };

/** Where a sign-in comes from. */
export type Caller = Pick<Doer, 'address' | 'requestId'> & { readonly browser: string };

/**
 * Signs in with name and password. A name that nobody has, a wrong password, a disabled account and a lock take
 * the same steps, the same time and the same words (reliability.md E6, E7).
 */
export const signIn = async (
  services: AccessGround,
  caller: Caller,
  typed: Credentials,
): Promise<Result<SignedIn, Refusal>> => {
  const { stores, key, passwords } = services;
  const nameHash = nameHashOf(key, typed.name);
  const account = await stores.accounts.findByName(signInKey(typed.name) ?? '');
  const counted = await countAttempt(services, nameHash, caller.address);
  if (!counted.ok) return counted;
  const attempt = counted.value;
  const isIdle = account !== null && (await disableIfIdle(services, account.id));
  const usable = account?.enabled === true && !isIdle ? account : null;
  const fits = await passwords.verify(usable?.password?.hash ?? null, typed.password);
  if (fits === null) {
    await takeBack(services, attempt);
    return refuse({ code: 'access.busy' });
  }
  if (usable === null || !fits || attempt.locked) {
    await noteFailure(services, caller, account?.id ?? `name ${nameHash.slice(0, 16)}`);
    return refuse({ code: 'access.sign-in-failed', ...attempt.told });
  }
  const entry = entryOf(services, usable, typed.role);
  if (entry.kind !== 'open') {
    await takeBack(services, attempt);
    return entry.kind === 'choose'
      ? ok({ kind: 'role', roles: entry.roles })
      : refuse({ code: 'access.no-role' });
  }
  if (usable.secondFactor?.confirmed === true && typed.code === undefined) {
    await takeBack(services, attempt);
    return ok({ kind: 'code' });
  }
  return open({ services, caller, account: usable, attempt, typed, entry });
};

interface Opening {
  readonly services: AccessGround;
  readonly caller: Caller;
  readonly account: Account;
  readonly attempt: Attempt;
  readonly typed: Credentials;
  readonly entry: { readonly actor: Actor | null; readonly duty: Duty | null };
}

const open = async ({
  services,
  caller,
  account,
  attempt,
  typed,
  entry,
}: Opening): Promise<Result<SignedIn, Refusal>> => {
  const { stores, sessions, clock, passwords } = services;
  const hash = account.password?.hash ?? '';
  const better = passwords.isOutdated(hash) ? await passwords.hash(typed.password) : null;
  const { address, browser } = caller;
  const reading = await idleOf(services, account);
  const idle = reading.isNear ? reading : null;
  const { token, session } = sessions.draw({ ...entry, accountId: account.id, address, browser });
  const opened = await stores.transaction<SignedIn>(async (within) => {
    const factor = account.secondFactor?.confirmed === true;
    if (factor && !(await takeCode(services, within, account, typed.code ?? '')))
      return refuse({ code: 'access.code-wrong', ...attempt.told });
    if (better !== null) await within.accounts.rehash(account.id, better);
    await within.accounts.change(account.id, { lastSignInAt: clock.now() });
    await within.attempts.forget(attempt.nameHash, attempt.source);
    await within.sessions.create(session);
    const doer = { ...caller, session: session.tokenHash, actor: entry.actor ?? namedActor(account) };
    const object = `account:${account.id}`;
    await within.audit.append([auditEntry(doer, clock.now(), { event: 'session.sign-in', object })]);
    return ok({ kind: 'in', token, actor: entry.actor, duty: entry.duty, idle });
  });
  if (!opened.ok) await noteFailure(services, caller, account.id);
  return opened;
};

/** Notes a failure: by id where there is an account, else by keyed hash only, for it may be a password (I8). */
const noteFailure = async ({ stores, clock }: AccessGround, caller: Caller, whom: string): Promise<void> => {
  const doer = { ...caller, actor: null };
  const entry = { event: 'session.sign-in', object: `account:${whom}`, outcome: 'refused' } as const;
  await stores.audit.append([auditEntry(doer, clock.now(), entry)]);
};

/** Checks the present password of somebody signed in, counted like a sign-in (step-up, reliability.md E13). */
export const confirmPassword = async (
  services: AccessGround,
  account: Account,
  caller: Caller,
  password: string,
): Promise<Result<null, Refusal>> => {
  const { stores, key, passwords } = services;
  const nameHash = nameHashOf(key, account.signInName);
  const counted = await countAttempt(services, nameHash, caller.address);
  if (!counted.ok) return counted;
  const fits = await passwords.verify(account.password?.hash ?? null, password);
  if (fits === null) return refuse({ code: 'access.busy' });
  if (!fits || counted.value.locked) {
    await noteFailure(services, caller, account.id);
    return refuse({ code: 'access.wrong-password', ...counted.value.told });
  }
  await stores.attempts.forget(nameHash, caller.address);
  return ok(null);
};
