import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../api/trpc';

/** What the page before the door needs to know. */
export const useEntrance = () => useQuery({ ...trpc.access.entrance.queryOptions(), staleTime: 0 });

/** Asks the entrance again: a duty may have come or gone. */
export const useEntranceAgain = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trpc.access.entrance.queryKey() });
};

/** Signs in with name and password. */
export const useEnter = () => useMutation(trpc.access.enter.mutationOptions());

/** Opens a one-time link. */
export const useOpenLink = () => useMutation(trpc.access.openLink.mutationOptions());

/** Makes the first two accounts. */
export const useSetUp = () => useMutation(trpc.access.setUp.mutationOptions());

/** Changes one's own password. */
export const useChangePassword = () => useMutation(trpc.access.changePassword.mutationOptions());

/** One's own account with its sessions. */
export const useOwnAccount = () => useQuery(trpc.access.account.queryOptions());

/** What one does with one's own account; what is shown of it is asked for again. */
export const useOwnChanges = () => {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.access.account.queryKey() });
  return {
    endSessions: useMutation({ ...trpc.access.endSessions.mutationOptions(), onSuccess }),
    beginFactor: useMutation(trpc.access.beginFactor.mutationOptions()),
    confirmFactor: useMutation(trpc.access.confirmFactor.mutationOptions()),
    removeFactor: useMutation({ ...trpc.access.removeFactor.mutationOptions(), onSuccess }),
  };
};

/** Everybody's accounts, as far as one may see them. */
export const useAccounts = () => useQuery(trpc.account.list.queryOptions());

/** One account of the list. */
export type AccountItem = NonNullable<ReturnType<typeof useAccounts>['data']>[number];

/** The security policy. */
export const usePolicy = () => useQuery(trpc.account.policy.queryOptions());

/** What administrators do with accounts; the list is asked for again. */
export const useAccountChanges = () => {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.account.list.queryKey() });
  return {
    create: useMutation({ ...trpc.account.create.mutationOptions(), onSuccess }),
    enable: useMutation({ ...trpc.account.enable.mutationOptions(), onSuccess }),
    startLink: useMutation({ ...trpc.account.startLink.mutationOptions(), onSuccess }),
    grant: useMutation({ ...trpc.account.grant.mutationOptions(), onSuccess }),
    unlock: useMutation({ ...trpc.account.unlock.mutationOptions(), onSuccess }),
    dropFactor: useMutation({ ...trpc.account.dropFactor.mutationOptions(), onSuccess }),
    endSessions: useMutation({ ...trpc.account.endSessions.mutationOptions(), onSuccess }),
    setPolicy: useMutation({
      ...trpc.account.setPolicy.mutationOptions(),
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.account.policy.queryKey() }),
    }),
  };
};
