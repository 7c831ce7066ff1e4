import type { PreviewView } from '@zhibiao/shared/submission';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api/problem';
import { trpc, trpcClient } from '../../api/trpc';
import {
  batchOf,
  differencesOf,
  emptyLog,
  newestTexts,
  withArrival,
  withEdits,
  withRedo,
  withStep,
  withUndo,
  type Difference,
  type EditLog,
  type EditStep,
} from './edit-log';
import { editsKey, keepEdits, keptEdits, keyOfPage, letGo, pageId } from './kept-edits';

/** What is written on the page of a draft, on its way to the server. */
export interface Edits {
  /** The preview with everything written, whether the server has heard of it or not. */
  readonly shown: PreviewView;
  /** Texts by cell that the server has not heard of yet. */
  readonly waiting: ReadonlyMap<string, string>;
  readonly isSending: boolean;
  /** The server is not reached: what is written stays on this machine until it is. */
  readonly isAway: boolean;
  /** This browser keeps nothing for us: a reload would lose what waits. */
  readonly isKept: boolean;
  /** Why the last writing was refused. */
  readonly error: unknown;
  /** Cells that somebody, or another window, wrote otherwise meanwhile; null where nothing is in question. */
  readonly conflict: readonly Difference[] | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly write: (step: EditStep) => void;
  /** Answers the step that was taken back, or done again. */
  readonly undo: () => EditStep | null;
  readonly redo: () => EditStep | null;
  /** Writes mine over what stands there now, or leaves what stands there. */
  readonly settle: (whose: 'mine' | 'theirs') => void;
}

/** How long a server that was not reached is left alone, unless the browser says that the line is back. */
const pauseMilliseconds = 5_000;

/**
 * Keeps what is written on this machine first and sends it in order, so that writing goes on while the network is away
 * and survives a reload. Each call names the reading it was written on; on another one the person is asked.
 */
export const useEdits = (view: PreviewView, owner: string): Edits => {
  const { submission, reading } = view;
  const ofDraft = editsKey(owner, submission);
  const key = keyOfPage(ofDraft, pageId);
  const queries = useQueryClient();
  const [found] = useState(() => keptEdits(localStorage, ofDraft));
  const [log, setLog] = useState<EditLog>(found?.log ?? emptyLog(reading));
  const [isKept, setKept] = useState(true);
  const [isSending, setSending] = useState(false);
  const [isAway, setAway] = useState(false);
  const [isPaused, setPaused] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  useEffect(() => setKept(keepEdits(localStorage, key, log)), [key, log]);
  useEffect(() => {
    // What another page kept is kept here now. A page that is still open sends the same: the second time says nothing.
    const others = (found?.keys ?? []).filter((name) => name !== key);
    if (keptEdits(localStorage, key) !== null) letGo(localStorage, others);
  }, [found, key]);

  const isBehind = log.queue.length > 0 && reading > log.base;
  const differences = isBehind ? differencesOf(view, log.queue) : [];
  const says = isBehind && differences.length === 0;
  useEffect(() => {
    // The draft says already what was written: the answer to it was lost.
    if (says) setLog((last) => withArrival(last, last.queue.length, reading));
  }, [says, reading]);

  useEffect(() => {
    if (busy.current || isPaused || isStopped || log.queue.length === 0 || log.base !== reading) return;
    busy.current = true;
    setSending(true);
    const { steps, cells } = batchOf(log.queue);
    const previewKey = trpc.submission.preview.queryKey({ submission });
    trpcClient.submission.correct
      .mutate({ submission, corrections: [...cells], expectedReading: reading })
      .then(
        (after) => {
          queries.setQueryData(previewKey, after);
          setLog((last) => withArrival(last, steps, after.reading));
          setAway(false);
          setError(null);
        },
        (problem: unknown) => {
          const { kind } = problemOf(problem);
          if (kind === 'refusal') {
            setError(problem);
            const code = refusalCode(problem) ?? '';
            // Whose session has ended signs in again: what is kept waits for them, and is not sent before.
            if (code.startsWith('access.')) {
              setStopped(true);
              return;
            }
            const isMoved = code === 'submission.reading-moved';
            // What is refused for itself will be refused again; what was written on another reading is asked about.
            if (!isMoved) setLog((last) => withArrival(last, steps, last.base));
            void queries.invalidateQueries({ queryKey: previewKey });
            return;
          }
          setAway(kind === 'unreachable');
          setError(kind === 'unreachable' ? null : problem);
          setPaused(true);
        },
      )
      .finally(() => {
        busy.current = false;
        setSending(false);
      });
  }, [log, reading, isPaused, isStopped, isSending, submission, queries]);

  useEffect(() => {
    if (!isPaused) return undefined;
    const goOn = (): void => setPaused(false);
    const timer = setTimeout(goOn, pauseMilliseconds);
    window.addEventListener('online', goOn);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', goOn);
    };
  }, [isPaused]);

  const back = withUndo(log, view);
  const again = withRedo(log, reading);
  return {
    shown: withEdits(view, log.queue),
    waiting: newestTexts(log.queue),
    isSending,
    isAway,
    isKept,
    error,
    conflict: differences.length > 0 ? differences : null,
    canUndo: back !== null,
    canRedo: again !== null,
    write: (step) => {
      if (step.length === 0) return;
      setError(null);
      setLog((last) => withStep(last, step, reading));
    },
    undo: () => {
      if (back !== null) setLog(back.log);
      return back?.step ?? null;
    },
    redo: () => {
      if (again !== null) setLog(again.log);
      return again?.step ?? null;
    },
    settle: (whose) => {
      setError(null);
      setLog((last) =>
        whose === 'mine' ? { ...last, base: reading } : withArrival(last, last.queue.length, reading),
      );
    },
  };
};

const refusalCode = (error: unknown): string | null => {
  const problem = problemOf(error);
  return problem.kind === 'refusal' ? problem.refusal.code : null;
};
