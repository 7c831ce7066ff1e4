import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Instant } from '@zhibiao/shared/calendar';
import type { AccessGround } from './ground';
import type { Stores } from '../../stores';
import { auditEntry } from './audit-entry';
import { countAttempt } from './attempts';
import { takeCode } from './codes';
import { namedActor } from './entry';
import type { Caller, SignedIn } from './sign-in';
import { hashOfToken, isToken, newToken } from './tokens';

const linkMinutes = 30;

/**
 * Makes the one link by which an account chooses a password, or the instance is set up (null); an earlier one
 * dies. The token is told once and nobody can ask for it again.
 */
export const makeLink = async (
  { accounts }: Pick<Stores, 'accounts'>,
  accountId: string | null,
  now: Instant,
): Promise<string> => {
  const token = newToken();
  const expiresAt = new Date(Date.parse(now) + linkMinutes * 60_000).toISOString();
  await accounts.keepLink({ tokenHash: hashOfToken(token), accountId, expiresAt });
  return token;
};

/** A link that is still good; null for one that is unknown, used or too old. */
export const goodLink = async ({ accounts }: Pick<Stores, 'accounts'>, token: string, now: Instant) => {
  const link = isToken(token) ? await accounts.findLink(hashOfToken(token)) : null;
  return link !== null && link.expiresAt > now ? link : null;
};

/**
 * Opens a session in which nothing can be done but choosing a password. The link is used up by that; a second
 * factor is still asked for, so that a link alone never takes an account over.
 */
export const openLink = async (
  services: AccessGround,
  caller: Caller,
  { token, code }: { readonly token: string; readonly code?: string | undefined },
): Promise<Result<SignedIn, Refusal>> => {
  const { stores, clock, sessions, key } = services;
  const link = await goodLink(stores, token, clock.now());
  const account = link?.accountId == null ? null : await stores.accounts.find(link.accountId);
  if (link === null || account?.enabled !== true) return refuse({ code: 'access.link-gone' });
  const factor = account.secondFactor?.confirmed === true;
  if (factor && code === undefined) return ok({ kind: 'code' });
  const counted = await countAttempt(services, key.hash(`link ${account.id}`), caller.address);
  if (!counted.ok) return counted;
  const { locked, told, nameHash } = counted.value;
  if (factor && locked) return refuse({ code: 'access.code-wrong', ...told });
  const { address, browser } = caller;
  const drawn = sessions.draw({
    accountId: account.id,
    actor: null,
    duty: 'change-password',
    address,
    browser,
  });
  return stores.transaction<SignedIn>(async (within) => {
    if (factor && !(await takeCode(services, within, account, code ?? '')))
      return refuse({ code: 'access.code-wrong', ...told });
    if (!(await within.accounts.takeLink(link.tokenHash))) return refuse({ code: 'access.link-gone' });
    await within.accounts.change(account.id, { mustChange: true, lastSignInAt: clock.now() });
    await within.attempts.forget(nameHash, caller.address);
    await within.sessions.create(drawn.session);
    const doer = { ...caller, actor: namedActor(account) };
    const entry = { event: 'session.use-link', object: `account:${account.id}` };
    await within.audit.append([auditEntry(doer, clock.now(), entry)]);
    return ok({ kind: 'in', token: drawn.token, actor: null, duty: 'change-password', idle: null });
  });
};
