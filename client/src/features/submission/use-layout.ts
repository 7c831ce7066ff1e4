import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { PreviewView } from '@zhibiao/shared/submission';
import { trpc } from '../../api/trpc';
import type { givenOf } from './map-questions';

/** Answers what a layout leaves open; the answer is the whole preview read anew. */
export const useAnswer = (
  submission: string,
): UseMutationResult<
  PreviewView,
  unknown,
  { submission: string; given: ReturnType<typeof givenOf>; remember: boolean }
> => {
  const queries = useQueryClient();
  return useMutation({
    ...trpc.submission.answer.mutationOptions(),
    onSuccess: (view) => queries.setQueryData(trpc.submission.preview.queryKey({ submission }), view),
  });
};

/** Reads a file without what was remembered of its layout, and forgets it. */
export const useForget = (
  submission: string,
): UseMutationResult<PreviewView, unknown, { submission: string }> => {
  const queries = useQueryClient();
  return useMutation({
    ...trpc.submission.forgetLayout.mutationOptions(),
    onSuccess: (view) => queries.setQueryData(trpc.submission.preview.queryKey({ submission }), view),
  });
};
