import { actorOf, passwordRules, type Actor, type Duty, type Role } from '@zhibiao/shared/access';
import type { AccessGround } from './ground';
import type { Account } from './account.store';

/** How an account may come in, once it has shown that it is who it says. */
export type Entry =
  | { readonly kind: 'open'; readonly actor: Actor | null; readonly duty: Duty | null }
  /** It holds several roles and must say which. */
  | { readonly kind: 'choose'; readonly roles: readonly Role[] }
  /** Nobody has granted it anything. */
  | { readonly kind: 'no-role' };

type Ground = Pick<AccessGround, 'config' | 'policy' | 'clock'>;

const day = 86_400_000;

/** Decides how an account comes in: a duty first, then one of its roles. */
export const entryOf = (ground: Ground, account: Account, role: Role | undefined): Entry => {
  if (mustChange(ground, account)) return { kind: 'open', actor: null, duty: 'change-password' };
  const { grants } = account;
  const [first] = grants;
  const grant = role === undefined ? first : grants.find((candidate) => candidate.role === role);
  if (first === undefined) return { kind: 'no-role' };
  if (grant === undefined || (role === undefined && grants.length > 1))
    return { kind: 'choose', roles: grants.map((candidate) => candidate.role) };
  const needsFactor = ground.policy.current().secondFactorRoles.includes(grant.role);
  if (needsFactor && account.secondFactor?.confirmed !== true)
    return { kind: 'open', actor: null, duty: 'enrol-second-factor' };
  return { kind: 'open', actor: actorOf(account, grant), duty: null };
};

/** Whether the password was set for somebody else to change, or has grown too old under the profile. */
const mustChange = ({ config, clock }: Ground, account: Account): boolean => {
  const { days } = passwordRules[config.passwordProfile];
  if (account.mustChange || account.password === null) return true;
  return days !== null && Date.parse(clock.now()) - Date.parse(account.password.setAt) > days * day;
};

/** Who to name in the audit of an account that has not chosen a role: its first one, or nobody. */
export const namedActor = (account: Account): Actor | null => {
  const [first] = account.grants;
  return first === undefined ? null : actorOf(account, first);
};
