import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { PersonalAct, RectificationOwner, StepSaid } from '@zhibiao/shared/rectification';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { Asked } from '../../api/asked';
import { trpc, trpcClient } from '../../api/trpc';
import { sendEvidence } from './send-evidence';

/** One rectification as a list shows it. */
export type RectificationRow = inferOutput<typeof trpc.rectification.list>[number];
/** One with its life. */
export type RectificationView = inferOutput<typeof trpc.rectification.read>;

/** The ledger of a year. */
export type LedgerView = inferOutput<typeof trpc.rectification.ledger>;

/** Every rectification this reader may see; not asked for where they may see none. */
export const useRectifications = (enabled = true): Asked<readonly RectificationRow[]> =>
  useQuery({ ...trpc.rectification.list.queryOptions(), enabled });

/** The ledger of a year; without one the newest. Not asked for where it is not shown. */
export const useLedger = (
  { year, unit }: { readonly year: number | undefined; readonly unit: string | undefined },
  enabled: boolean,
): Asked<LedgerView> =>
  useQuery({
    ...trpc.rectification.ledger.queryOptions({
      ...(year === undefined ? {} : { year }),
      ...(unit === undefined ? {} : { unit }),
    }),
    enabled,
  });

/** One with its life. */
export const useRectification = (rectification: string | undefined): Asked<RectificationView> =>
  useQuery({
    ...trpc.rectification.read.queryOptions({ rectification: rectification ?? '' }),
    enabled: rectification !== undefined,
  });

/** A step as the form asks for it. */
export interface AskedStep {
  readonly rectification: string;
  readonly act: PersonalAct;
  readonly said: StepSaid;
  readonly to: RectificationOwner | null;
  /** Files that prove it; each is sent before the step. */
  readonly files: readonly File[];
}

/**
 * Takes a step; afterwards everything is asked for anew. `onDone` is told even where the form has gone meanwhile: the
 * event stream may bring the step before the answer does.
 */
export const useStep = (onDone: () => void): UseMutationResult<unknown, unknown, AskedStep> => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: takeStep,
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries();
    },
  });
};

const takeStep = async (asked: AskedStep): Promise<unknown> => {
  for (const file of asked.files) await sendEvidence(asked.rectification, file);
  // Files alone are an explanation already.
  const isDone = asked.act === 'explain' && asked.files.length > 0 && (asked.said.text ?? '').trim() === '';
  return isDone ? null : sendStep(asked);
};

const sendStep = ({ rectification, act, said, to }: AskedStep): Promise<unknown> => {
  const calls = trpcClient.rectification;
  const spoken = { rectification, text: said.text ?? '' };
  switch (act) {
    case 'sign':
      return calls.sign.mutate(spoken);
    case 'explain':
      return calls.explain.mutate(spoken);
    case 'comment':
      return calls.comment.mutate(spoken);
    case 'return':
      return calls.return.mutate(spoken);
    case 'close':
      return calls.close.mutate(spoken);
    case 'lift':
      return calls.lift.mutate(spoken);
    case 'plan':
      return calls.plan.mutate({ ...spoken, measures: [...(said.measures ?? [])] });
    case 'hand-in':
      return calls.handIn.mutate({
        ...spoken,
        ...(said.retest === undefined ? {} : { retest: said.retest }),
      });
    case 'hand-over':
      // Without a new owner the form does not send.
      return to === null ? Promise.resolve() : calls.handOver.mutate({ ...spoken, to });
  }
};
