import {
  demonstrationActors,
  isLocked,
  type Actor,
  type Grant,
  type IdleReading,
} from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';
import type { Text } from '@zhibiao/shared/programme';
import type { AccessGround } from './ground';
import type { Account } from './account.store';
import { nameHashOf } from './attempts';
import { idleOf } from './idle-accounts';

/** An account in the list of people. */
export interface AccountView {
  readonly id: string;
  readonly name: Text;
  readonly grants: readonly Grant[];
  readonly enabled: boolean;
  readonly oneself: boolean;
  /** For administrators only; null for everybody else. */
  readonly administration: {
    readonly signInName: string;
    readonly hasPassword: boolean;
    readonly locked: boolean;
    readonly secondFactor: boolean;
    readonly createdAt: Instant | null;
    readonly lastSignInAt: Instant | null;
    /** How long nobody has used it; null for one that is disabled. */
    readonly idle: IdleReading | null;
  } | null;
}

type Ground = Pick<AccessGround, 'stores' | 'clock' | 'key' | 'config' | 'index' | 'policy'>;

const administers = ({ role }: Actor): boolean => role === 'sysadmin' || role === 'secadmin';

/** Whom somebody sees: administrators, reviewers and the auditor all; others who share a department or unit. */
export const listAccounts = async (ground: Ground, actor: Actor): Promise<readonly AccountView[]> => {
  const people =
    ground.config.mode === 'demonstration' ? fromDemonstration(ground, actor) : await kept(ground, actor);
  return people.filter((person) => sees(actor, person));
};

const sees = (actor: Actor, { grants, id }: AccountView): boolean => {
  if (actor.role !== 'statistician' && actor.role !== 'county') return true;
  if (id === actor.id) return true;
  return grants.some(
    (grant) =>
      (actor.unit !== null && grant.unit === actor.unit) ||
      (grant.role === 'statistician' && grant.departments.some((code) => actor.departments.includes(code))),
  );
};

const fromDemonstration = ({ index }: Ground, actor: Actor): readonly AccountView[] =>
  demonstrationActors(index.programme.departments, index.register).map(({ actor: person }) => ({
    id: person.id,
    name: person.name,
    grants: [{ role: person.role, departments: person.departments, unit: person.unit }],
    enabled: true,
    oneself: person.id === actor.id,
    administration: administers(actor)
      ? {
          signInName: person.id,
          hasPassword: false,
          locked: false,
          secondFactor: false,
          createdAt: null,
          lastSignInAt: null,
          idle: null,
        }
      : null,
  }));

const kept = async (ground: Ground, actor: Actor): Promise<readonly AccountView[]> => {
  const views: AccountView[] = [];
  for (const account of await ground.stores.accounts.list()) {
    const administration = administers(actor) ? await administrationOf(ground, account) : null;
    const { id, name, grants, enabled } = account;
    views.push({ id, name, grants, enabled, oneself: id === actor.id, administration });
  }
  return views;
};

const administrationOf = async (ground: Ground, account: Account): Promise<AccountView['administration']> => {
  const { stores, key, clock } = ground;
  const now = Date.parse(clock.now());
  const failures = await stores.attempts.of(nameHashOf(key, account.signInName));
  return {
    signInName: account.signInName,
    hasPassword: account.password !== null,
    locked: failures.some((entry) => isLocked(entry.failures, now)),
    secondFactor: account.secondFactor?.confirmed === true,
    createdAt: account.createdAt,
    lastSignInAt: account.lastSignInAt,
    idle: account.enabled ? await idleOf(ground, account) : null,
  };
};
