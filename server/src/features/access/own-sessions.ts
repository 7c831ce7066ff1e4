import type { Instant } from '@zhibiao/shared/calendar';
import { ok, type Refusal, type Result } from '@zhibiao/shared/result';
import type { AccessGround } from './ground';
import { auditEntry, type Doer } from './audit-entry';

/** A session as its owner sees it. */
export interface SessionView {
  /** First letters of the hash: enough to name it, nothing to sign in with. */
  readonly ref: string;
  readonly openedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly address: string;
  readonly browser: string;
  /** The one that asks. */
  readonly current: boolean;
}

const refOf = (tokenHash: string): string => tokenHash.slice(0, 16);

/** The living sessions of an account, newest first. */
export const listSessions = async (
  { stores, sessions }: Pick<AccessGround, 'stores' | 'sessions'>,
  accountId: string,
  current: string,
): Promise<readonly SessionView[]> => {
  const kept = await stores.sessions.listOf(accountId);
  const over = new Set(await sessions.expired(kept.map(({ tokenHash }) => tokenHash)));
  return kept
    .filter(({ tokenHash }) => !over.has(tokenHash))
    .map((session) => ({
      ref: refOf(session.tokenHash),
      openedAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      address: session.address,
      browser: session.browser,
      current: session.tokenHash === current,
    }));
};

/** Ends one session of an account by its reference, or every one but the asking one. */
export const endSessions = async (
  { stores, sessions, clock }: Pick<AccessGround, 'stores' | 'sessions' | 'clock'>,
  doer: Doer,
  {
    accountId,
    which,
    except,
  }: { readonly accountId: string; readonly which: string; readonly except: string },
): Promise<Result<number, Refusal>> => {
  const ended = await stores.transaction(async (within) => {
    const all = await within.sessions.listOf(accountId);
    const chosen = all
      .map(({ tokenHash }) => tokenHash)
      .filter((tokenHash) => (which === 'others' ? tokenHash !== except : refOf(tokenHash) === which));
    for (const tokenHash of chosen) await within.sessions.delete(tokenHash);
    const act = { event: 'session.end', object: `account:${accountId}`, after: { sessions: chosen.length } };
    if (chosen.length > 0) await within.audit.append([auditEntry(doer, clock.now(), act)]);
    return ok(chosen);
  });
  if (!ended.ok) return ended;
  sessions.forget(ended.value);
  return ok(ended.value.length);
};
