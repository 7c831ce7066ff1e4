import {
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type {
  EffectsView,
  Explanation,
  PreviewView,
  ReadingView,
  Receipt,
  SubmissionSummary,
} from '@zhibiao/shared/submission';
import { useEffect } from 'react';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';
import { uploadFile, type UploadAnswer } from './upload-file';

/**
 * What a draft says and would do; asked again whenever the ledger moves, but not by our own commit: what is
 * being stored is no draft any more.
 */
export const usePreview = (submission: string, isOpen: boolean): Asked<PreviewView> => {
  const committing = useIsMutating({ mutationKey: trpc.submission.submit.mutationKey() }) > 0;
  return useQuery({
    ...trpc.submission.preview.queryOptions({ submission }),
    enabled: isOpen && !committing,
  });
};

/**
 * How far a draft has been read that has no preview yet, asked three times a second while it is read; the preview is asked
 * for again as soon as there is one.
 */
export const useReading = (submission: string, isUnread: boolean): Asked<ReadingView> => {
  const queries = useQueryClient();
  const asked = useQuery({
    ...trpc.submission.reading.queryOptions({ submission }),
    enabled: isUnread,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? 300 : false),
  });
  const isReady = isUnread && asked.data?.state === 'ready';
  useEffect(() => {
    if (!isReady) return;
    void queries.invalidateQueries({ queryKey: trpc.submission.preview.queryKey({ submission }) });
    // What could not be read ends as a refused file, which the history says.
    void queries.invalidateQueries({ queryKey: trpc.submission.history.queryKey() });
  }, [isReady, queries, submission]);
  return asked;
};

/**
 * What submitting a draft would do to headlines and alerts, of just the reading and the ledger that its preview shows:
 * of the two answers the older one is asked for again, and until then there is none.
 */
export const useEffects = ({ submission, reading, ledgerPosition }: PreviewView): Asked<EffectsView> => {
  const queries = useQueryClient();
  const asked = useQuery(trpc.submission.effects.queryOptions({ submission }));
  const { data } = asked;
  const older =
    data === undefined || (data.reading === reading && data.ledgerPosition === ledgerPosition)
      ? null
      : data.reading < reading || data.ledgerPosition < ledgerPosition
        ? 'effects'
        : 'preview';
  useEffect(() => {
    if (older !== null)
      void queries.invalidateQueries({ queryKey: trpc.submission[older].queryKey({ submission }) });
  }, [older, queries, submission]);
  return older === null ? asked : { ...asked, data: undefined };
};

/** Earlier submissions, newest first: one's own, or everybody's for a reviewer. */
export const useHistory = (): Asked<readonly SubmissionSummary[]> =>
  useQuery(trpc.submission.history.queryOptions({}));

/** Sends a file; the history knows of it afterwards, refused or not. */
export const useUpload = (tell: (share: number) => void): UseMutationResult<UploadAnswer, unknown, File> => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file) => uploadFile(file, tell),
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.submission.history.queryKey() }),
  });
};

/** Hands a draft to the reviewers. The event stream tells theirs. */
export const useCommit = (): UseMutationResult<
  Receipt,
  unknown,
  {
    submission: string;
    ledgerPosition: number;
    reason: string;
    explanation?: string | undefined;
    explanations?: Explanation[] | undefined;
  }
> => {
  const queries = useQueryClient();
  return useMutation({
    ...trpc.submission.submit.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.submission.history.queryKey() }),
  });
};

/** Takes a submission back before its review has begun. */
export const useWithdraw = (): UseMutationResult<unknown, unknown, { submission: string }> => {
  const queries = useQueryClient();
  return useMutation({
    ...trpc.submission.withdraw.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.submission.pathKey() }),
  });
};

/** Gives a draft up; the original and the line in the history stay. */
export const useDiscard = (): UseMutationResult<unknown, unknown, { submission: string }> => {
  const queries = useQueryClient();
  return useMutation({
    ...trpc.submission.discard.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.submission.history.queryKey() }),
  });
};
