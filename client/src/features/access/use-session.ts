import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Actor } from '@zhibiao/shared/access';
import type { PlainDate } from '@zhibiao/shared/calendar';
import { useEffect } from 'react';
import { problemOf } from '../../api/problem';
import { trpc } from '../../api/trpc';

/** Who is signed in, what kind of instance this is, and what day its clock shows. */
export interface Session {
  readonly actor: Actor;
  readonly mode: 'demonstration' | 'live';
  readonly today: PlainDate;
}

/** The options behind useSession, so that a route may ask before its page is there. */
export const sessionOptions = () => trpc.access.session.queryOptions();

/** The session: undefined while unknown, null when nobody is signed in. */
export const useSession = (): Session | null | undefined => useQuery(sessionOptions()).data;

/** Signs in with a role of the demonstration; everything known as somebody else is forgotten. */
export const useSignIn = (): UseMutationResult<unknown, unknown, { id: string }> => {
  const queries = useQueryClient();
  return useMutation({
    ...trpc.access.signIn.mutationOptions(),
    onSuccess: async () => {
      queries.clear();
      await queries.query(sessionOptions());
    },
  });
};

/** Signs out. The page is loaded anew, so that nothing of this reader stays in memory. */
export const useSignOut = (): UseMutationResult<unknown, unknown, void> =>
  useMutation({
    ...trpc.access.signOut.mutationOptions(),
    onSuccess: () => location.replace('/sign-in'),
  });

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
