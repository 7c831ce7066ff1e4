import {
  afterAttempt,
  attemptsLeft,
  failuresKeptFor,
  foldText,
  isLocked,
  noFailures,
  signInKey,
  sourcesBeforeWholeLock,
} from '@zhibiao/shared/access';
import { ok, type Refusal, type Result } from '@zhibiao/shared/result';
import type { InstanceKey } from '../../instance-key';
import type { AccessGround } from './ground';
import type { Stores } from '../../stores';

/** One attempt, counted. */
export interface Attempt {
  readonly nameHash: string;
  readonly source: string;
  /** It came while the name was locked: even the right password must not help. */
  readonly locked: boolean;
  /** For the refusal, should it fail. */
  readonly told: { readonly left: number; readonly minutes: number };
}

type Ground = Pick<AccessGround, 'stores' | 'policy' | 'clock'>;

/** The keyed hash under which attempts at a sign-in name are counted, whether or not anybody has it. */
export const nameHashOf = (key: InstanceKey, typed: string): string =>
  key.hash(`name ${signInKey(typed) ?? foldText(typed.slice(0, 200))}`);

/**
 * Counts an attempt before its password is looked at, in a transaction of its own: of ten calls in one batch the
 * sixth is locked, and a restart forgives nothing (reliability.md E6, C5).
 */
export const countAttempt = (
  { stores, policy, clock }: Ground,
  nameHash: string,
  source: string,
): Promise<Result<Attempt, Refusal>> =>
  stores.transaction(async ({ attempts }) => {
    const now = Date.parse(clock.now());
    await attempts.forgetBefore(now - failuresKeptFor, now);
    const rows = await attempts.of(nameHash);
    const before = rows.find((row) => row.source === source)?.failures ?? noFailures;
    const others = rows.map(({ failures }) => failures).filter((failures) => isLocked(failures, now));
    const whole = others.length >= sourcesBeforeWholeLock;
    const locked = whole || isLocked(before, now);
    const after = locked ? before : afterAttempt(before, now, policy.current());
    // Written in any case: what a lock costs in time must be what a wrong password costs.
    if (after.count > 0) await attempts.keep(nameHash, { source, failures: after });
    const until = whole ? Math.max(...others.map((failures) => failures.lockedUntil)) : after.lockedUntil;
    return ok({
      nameHash,
      source,
      locked,
      told: {
        left: locked ? 0 : attemptsLeft(after, now, policy.current()),
        minutes: Math.max(Math.ceil((until - now) / 60_000), 0),
      },
    });
  });

/**
 * Takes back one attempt whose password was right but which did not get to its end; call it inside a transaction.
 * Only this one: what others counted meanwhile stays, or calls without a code would wipe out guesses at the code.
 */
export const takeBackWithin = async (
  { attempts }: Pick<Stores, 'attempts'>,
  { nameHash, source }: Attempt,
  most: number,
): Promise<void> => {
  const rows = await attempts.of(nameHash);
  const found = rows.find((row) => row.source === source)?.failures;
  if (found === undefined) return;
  const count = found.count - 1;
  const lockedUntil = count < most ? 0 : found.lockedUntil;
  if (count < 1) await attempts.forget(nameHash, source);
  else await attempts.keep(nameHash, { source, failures: { ...found, count, lockedUntil } });
};

/** The same in a transaction of its own. */
export const takeBack = async ({ stores, policy }: Ground, attempt: Attempt): Promise<void> => {
  await stores.transaction(async (within) => {
    await takeBackWithin(within, attempt, policy.current().attempts);
    return ok(null);
  });
};
