import { useInfiniteQuery, useMutation, type UseMutationResult } from '@tanstack/react-query';
import { auditEvents, type AuditEvent, type AuditPage, type AuditVerdict } from '@zhibiao/shared/access';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';
import type { PageSearch } from '../../ui/search-keys';

/** What the trail is searched for. */
export interface AuditSearch {
  readonly from?: string;
  readonly until?: string;
  readonly event?: AuditEvent;
  readonly person?: string;
  readonly object?: string;
  readonly outcome?: 'done' | 'refused' | 'failed';
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the search out of the address; what is not understood is left out. */
export const auditSearchOf = (search: PageSearch): AuditSearch => {
  const { from = '', until = '', person, object, outcome } = search;
  const event = auditEvents.find((code) => code === search.event);
  return {
    ...(day.test(from) ? { from } : {}),
    ...(day.test(until) ? { until } : {}),
    ...(event === undefined ? {} : { event }),
    ...(person === undefined ? {} : { person }),
    ...(object === undefined ? {} : { object }),
    ...(outcome === 'done' || outcome === 'refused' || outcome === 'failed' ? { outcome } : {}),
  };
};

/** Pages of the trail so far, newest first, and a way to the next. */
export interface AuditPages extends Asked<readonly AuditPage[]> {
  readonly older: (() => void) | null;
  readonly isWaiting: boolean;
}

/** Asks for the trail. Each asking is an entry of its own, so nothing is asked again by itself. */
export const useAudit = (search: AuditSearch): AuditPages => {
  const asked = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(search, {
      getNextPageParam: ({ next }) => next,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  );
  const { data, error, isPlaceholderData, refetch, hasNextPage, isFetching } = asked;
  return {
    data: data?.pages,
    error,
    isPlaceholderData,
    refetch,
    older: hasNextPage ? () => void asked.fetchNextPage() : null,
    isWaiting: isFetching,
  };
};

/** Checks the whole trail. */
export const useVerify = (): UseMutationResult<AuditVerdict, unknown, void> =>
  useMutation(trpc.audit.verify.mutationOptions());
