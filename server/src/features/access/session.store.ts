import type { Actor } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';

/** Someone signed in. Only the hash of the token is kept, so a stolen database opens no session. */
export interface Session {
  /** SHA-256 of the token, 64 lower-case hexadecimal digits. */
  readonly tokenHash: string;
  readonly actor: Actor;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

/** Who is signed in. Whether a session is still good is for the caller to decide. */
export interface SessionStore {
  create(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | null>;
  /** Notes that the session was used; call it at most once a minute, for each call is a durable write. */
  touch(tokenHash: string, at: Instant): Promise<void>;
  /** Ends the session; asking again does no harm. */
  delete(tokenHash: string): Promise<void>;
  /** Ends every session of one person; answers how many there were. */
  deleteOf(actorId: string): Promise<number>;
  /** Forgets sessions that expired before the instant; answers how many there were. */
  deleteExpired(before: Instant): Promise<number>;
}
