import { grantProblem, signInKey, type Grant, type SecurityPolicy } from '@zhibiao/shared/access';
import type { Text } from '@zhibiao/shared/programme';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import type { Stores } from '../../stores';
import type { Account } from './account.store';
import { auditEntry, type Doer } from './audit-entry';
import { nameHashOf } from './attempts';
import { makeLink } from './links';
import { newAccountId } from './tokens';

/** What managing accounts stands on. */
export type ManagingGround = Pick<AccessGround, 'stores' | 'sessions' | 'clock' | 'index' | 'key' | 'policy'>;

type Ground = ManagingGround;

/** A new account with the link by which its owner chooses a password. */
export interface Created {
  readonly id: string;
  /** Told once. */
  readonly token: string;
}

/** A fresh account without role and without password. */
export const freshAccount = (signInName: string, name: Text, createdAt: string): Account => ({
  id: newAccountId(),
  signInName: signInName.trim(),
  name,
  grants: [],
  enabled: true,
  password: null,
  mustChange: false,
  secondFactor: null,
  createdAt,
  lastSignInAt: null,
});

/** Makes an account. It has no role until the security administrator grants one (authz-matrix). */
export const createAccount = async (
  { stores, clock }: Pick<Ground, 'stores' | 'clock'>,
  doer: Doer,
  { signInName, name }: { readonly signInName: string; readonly name: Text },
): Promise<Result<Created, Refusal>> => {
  const nameKey = signInKey(signInName);
  if (nameKey === null) return refuse({ code: 'access.name-refused' });
  const account = freshAccount(signInName, name, clock.now());
  return stores.transaction(async (within) => {
    if (!(await within.accounts.create(account, nameKey)))
      return refuse({ code: 'access.name-taken', name: account.signInName });
    const token = await makeLink(within, account.id, clock.now());
    await within.audit.append([
      auditEntry(doer, clock.now(), {
        event: 'account.create',
        object: `account:${account.id}`,
        after: { signInName: account.signInName, name },
      }),
    ]);
    return ok({ id: account.id, token });
  });
};

/** Work on another account: found, not one's own, changed with its audit line; its sessions end if asked. */
const onAnother = async <T>(
  { stores, sessions, clock }: Ground,
  doer: Doer,
  id: string,
  change: {
    readonly event: string;
    readonly endsSessions: boolean;
    readonly work: (within: Stores, account: Account) => Promise<T>;
    readonly before?: (account: Account) => unknown;
    readonly after?: unknown;
  },
): Promise<Result<T, Refusal>> => {
  const done = await stores.transaction(async (within) => {
    const account = await within.accounts.find(id);
    if (account === null) return refuse({ code: 'access.unknown-account' });
    if (doer.actor?.id === id) return refuse({ code: 'access.oneself' });
    const value = await change.work(within, account);
    const ended = change.endsSessions ? await within.sessions.listOf(id) : [];
    if (change.endsSessions) await within.sessions.deleteOf(id);
    const states = { before: change.before?.(account), after: change.after };
    const act = { event: change.event, object: `account:${id}`, ...states };
    await within.audit.append([auditEntry(doer, clock.now(), act)]);
    return ok({ value, ended: ended.map(({ tokenHash }) => tokenHash) });
  });
  if (!done.ok) return done;
  sessions.forget(done.value.ended);
  return ok(done.value.value);
};

/** Lets an account in again, or keeps it out: its sessions and links end at once. */
export const enableAccount = (
  ground: Ground,
  doer: Doer,
  { id, enabled }: { readonly id: string; readonly enabled: boolean },
): Promise<Result<null, Refusal>> =>
  onAnother(ground, doer, id, {
    event: enabled ? 'account.enable' : 'account.disable',
    endsSessions: !enabled,
    work: async (within) => {
      await within.accounts.change(id, { enabled });
      if (!enabled) await within.accounts.dropLinks(id);
      return null;
    },
  });

/** Starts a one-time link; whoever starts it never learns or chooses the password. */
export const startLink = (ground: Ground, doer: Doer, id: string): Promise<Result<string, Refusal>> =>
  onAnother(ground, doer, id, {
    event: 'account.link',
    endsSessions: false,
    work: (within) => makeLink(within, id, ground.clock.now()),
  });

/** Replaces what an account may do; its sessions end, so that no right outlives its grant. */
export const grantRoles = async (
  ground: Ground,
  doer: Doer,
  { id, grants }: { readonly id: string; readonly grants: readonly Grant[] },
): Promise<Result<null, Refusal>> => {
  const problem = grantProblem(grants) ?? (knowsScopes(ground, grants) ? null : 'unknown-scope');
  if (problem !== null) return refuse({ code: 'access.grants-refused', problem });
  return onAnother(ground, doer, id, {
    event: 'account.grant',
    endsSessions: true,
    before: (account) => ({ grants: account.grants }),
    after: { grants },
    work: async (within) => {
      await within.accounts.change(id, { grants });
      return null;
    },
  });
};

const knowsScopes = ({ index }: Pick<Ground, 'index'>, grants: readonly Grant[]): boolean => {
  const departments = new Set(index.programme.departments.map(({ code }) => code));
  const units = new Set(index.register.units.filter(({ kind }) => kind === 'part').map(({ code }) => code));
  return grants.every(
    (grant) =>
      grant.departments.every((code) => departments.has(code)) &&
      (grant.unit === null || units.has(grant.unit)),
  );
};

/** Ends a lock before its time. */
export const unlockAccount = (ground: Ground, doer: Doer, id: string): Promise<Result<null, Refusal>> =>
  onAnother(ground, doer, id, {
    event: 'account.unlock',
    endsSessions: false,
    work: async (within, account) => {
      await within.attempts.forget(nameHashOf(ground.key, account.signInName));
      return null;
    },
  });

/** Takes the second factor off somebody who lost it; they sign in with the password alone and enrol anew. */
export const dropFactor = (ground: Ground, doer: Doer, id: string): Promise<Result<null, Refusal>> =>
  onAnother(ground, doer, id, {
    event: 'account.drop-second-factor',
    endsSessions: true,
    work: async (within) => {
      await within.accounts.change(id, { secondFactor: null });
      await within.accounts.keepRecoveryCodes(id, []);
      return null;
    },
  });

/** Ends every session of somebody else. */
export const endSessionsOf = (ground: Ground, doer: Doer, id: string): Promise<Result<null, Refusal>> =>
  onAnother(ground, doer, id, {
    event: 'account.end-sessions',
    endsSessions: true,
    work: () => Promise.resolve(null),
  });

/** Puts a security policy in force; its schema has kept it on the strict side of the floor. */
export const setPolicy = async (
  { stores, clock, policy }: Ground,
  doer: Doer,
  next: SecurityPolicy,
): Promise<Result<null, Refusal>> => {
  const kept = await stores.transaction(async (within) => {
    await within.accounts.keepPolicy(JSON.stringify(next));
    const act = { event: 'policy.set', before: policy.current(), after: next };
    await within.audit.append([auditEntry(doer, clock.now(), act)]);
    return ok(null);
  });
  if (kept.ok) policy.adopt(next);
  return kept;
};
