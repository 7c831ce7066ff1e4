import type { Actor, Duty } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';

/** Someone signed in. Only the hash of the token is kept, so a stolen database opens no session. */
export interface Session {
  /** SHA-256 of the token, 64 lower-case hexadecimal digits. */
  readonly tokenHash: string;
  /** Whose session it is: the id of the account, or of the demonstration's person. */
  readonly accountId: string;
  /** Who acts; null while there is a duty, so that nothing is open by role (reliability.md E4). */
  readonly actor: Actor | null;
  /** What must be done before anything else. */
  readonly duty: Duty | null;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  /** Where it was opened from, for its owner to recognise. */
  readonly address: string;
  /** What the browser calls itself, at most 200 characters. */
  readonly browser: string;
}

/** Who is signed in. Whether a session is still good is for the caller to decide. */
export interface SessionStore {
  create(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | null>;
  /** The sessions of one account, newest first. */
  listOf(accountId: string): Promise<readonly Session[]>;
  /** Notes that the session was used; call it at most once a minute, for each call is a durable write. */
  touch(tokenHash: string, at: Instant): Promise<void>;
  /** Ends the session; asking again does no harm. */
  delete(tokenHash: string): Promise<void>;
  /** Ends every session of one account; answers how many there were. */
  deleteOf(accountId: string): Promise<number>;
  /** Forgets sessions that expired before the instant; answers how many there were. */
  deleteExpired(before: Instant): Promise<number>;
}
