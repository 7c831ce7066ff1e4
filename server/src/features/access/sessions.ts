import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@zhibiao/shared/access';
import type { Clock } from '../../clock';
import type { Stores } from '../../stores';

/** Someone signed in, as a request sees them. */
export interface OpenSession {
  readonly tokenHash: string;
  readonly actor: Actor;
}

/** Opens, finds and ends sessions. */
export interface SessionKeeper {
  /** Answers the token for the cookie; only its hash is kept. */
  open(actor: Actor): Promise<string>;
  /** The session of a cookie, or null when there is none or it has ended. */
  find(token: string | undefined): Promise<OpenSession | null>;
  /** The same from memory alone, for answers that must not wait; null means ask `find`. */
  remembered(token: string): OpenSession | null;
  end(tokenHash: string): Promise<void>;
}

const absoluteMilliseconds = 12 * 3_600_000;
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Known extends OpenSession {
  readonly expiresAt: string;
}

/**
 * Sessions by opaque 256-bit tokens whose hashes are stored; they end after twelve hours. One process serves
 * one instance, so what it has seen may be remembered and is forgotten in the same step that ends it.
 */
export const sessionKeeper = (stores: Pick<Stores, 'sessions'>, clock: Clock): SessionKeeper => {
  const known = new Map<string, Known>();
  const alive = (session: Known): boolean => session.expiresAt > clock.now();
  const remember = (session: Known): void => {
    if (known.size > 5_000) known.clear();
    known.set(session.tokenHash, session);
  };
  return {
    open: async (actor) => {
      const token = randomBytes(32).toString('base64url');
      const createdAt = clock.now();
      const expiresAt = new Date(Date.parse(createdAt) + absoluteMilliseconds).toISOString();
      const tokenHash = hashOf(token);
      await stores.sessions.create({ tokenHash, actor, createdAt, lastSeenAt: createdAt, expiresAt });
      remember({ tokenHash, actor, expiresAt });
      return token;
    },
    find: async (token) => {
      if (token === undefined || !tokenShape.test(token)) return null;
      const tokenHash = hashOf(token);
      const session = known.get(tokenHash) ?? (await stores.sessions.find(tokenHash));
      if (session === null || !alive(session)) return null;
      remember(session);
      return session;
    },
    remembered: (token) => {
      if (!tokenShape.test(token)) return null;
      const session = known.get(hashOf(token));
      return session !== undefined && alive(session) ? session : null;
    },
    end: async (tokenHash) => {
      known.delete(tokenHash);
      await stores.sessions.delete(tokenHash);
    },
  };
};
