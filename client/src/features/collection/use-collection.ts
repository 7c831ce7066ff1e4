import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CollectionView, OwnTasksView } from '@zhibiao/shared/collection';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';

/** Who owes what of a period; without one the newest that has ended. */
export const useCollection = (period: string | undefined): Asked<CollectionView> =>
  useQuery({
    ...trpc.collection.progress.queryOptions({ period }),
    placeholderData: keepPreviousData,
  });

/** What the reader still owes. */
export const useOwnTasks = (): Asked<OwnTasksView> => useQuery(trpc.collection.own.queryOptions());
