import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { inferInput, inferOutput } from '@trpc/tanstack-react-query';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';

const { publication } = trpc;

/** What stands in one of the reviewer's lists. */
export type QueueName = inferInput<typeof publication.queue>['list'];
/** Submissions of one of the lists. */
export type Queue = inferOutput<typeof publication.queue>;
/** A submission as its reviewer sees it. */
export type Review = inferOutput<typeof publication.review>;
/** What waits to be published, and what publishing it would do. */
export type ToPublish = inferOutput<typeof publication.preview>;
/** All versions, newest first. */
export type Versions = inferOutput<typeof publication.list>;
/** What two versions say differently. */
export type VersionChanges = inferOutput<typeof publication.changes>;

/** One of the reviewer's lists, newest first. */
export const useQueue = (list: QueueName): Asked<Queue> =>
  useQuery(trpc.publication.queue.queryOptions({ list }));

/** One submission, judged against the ledger as it is now. */
export const useReview = (submission: string | undefined): Asked<Review> =>
  useQuery({
    ...trpc.publication.review.queryOptions({ submission: submission ?? '' }),
    enabled: submission !== undefined,
  });

/** What publishing now would do. */
export const useToPublish = (): Asked<ToPublish> => useQuery(trpc.publication.preview.queryOptions());

/** Every version. */
export const useVersions = (): Asked<Versions> => useQuery(trpc.publication.list.queryOptions());

/** What a version changed against the one before it. */
export const useChanges = (number: number): Asked<VersionChanges> =>
  useQuery(trpc.publication.changes.queryOptions({ number }));

/** What the later of two versions says differently. */
export const useComparedVersions = (from: number, to: number): Asked<VersionChanges> =>
  useQuery(trpc.publication.compare.queryOptions({ from: String(from), to: String(to) }));

/** What a reviewer does; afterwards everything is asked for anew, because every page may have changed. */
export const useDecisions = (): {
  readonly take: UseMutationResult<unknown, unknown, inferInput<typeof publication.take>>;
  readonly giveBack: UseMutationResult<unknown, unknown, inferInput<typeof publication.return>>;
  readonly approve: UseMutationResult<unknown, unknown, inferInput<typeof publication.approve>>;
  readonly publish: UseMutationResult<
    inferOutput<typeof publication.publish>,
    unknown,
    inferInput<typeof publication.publish>
  >;
  readonly plan: UseMutationResult<unknown, unknown, inferInput<typeof publication.plan>>;
  readonly cancelPlan: UseMutationResult<unknown, unknown, inferInput<typeof publication.cancelPlan>>;
} => {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries();
  return {
    take: useMutation({ ...trpc.publication.take.mutationOptions(), onSuccess }),
    giveBack: useMutation({ ...trpc.publication.return.mutationOptions(), onSuccess }),
    approve: useMutation({ ...trpc.publication.approve.mutationOptions(), onSuccess }),
    publish: useMutation({ ...trpc.publication.publish.mutationOptions(), onSuccess }),
    plan: useMutation({ ...trpc.publication.plan.mutationOptions(), onSuccess }),
    cancelPlan: useMutation({ ...trpc.publication.cancelPlan.mutationOptions(), onSuccess }),
  };
};
