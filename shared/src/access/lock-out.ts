import type { SecurityPolicy } from './security-policy';

/** Wrong passwords for one sign-in name from one source. Times are milliseconds since 1970 UTC. */
export interface Failures {
  readonly count: number;
  readonly lastAt: number;
  /** End of the lock; 0 without one. */
  readonly lockedUntil: number;
}

/** Nothing has gone wrong yet. */
export const noFailures: Failures = { count: 0, lastAt: 0, lockedUntil: 0 };

const minute = 60_000;
const longestLockMinutes = 1_440;

/** Sources locked at the same time before the name as a whole is locked: an outsider with one line cannot. */
export const sourcesBeforeWholeLock = 10;

/** Failures older than this no longer count, in milliseconds: one day. */
export const failuresKeptFor = 1_440 * minute;

/** Whether the name may not be tried from this source now. */
export const isLocked = (failures: Failures, now: number): boolean => failures.lockedUntil > now;

/**
 * One more attempt, counted before the password is looked at so that calls at the same moment count as well.
 * The attempt that reaches the limit locks; every one after a lock has run out locks twice as long, up to a day.
 * While locked nothing is counted: an outsider must not prolong a lock for ever.
 */
export const afterAttempt = (
  failures: Failures,
  now: number,
  policy: Pick<SecurityPolicy, 'attempts' | 'lockMinutes'>,
): Failures => {
  if (isLocked(failures, now)) return failures;
  const count = now - failures.lastAt > failuresKeptFor ? 1 : failures.count + 1;
  const over = count - policy.attempts;
  const minutes = over < 0 ? 0 : Math.min(policy.lockMinutes * 2 ** over, longestLockMinutes);
  return { count, lastAt: now, lockedUntil: minutes === 0 ? 0 : now + minutes * minute };
};

/** Attempts left before the next lock, 0…; 0 while locked. */
export const attemptsLeft = (
  failures: Failures,
  now: number,
  policy: Pick<SecurityPolicy, 'attempts'>,
): number => (isLocked(failures, now) ? 0 : Math.max(policy.attempts - failures.count, 1));
