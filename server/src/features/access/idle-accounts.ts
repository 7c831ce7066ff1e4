import { idleReading, type IdleReading, type Role } from '@zhibiao/shared/access';
import { ok } from '@zhibiao/shared/result';
import type { Stores } from '../../stores';
import type { Account } from './account.store';
import { auditEntry, theProgram } from './audit-entry';
import type { AccessGround } from './ground';

type Ground = Pick<AccessGround, 'clock' | 'policy'> & {
  readonly stores: Pick<Stores, 'accounts' | 'audit'>;
};

/** How long nobody has used an account: since its last sign-in, its making, or its being enabled again. */
export const idleOf = async ({ stores, clock, policy }: Ground, account: Account): Promise<IdleReading> => {
  const limit = policy.current().accountDays;
  const since = account.lastSignInAt ?? account.createdAt;
  const plain = idleReading(since, clock.now(), limit);
  if (!plain.isNear) return plain;
  // The trail remembers when somebody enabled it again; there is no column that could say otherwise.
  const object = `account:${account.id}`;
  const [enabled] = await stores.audit.list({ limit: 1, events: ['account.enable'], object });
  return enabled === undefined || enabled.at < since ? plain : idleReading(enabled.at, clock.now(), limit);
};

/** An instance without any of them could not be administered from its pages. */
const needed: readonly Role[] = ['sysadmin', 'secadmin'];

const holds = ({ enabled, grants }: Account, role: Role): boolean =>
  enabled && grants.some((grant) => grant.role === role);

/** Whether nobody else could administer instead. */
const isLastOf = (account: Account, accounts: readonly Account[]): boolean =>
  needed.some(
    (role) =>
      holds(account, role) && !accounts.some((other) => other.id !== account.id && holds(other, role)),
  );

type SweepGround = Pick<AccessGround, 'clock' | 'policy' | 'sessions' | 'stores'>;

/**
 * Disables every account that nobody has used for the days that the policy allows, each with its entry in the trail;
 * sessions and links of it end. The last system and the last security administrator stay. Answers whom.
 */
export const disableIdleAccounts = async (ground: SweepGround): Promise<readonly string[]> => {
  const disabled: string[] = [];
  for (const { id } of (await ground.stores.accounts.list()).filter(({ enabled }) => enabled)) {
    if (await disableIfIdle(ground, id)) disabled.push(id);
  }
  return disabled;
};

/** The same for one account, as somebody tries to sign in with it; answers whether it was disabled. */
export const disableIfIdle = async (ground: SweepGround, id: string): Promise<boolean> => {
  const { stores, sessions, clock, policy } = ground;
  const first = await stores.accounts.find(id);
  if (first === null || !first.enabled || (await idleOf(ground, first)).left > 0) return false;
  const done = await stores.transaction(async (within) => {
    const account = await within.accounts.find(id);
    if (account === null || !account.enabled) return ok(null);
    const { days, left } = await idleOf({ stores: within, clock, policy }, account);
    if (left > 0 || isLastOf(account, await within.accounts.list())) return ok(null);
    const open = await within.sessions.listOf(id);
    await within.accounts.change(id, { enabled: false });
    await within.accounts.dropLinks(id);
    await within.sessions.deleteOf(id);
    await within.audit.append([
      auditEntry(theProgram, clock.now(), {
        event: 'account.idle',
        object: `account:${id}`,
        before: { enabled: true },
        after: { enabled: false, days },
      }),
    ]);
    return ok(open.map(({ tokenHash }) => tokenHash));
  });
  if (!done.ok || done.value === null) return false;
  sessions.forget(done.value);
  return true;
};
