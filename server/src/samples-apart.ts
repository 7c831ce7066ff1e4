import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { refuse } from '@zhibiao/shared/result';
import type { SampleAnswer, SampleDesk, SampleProgress, StagedOutcome } from './features/sample';
import type { SampleSaid, SampleTask, SampleWorkerGround, TurnGiven } from './sample-messages';
import type { Storage } from './storage';

/** A thread with nothing to do for so long is ended, and its memory given back. */
const idleMilliseconds = 5_000;

type Answer = SampleAnswer | StagedOutcome | null;

interface Waiting {
  readonly task: SampleTask;
  progress: SampleProgress | null;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  cancelled: boolean;
}

/**
 * Stages samples on a thread of its own. The thread writes the database itself, in turns that it is given in the line of
 * writers: nobody meets a locked database, and no page waits longer than for one slice.
 */
export const samplesApart = (storage: Storage, index: ProgrammeIndex): SampleDesk => {
  const { programme, register } = index;
  const ground: SampleWorkerGround = { file: storage.file, programme, register };
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let turnOver: (() => void) | null = null;
  let ids = 0;
  let rest: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    clearTimeout(rest);
    await ended?.terminate();
    turnOver?.();
  };

  const fail = (error: Error): void => {
    worker = null;
    turnOver?.();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const giveTurn = (to: Worker, id: number): void => {
    storage
      .lendWriter(
        () =>
          new Promise<void>((over) => {
            // The thread may have ended while it stood in line.
            if (worker !== to) {
              over();
              return;
            }
            turnOver = () => {
              turnOver = null;
              over();
            };
            // What is removed must go, whoever cancelled.
            const asked = waiting.get(id);
            const given: TurnGiven = { kind: 'turn', goes: asked?.cancelled !== true };
            if (asked !== undefined) asked.cancelled = false;
            to.postMessage(given);
          }),
      )
      .catch((error: unknown) => fail(error instanceof Error ? error : new Error(String(error))));
  };

  const settle = (id: number, answer: Answer | Error): void => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (answer instanceof Error) found?.reject(answer);
    else found?.resolve(answer);
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (waiting.size === 0) void end();
    }, idleMilliseconds);
    rest.unref();
  };

  const heard = (from: Worker, said: SampleSaid): void => {
    switch (said.kind) {
      case 'turn-wished':
        giveTurn(from, said.id);
        return;
      case 'turn-over':
        turnOver?.();
        return;
      case 'progress': {
        const found = waiting.get(said.id);
        if (found !== undefined) found.progress = said.progress;
        return;
      }
      case 'read':
        settle(said.id, said.answer);
        return;
      case 'outcome':
        settle(said.id, said.outcome);
        return;
      case 'removed':
        settle(said.id, null);
        return;
      case 'fault':
        settle(said.id, new Error(`staging samples failed: ${said.message}`));
    }
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = new Worker(builtWorker(), {
      workerData: ground,
      resourceLimits: { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64 },
    });
    worker = started;
    started.unref();
    started.on('message', (said: SampleSaid) => heard(started, said));
    started.on('error', (error) => {
      if (worker === started) fail(new Error('the thread of samples broke', { cause: error }));
    });
    started.on('exit', () => {
      if (worker === started) fail(new Error('the thread of samples ended'));
    });
    return started;
  };

  const ask = (task: TaskOf): Promise<Answer> =>
    new Promise((resolve, reject) => {
      ids += 1;
      clearTimeout(rest);
      const numbered: SampleTask = { ...task, id: ids };
      waiting.set(ids, { task: numbered, progress: null, resolve, reject, cancelled: false });
      running().postMessage(numbered);
    });

  return {
    read: async (work) => {
      try {
        // A reading task is answered with just that.
        return (await ask({ kind: 'read', work })) as SampleAnswer;
      } catch (error) {
        if (isOutOfMemory(error)) return refuse({ code: 'file.took-too-much-memory', params: {} });
        throw error;
      }
    },
    progressOf: (submission) => {
      for (const { task, progress } of waiting.values())
        if (task.kind === 'read' && task.work.submission === submission)
          return progress ?? { rows: 0, bytes: 0, size: 0 };
      return null;
    },
    cancel: (submission) => {
      for (const entry of waiting.values()) {
        const { task } = entry;
        if (task.kind === 'read' && task.work.submission === submission) entry.cancelled = true;
      }
    },
    // Likewise.
    reconcile: async (batch) => (await ask({ kind: 'reconcile', batch })) as StagedOutcome,
    remove: async (batch) => {
      await ask({ kind: 'remove', batch });
    },
    close: async () => {
      await end();
      fail(new Error('the server stops'));
    },
  };
};

type TaskOf = SampleTask extends infer Task ? (Task extends SampleTask ? Omit<Task, 'id'> : never) : never;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  Reflect.get(error.cause, 'code') === 'ERR_WORKER_OUT_OF_MEMORY';

/** Beside the running file once built; from the sources (tests) the build is one folder away. */
const builtWorker = (): URL => {
  const places = ['./sample-worker.js', '../sample-worker.js', '../dist/sample-worker.js'].map(
    (place) => new URL(place, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The server is not built: npm run --silent prestart builds it.');
  return found;
};
