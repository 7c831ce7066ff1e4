import { useNavigate } from '@tanstack/react-router';
import { mayDo } from '@zhibiao/shared/access';
import { useEffect } from 'react';
import { useLedgerEvents } from '../api/ledger-events';
import { useKeepAlive, useSession, useSessionEnd, type Session } from '../features/access/use-session';

/** How a page behind the door stands with the server. */
export interface Standing {
  /** Undefined while unknown, null once it has ended: then the reader is on the way to the sign-in page. */
  readonly session: Session | null | undefined;
  /** Since when the server has not been heard, in milliseconds of the browser's clock; null while it is. */
  readonly lostSince: number | null;
}

/** Keeps a page behind the door current, and leads back to the door when the session has ended. */
export const useStanding = (): Standing => {
  const session = useSession();
  const lostSince = useLedgerEvents(session != null && mayDo('events.read', session.actor.role));
  useKeepAlive(session?.mode === 'live');
  useSessionEnd();
  const signedOut = session === null;
  const navigate = useNavigate();
  useEffect(() => {
    // Once, and from where the reader stands now: the address changes while the sign-in page is on its way.
    if (signedOut)
      void navigate({
        to: '/sign-in',
        search: { from: `${location.pathname}${location.search}` },
        replace: true,
      });
  }, [signedOut, navigate]);
  return { session, lostSince };
};
