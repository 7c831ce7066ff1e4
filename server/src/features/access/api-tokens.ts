import { randomBytes } from 'node:crypto';
import { actorOf, demonstrationActors, mayDo, type Actor, type Role } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Clock } from '../../clock';
import type { Config } from '../../config';
import type { Stores } from '../../stores';
import type { ApiToken } from './api-token.store';
import { auditEntry, type Doer } from './audit-entry';
import { hashOfToken, isToken, newToken } from './tokens';

/** Longest life of a token, days. */
export const mostTokenDays = 365;

/** Most tokens of one owner that may be used at a time. */
const mostTokens = 20;

/** What every token begins with, so that a leaked one is known for what it is. */
const prefix = 'zb_';

const dayMilliseconds = 86_400_000;

interface Ground {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly config: Pick<Config, 'mode'>;
  readonly index: ProgrammeIndex;
}

/** A token as its owner sees it: everything but what opens the door. */
export interface TokenView extends Omit<ApiToken, 'owner'> {
  readonly state: 'valid' | 'expired' | 'revoked';
}

/** What a new token is for. */
export interface TokenWish {
  readonly label: string;
  /** 1…365. */
  readonly days: number;
}

const stateOf = ({ revokedAt, expiresAt }: ApiToken, now: Instant): TokenView['state'] =>
  revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'valid';

/** The tokens of an owner, newest first. */
export const listTokens = async (
  { stores, clock }: Pick<Ground, 'stores' | 'clock'>,
  owner: string,
): Promise<readonly TokenView[]> => {
  const now = clock.now();
  return (await stores.apiTokens.listOf(owner)).map((token) => {
    const { id, role, label, createdAt, createdBy, expiresAt, revokedAt, lastUsedAt } = token;
    const shown = { id, role, label, createdAt, createdBy, expiresAt, revokedAt, lastUsedAt };
    return { ...shown, state: stateOf(token, now) };
  });
};

/**
 * Makes a token for somebody's role; the answer is the only time that it is seen. Refuses a role that may not send
 * figures, and a twenty-first token.
 */
export const createToken = async (
  { stores, clock }: Pick<Ground, 'stores' | 'clock'>,
  doer: Doer & { readonly actor: Actor },
  { owner, role, label, days }: TokenWish & { readonly owner: string; readonly role: Role },
): Promise<Result<{ readonly id: string; readonly token: string; readonly expiresAt: Instant }, Refusal>> => {
  if (!mayDo('submission.upload', role)) {
    return refuse({ code: 'access.not-allowed', operation: 'submission.upload' });
  }
  const createdAt = clock.now();
  const token = `${prefix}${newToken()}`;
  const id = randomBytes(16).toString('hex');
  const expiresAt = new Date(Date.parse(createdAt) + days * dayMilliseconds).toISOString();
  return stores.transaction(async (within) => {
    const held = await within.apiTokens.listOf(owner);
    if (held.filter((each) => stateOf(each, createdAt) === 'valid').length >= mostTokens) {
      return refuse({ code: 'access.too-many-tokens', most: mostTokens });
    }
    const createdBy = doer.actor.id;
    const tokenHash = hashOfToken(token);
    await within.apiTokens.create({ id, tokenHash, owner, role, label, createdAt, createdBy, expiresAt });
    await within.audit.append([
      auditEntry(doer, createdAt, {
        event: 'token.create',
        object: `token:${id}`,
        after: { person: owner, role, text: label, until: expiresAt },
      }),
    ]);
    return ok({ id, token, expiresAt });
  });
};

/** Ends a token for good. `owner` narrows it to one's own; anybody else's is as unknown as one that never was. */
export const revokeToken = (
  { stores, clock }: Pick<Ground, 'stores' | 'clock'>,
  doer: Doer,
  { id, owner }: { readonly id: string; readonly owner: string | null },
): Promise<Result<null, Refusal>> =>
  stores.transaction(async (within): Promise<Result<null, Refusal>> => {
    const token = await within.apiTokens.find(id);
    if (token === null || (owner !== null && token.owner !== owner)) {
      return refuse({ code: 'access.unknown-token' });
    }
    const at = clock.now();
    if (await within.apiTokens.revoke(id, at)) {
      await within.audit.append([auditEntry(doer, at, { event: 'token.revoke', object: `token:${id}` })]);
    }
    return ok(null);
  });

/** Who a token speaks for now. */
export interface TokenBearer {
  readonly actor: Actor;
  readonly token: ApiToken;
}

/**
 * Who brings a token: its owner with the right they have at this moment, or null for one that is unknown, revoked or
 * expired, or whose owner is gone, disabled or no longer holds the role. The reasons are not told apart.
 */
export const bearerOf = async (
  { stores, clock, config, index }: Ground,
  text: string,
): Promise<TokenBearer | null> => {
  if (!text.startsWith(prefix) || !isToken(text.slice(prefix.length))) return null;
  const token = await stores.apiTokens.byHash(hashOfToken(text));
  if (token === null || stateOf(token, clock.now()) !== 'valid') return null;
  if (config.mode === 'demonstration') {
    const people = demonstrationActors(index.programme.departments, index.register);
    const actor = people.find(({ id }) => id === token.owner)?.actor;
    return actor?.role === token.role ? { actor, token } : null;
  }
  const account = await stores.accounts.find(token.owner);
  const grant = account?.grants.find(({ role }) => role === token.role);
  if (account === null || !account.enabled || grant === undefined) return null;
  return { actor: actorOf(account, grant), token };
};

/** Notes a use: when it was last used stands with it, and the trail tells of each. */
export const noteUse = async (
  { stores, clock }: Pick<Ground, 'stores' | 'clock'>,
  doer: Doer,
  { id }: Pick<ApiToken, 'id'>,
  operation: string,
): Promise<void> => {
  const at = clock.now();
  const kept = await stores.transaction(async (within) => {
    await within.apiTokens.used(id, at);
    await within.audit.append([
      auditEntry(doer, at, { event: 'token.use', object: `token:${id}`, after: { operation } }),
    ]);
    return ok(null);
  });
  if (!kept.ok) throw new Error('a use could not be noted');
};
