import type { Actor, Duty, SecurityPolicy } from '@zhibiao/shared/access';
import type { Clock } from '../../clock';
import type { Stores } from '../../stores';
import type { Session } from './session.store';
import { hashOfToken, isToken, newToken } from './tokens';

/** Someone signed in, as a request sees them. */
export interface OpenSession {
  readonly tokenHash: string;
  readonly accountId: string;
  /** Null while there is a duty. */
  readonly actor: Actor | null;
  readonly duty: Duty | null;
}

/** What a new session is made of. */
export interface NewSession {
  readonly accountId: string;
  readonly actor: Actor | null;
  readonly duty: Duty | null;
  readonly address: string;
  readonly browser: string;
}

/** Opens, finds and ends sessions. */
export interface SessionKeeper {
  /** Makes a token and what is kept of it; the caller stores it, in the transaction that opens the session. */
  draw(opening: NewSession): { readonly token: string; readonly session: Session };
  /** Draws and stores in one step; answers the token for the cookie. */
  open(opening: NewSession): Promise<string>;
  /** The session of a cookie, or null when there is none or it has ended. `active`: somebody is at the page. */
  find(token: string | undefined, active: boolean): Promise<OpenSession | null>;
  /** The same from memory alone, for answers that must not wait; null means ask `find`. */
  remembered(token: string, active: boolean): OpenSession | null;
  end(tokenHash: string): Promise<void>;
  /** Forgets sessions whose rows have been deleted, and cuts their streams. */
  forget(tokenHashes: readonly string[]): void;
  /** Which of these sessions have run out of time. */
  expired(tokenHashes: readonly string[]): Promise<readonly string[]>;
}

/** What the keeper needs beside its store. */
export interface SessionGround {
  readonly clock: Clock;
  readonly policy: () => Pick<SecurityPolicy, 'idleMinutes' | 'absoluteHours'>;
  /** Told of every session that has ended. */
  readonly onEnd: (tokenHash: string) => void;
}

const minute = 60_000;
const dutyMinutes = 30;
const mostKnown = 5_000;
const mostEnded = 10_000;

/** A display on the wall has nobody before it: it reads what is published until its absolute time is over. */
const isUnattended = ({ actor }: Pick<Session, 'actor'>): boolean => actor?.role === 'wall';

interface Known extends Session {
  /** Latest activity, kept in memory and written at most once a minute. */
  seenAt: number;
  writtenAt: number;
}

/**
 * Sessions by opaque 256-bit tokens whose hashes are stored; they end after idle time and after absolute time.
 * Only what a person does counts as activity: a change, or a request that the page marks (reliability.md E9).
 * One process serves one instance, so what it has seen may be remembered and is forgotten in the same step
 * that ends it.
 */
export const sessionKeeper = (stores: Pick<Stores, 'sessions'>, ground: SessionGround): SessionKeeper => {
  const { clock, policy, onEnd } = ground;
  const known = new Map<string, Known>();
  const ended = new Set<string>();
  const now = (): number => Date.parse(clock.now());
  const alive = (session: Known): boolean => {
    const { idleMinutes, absoluteHours } = policy();
    const at = now();
    const opened = Date.parse(session.createdAt);
    return (
      at < Date.parse(session.expiresAt) &&
      at < opened + absoluteHours * 60 * minute &&
      (isUnattended(session) || at - session.seenAt <= idleMinutes * minute)
    );
  };
  const remember = (session: Session): Known => {
    const seenAt = Date.parse(session.lastSeenAt);
    const entry = { ...session, seenAt, writtenAt: seenAt };
    // Whoever was being looked up while the session ended must not bring it back.
    if (ended.has(session.tokenHash)) return { ...entry, seenAt: Number.NEGATIVE_INFINITY };
    if (known.size > mostKnown) known.clear();
    known.set(session.tokenHash, entry);
    return entry;
  };
  /** Notes activity; answers whether the store should hear of it. */
  const see = (session: Known): boolean => {
    session.seenAt = now();
    if (session.seenAt - session.writtenAt < minute) return false;
    session.writtenAt = session.seenAt;
    return true;
  };
  const touch = (session: Known): Promise<void> =>
    stores.sessions.touch(session.tokenHash, new Date(session.seenAt).toISOString());
  const forget = (tokenHashes: readonly string[]): void => {
    if (ended.size > mostEnded) ended.clear();
    for (const tokenHash of tokenHashes) {
      ended.add(tokenHash);
      known.delete(tokenHash);
      onEnd(tokenHash);
    }
  };
  const draw: SessionKeeper['draw'] = (opening) => {
    const token = newToken();
    const createdAt = clock.now();
    const lasting = opening.duty === null ? policy().absoluteHours * 60 : dutyMinutes;
    const expiresAt = new Date(Date.parse(createdAt) + lasting * minute).toISOString();
    const tokenHash = hashOfToken(token);
    return { token, session: { ...opening, tokenHash, createdAt, lastSeenAt: createdAt, expiresAt } };
  };
  const look = async (tokenHash: string): Promise<Known | null> => {
    const remembered = known.get(tokenHash);
    if (remembered !== undefined) return remembered;
    const kept = await stores.sessions.find(tokenHash);
    return kept === null ? null : (known.get(tokenHash) ?? remember(kept));
  };
  return {
    draw,
    open: async (opening) => {
      const { token, session } = draw(opening);
      await stores.sessions.create(session);
      remember(session);
      return token;
    },
    find: async (token, active) => {
      if (token === undefined || !isToken(token)) return null;
      const session = await look(hashOfToken(token));
      if (session === null || !alive(session)) return null;
      if (active && see(session)) await touch(session);
      return session;
    },
    remembered: (token, active) => {
      if (!isToken(token)) return null;
      const session = known.get(hashOfToken(token));
      if (session === undefined || !alive(session)) return null;
      // A note that could not be written costs nothing but idle time after a restart.
      if (active && see(session)) touch(session).catch(() => undefined);
      return session;
    },
    end: async (tokenHash) => {
      await stores.sessions.delete(tokenHash);
      forget([tokenHash]);
    },
    forget,
    expired: async (tokenHashes) => {
      const over: string[] = [];
      for (const tokenHash of new Set(tokenHashes)) {
        const session = await look(tokenHash);
        if (session === null || !alive(session)) over.push(tokenHash);
      }
      return over;
    },
  };
};
