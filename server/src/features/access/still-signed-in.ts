import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import type { Stores } from '../../stores';
import type { Doer } from './audit-entry';

/**
 * Whether the session of whoever acts is still there, asked again inside the transaction that would act: a right that
 * was taken away while the request waited its turn no longer counts (reliability.md F10). Taking a right away ends the
 * sessions that had it. The program itself has no session.
 */
export const stillSignedIn = async (
  stores: Pick<Stores, 'sessions'>,
  { session }: Pick<Doer, 'session'>,
): Promise<Result<null, Refusal>> =>
  session === undefined || session === null || (await stores.sessions.find(session)) !== null
    ? ok(null)
    : refuse({ code: 'access.not-signed-in' });
