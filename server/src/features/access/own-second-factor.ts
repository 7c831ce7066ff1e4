import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import { auditEntry } from './audit-entry';
import { countAttempt, nameHashOf, takeBack, takeBackWithin } from './attempts';
import { recoveryHash, takeCode } from './codes';
import { entryOf, namedActor } from './entry';
import type { Holder } from './holder';
import { newFactor, newRecoveryCodes, stepOfCode, type FactorToEnrol } from './second-factor';
import { confirmPassword } from './sign-in';

/** Begins to enrol a second factor; it counts only once a first code has confirmed it. */
export const beginFactor = async (
  services: AccessGround,
  { account, caller, duty }: Holder,
  password: string | undefined,
): Promise<Result<FactorToEnrol, Refusal>> => {
  // Whoever holds one takes it off first, with a code of it.
  if (account.secondFactor?.confirmed === true)
    return refuse({ code: 'access.not-allowed', operation: 'own.second-factor' });
  if (duty !== 'enrol-second-factor') {
    const confirmed = await confirmPassword(services, account, caller, password ?? '');
    if (!confirmed.ok) return confirmed;
  }
  const factor = newFactor(account.signInName);
  const sealed = services.key.seal(factor.secret);
  await services.stores.accounts.change(account.id, {
    secondFactor: { sealed, confirmed: false, lastStep: 0 },
  });
  return ok(factor);
};

/** What a confirmed second factor leaves its owner with. */
export interface Enrolled {
  /** Shown once. */
  readonly recoveryCodes: readonly string[];
  /** A session in place of this one; null when the role must be chosen anew. */
  readonly token: string | null;
}

/** Confirms it with a first code; other sessions end, and recovery codes are told once. */
export const confirmFactor = async (
  services: AccessGround,
  { account, caller, actor }: Holder,
  code: string,
): Promise<Result<Enrolled, Refusal>> => {
  const { stores, key, clock, sessions } = services;
  const counted = await countAttempt(services, nameHashOf(key, account.signInName), caller.address);
  if (!counted.ok) return counted;
  const attempt = counted.value;
  const { secondFactor } = account;
  const secret = secondFactor === null ? null : key.unseal(secondFactor.sealed);
  const step = secret === null ? null : stepOfCode(secret, code.trim(), Date.parse(clock.now()));
  if (secondFactor === null || secondFactor.confirmed || step === null || attempt.locked)
    return refuse({ code: 'access.code-wrong', ...attempt.told });
  await takeBack(services, attempt);
  const confirmed = { ...account, secondFactor: { ...secondFactor, confirmed: true, lastStep: step } };
  const entry = entryOf(services, confirmed, actor?.role);
  const { address, browser } = caller;
  const drawn =
    entry.kind === 'open'
      ? sessions.draw({ accountId: account.id, actor: entry.actor, duty: entry.duty, address, browser })
      : null;
  const recoveryCodes = newRecoveryCodes();
  const hashes = recoveryCodes.flatMap((text) => recoveryHash(services, account.id, text) ?? []);
  const changed = await stores.transaction(async (within) => {
    const before = await within.sessions.listOf(account.id);
    await within.accounts.change(account.id, { secondFactor: confirmed.secondFactor });
    await within.accounts.keepRecoveryCodes(account.id, hashes);
    await within.sessions.deleteOf(account.id);
    if (drawn !== null) await within.sessions.create(drawn.session);
    const doer = { ...caller, actor: actor ?? namedActor(account) };
    const act = { event: 'second-factor.enrol', object: `account:${account.id}` };
    await within.audit.append([auditEntry(doer, clock.now(), act)]);
    return ok(before.map(({ tokenHash }) => tokenHash));
  });
  if (!changed.ok) return changed;
  sessions.forget(changed.value);
  return ok({ recoveryCodes, token: drawn?.token ?? null });
};

/** Takes one's own second factor off, with the password and a code. */
export const removeFactor = async (
  services: AccessGround,
  { account, caller, actor }: Holder,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<Result<null, Refusal>> => {
  const { stores, clock } = services;
  const confirmed = await confirmPassword(services, account, caller, password);
  if (!confirmed.ok) return confirmed;
  const counted = await countAttempt(services, nameHashOf(services.key, account.signInName), caller.address);
  if (!counted.ok) return counted;
  const attempt = counted.value;
  if (attempt.locked) return refuse({ code: 'access.code-wrong', ...attempt.told });
  return stores.transaction(async (within) => {
    if (!(await takeCode(services, within, account, code)))
      return refuse({ code: 'access.code-wrong', ...attempt.told });
    await takeBackWithin(within, attempt, services.policy.current().attempts);
    await within.accounts.change(account.id, { secondFactor: null });
    await within.accounts.keepRecoveryCodes(account.id, []);
    const act = { event: 'second-factor.remove', object: `account:${account.id}` };
    await within.audit.append([auditEntry({ ...caller, actor }, clock.now(), act)]);
    return ok(null);
  });
};
