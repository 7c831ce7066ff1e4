import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Actor } from '@zhibiao/shared/access';
import type { PlainDate } from '@zhibiao/shared/calendar';
import { useEffect } from 'react';
import { wasActiveWithin } from '../../api/activity';
import { problemOf } from '../../api/problem';
import { trpc } from '../../api/trpc';

/** Who is signed in, what kind of instance this is, and what day its clock shows. */
export interface Session {
  readonly actor: Actor;
  readonly mode: 'demonstration' | 'live';
  /** A live instance over plain HTTP. */
  readonly insecure: boolean;
  readonly today: PlainDate;
}

/** The options behind useSession, so that a route may ask before its page is there. */
export const sessionOptions = () => trpc.access.session.queryOptions();

/** The session: undefined while unknown, null when nobody is signed in. */
export const useSession = (): Session | null | undefined => useQuery(sessionOptions()).data;

/** Forgets everything known as somebody else and asks anew who one is. */
export const useBecome = (): (() => Promise<Session | null>) => {
  const queries = useQueryClient();
  return () => {
    queries.clear();
    return queries.query(sessionOptions());
  };
};

/** Signs in with a role of the demonstration; everything known as somebody else is forgotten. */
export const useSignIn = (): UseMutationResult<{ actor: Actor }, unknown, { id: string }> => {
  const become = useBecome();
  return useMutation({ ...trpc.access.signIn.mutationOptions(), onSuccess: become });
};

/** Signs out. The page is loaded anew, so that nothing of this reader stays in memory. */
export const useSignOut = (): UseMutationResult<unknown, unknown, void> =>
  useMutation({
    ...trpc.access.signOut.mutationOptions(),
    onSuccess: () => location.replace('/sign-in'),
  });

/** Where somebody lands after signing in: administrators have nothing to read on the overview, a wall shows itself. */
export const homeOf = (actor: Actor | null): string => {
  switch (actor?.role) {
    case 'sysadmin':
    case 'secadmin':
      return '/admin';
    case 'wall':
      return '/wall';
    default:
      return '/overview';
  }
};

/** Notices when an answer says that the session has ended, and lets every part of the page know. */
export const useSessionEnd = (): void => {
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const problem = problemOf(event.action.error);
        if (problem.kind === 'refusal' && problem.refusal.code === 'access.not-signed-in') {
          queries.setQueryData(trpc.access.session.queryKey(), null);
        }
      }),
    [queries],
  );
};

const beatMilliseconds = 4 * 60_000;

/** Tells the server now and then that somebody is reading, so that a long read does not end the session. */
export const useKeepAlive = (enabled: boolean): void => {
  useEffect(() => {
    if (!enabled) return undefined;
    const timer = setInterval(() => {
      if (!wasActiveWithin(beatMilliseconds)) return;
      const headers = { 'X-Zhibiao-Active': '1' };
      // Whether it arrived matters little: the next one comes, and a page without a line shows that by itself.
      fetch('/trpc/access.session', { headers }).catch(() => undefined);
    }, beatMilliseconds);
    return () => clearInterval(timer);
  }, [enabled]);
};
