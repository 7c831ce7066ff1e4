import { wholeDaysBetween, type Instant } from '../calendar';

/** Days before an idle account is disabled on which it is told. */
export const idleNoticeDays = 14;

/** How long nobody has used an account (reliability.md E17). */
export interface IdleReading {
  /** Whole days since it was last used, made or enabled again. */
  readonly days: number;
  /** Days until it is disabled; 0 when its time is over. */
  readonly left: number;
  /** Whether its owner and the security administrator are to be told. */
  readonly isNear: boolean;
}

/** Reads an account that nobody has used since `since`, where `limit` days are allowed. */
export const idleReading = (since: Instant, now: Instant, limit: number): IdleReading => {
  const days = Math.max(0, wholeDaysBetween(since, now));
  const left = Math.max(0, limit - days);
  return { days, left, isNear: left <= idleNoticeDays };
};
