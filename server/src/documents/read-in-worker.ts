import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok, refuse, type Result } from '@zhibiao/shared/result';
import type { FileRefusal, SubmittedRow } from '@zhibiao/shared/submission';
import { unpackRows } from './packed-rows';
import type { ReadFile } from './read-file-rows';
import type {
  MarkRequest,
  ReadRequest,
  WorkerAnswer,
  WorkerRegister,
  WorkerRequest,
} from './worker-messages';

/** Reads uploaded files apart from the server's own thread, within bounds of time and memory. */
export interface SheetReader {
  /** Rejects only for faults of ours; whatever a file does is a refusal. */
  readonly read: (request: ReadRequest) => Promise<Result<ReadFile, FileRefusal>>;
  /** A file that was read as a workbook with its problems marked. */
  readonly mark: (request: MarkRequest) => Promise<Result<Uint8Array<ArrayBuffer>, FileRefusal>>;
  /** Ends the workers; requests that still wait are rejected. */
  readonly close: () => Promise<void> | undefined;
}

/** Bounds of a reader. */
export interface ReaderBounds {
  /** A file that takes longer is given up. */
  readonly deadlineMs?: number;
  /** Heap of one worker in MB; a file that needs more is given up. */
  readonly memoryMb?: number;
  /** Files read at once; further ones wait their turn. */
  readonly workers?: number;
  /** A worker that has had nothing to do for so long is ended, and its memory given back. */
  readonly idleMs?: number;
  /** The built worker; found beside the running file, or in `server/dist` when running from the sources. */
  readonly worker?: URL;
}

type Heard = Exclude<WorkerAnswer, { kind: 'refused' | 'fault' }>;

interface Task {
  readonly request: WorkerRequest;
  readonly settle: (answer: Result<Heard, FileRefusal>) => void;
  readonly fail: (error: Error) => void;
}

/** A reader over a register. A worker starts with the first file and is kept warm; more start when files come together. */
export function createReader(index: ProgrammeIndex, bounds: ReaderBounds = {}): SheetReader {
  const { deadlineMs = 8_000, memoryMb = 400, workers = 2, idleMs = 120_000 } = bounds;
  const workerFile = bounds.worker ?? builtWorker();
  const register: WorkerRegister = { programme: index.programme, register: index.register };
  const waiting: Task[] = [];
  const idle: IdleWorker[] = [];
  const running = new Set<Worker>();
  let closed = false;

  const start = (): Worker => {
    const worker = new Worker(workerFile, {
      workerData: register,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 96 },
    });
    // An idle worker must not keep a finished program (the command line) alive.
    worker.unref();
    return worker;
  };

  const rest = (worker: Worker): void => {
    const timer = setTimeout(() => {
      idle.splice(idle.indexOf(entry), 1);
      void worker.terminate();
    }, idleMs);
    timer.unref();
    const forget = (): void => {
      const at = idle.indexOf(entry);
      if (at !== -1) idle.splice(at, 1);
      clearTimeout(timer);
    };
    const entry: IdleWorker = {
      worker,
      wake: () => {
        forget();
        worker.off('error', forget);
        worker.off('exit', forget);
      },
    };
    // A worker that dies while it rests is simply forgotten; the next file starts another.
    worker.on('error', forget);
    worker.on('exit', forget);
    idle.push(entry);
  };

  const next = (): void => {
    const task = closed || running.size >= workers ? undefined : waiting.shift();
    if (task === undefined) return;
    const rested = idle.at(-1);
    rested?.wake();
    run(task, rested?.worker ?? start());
    next();
  };

  const run = (task: Task, worker: Worker): void => {
    running.add(worker);
    worker.ref();
    const deadline = setTimeout(() => {
      give(refuse({ code: 'file.took-too-long', params: { seconds: Math.round(deadlineMs / 1000) } }));
    }, deadlineMs);
    const end = (): void => {
      clearTimeout(deadline);
      worker.off('message', heard);
      worker.off('error', broke);
      worker.off('exit', exited);
      running.delete(worker);
    };
    /** The worker is past use: it is ended first, so that its memory is free before the next file is read. */
    const give = (answer: Result<Heard, FileRefusal> | Error): void => {
      end();
      worker.on('error', () => undefined);
      void worker.terminate().finally(next);
      if (answer instanceof Error) task.fail(answer);
      else task.settle(answer);
    };
    const heard = (answer: WorkerAnswer): void => {
      if (answer.kind === 'fault') {
        give(new Error(`reading a file failed: ${answer.message}`));
        return;
      }
      end();
      worker.unref();
      if (closed) void worker.terminate();
      else rest(worker);
      task.settle(answer.kind === 'refused' ? refuse(answer.refusal) : ok(answer));
      next();
    };
    const broke = (error: Error & { readonly code?: string }): void =>
      give(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? refuse({ code: 'file.took-too-much-memory', params: {} })
          : new Error('the reading worker broke', { cause: error }),
      );
    const exited = (): void => give(new Error('the reading worker ended'));
    worker.on('message', heard);
    worker.on('error', broke);
    worker.on('exit', exited);
    worker.postMessage(task.request);
  };

  const ask = (request: WorkerRequest): Promise<Result<Heard, FileRefusal>> =>
    new Promise((settle, fail) => {
      if (closed) {
        fail(new Error('the reader is closed'));
        return;
      }
      waiting.push({ request, settle, fail });
      next();
    });

  return {
    read: async (request) => {
      const heard = await ask({ kind: 'read', ...request });
      if (!heard.ok) return heard;
      if (heard.value.kind !== 'read') throw new Error(`the reading worker answered ${heard.value.kind}`);
      return ok(readFileOf(heard.value));
    },
    mark: async (request) => {
      const heard = await ask({ kind: 'mark', ...request });
      if (!heard.ok) return heard;
      if (heard.value.kind !== 'marked') throw new Error(`the reading worker answered ${heard.value.kind}`);
      return ok(heard.value.bytes);
    },
    close: async () => {
      closed = true;
      for (const task of waiting.splice(0)) task.fail(new Error('the reader is closed'));
      const all = [...running, ...idle.map(({ worker }) => worker)];
      for (const { wake } of idle.slice()) wake();
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

const readFileOf = (answer: Extract<WorkerAnswer, { kind: 'read' }>): ReadFile => {
  const { rows: packed, rest, preview, layout, areSamples } = answer;
  let rows: readonly SubmittedRow[] | null = null;
  return {
    submission: {
      ...rest,
      get rows() {
        return (rows ??= unpackRows(packed));
      },
    },
    packed,
    preview,
    ...(layout === undefined ? {} : { layout }),
    ...(areSamples === undefined ? {} : { areSamples }),
  };
};

interface IdleWorker {
  readonly worker: Worker;
  /** Takes it from the idle ones. */
  readonly wake: () => void;
}

/** Beside the running file once built; from the sources (tests) the build is two folders up. */
function builtWorker(): URL {
  const places = ['./parse-worker.js', '../parse-worker.js', '../../dist/parse-worker.js'].map(
    (place) => new URL(place, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The server is not built: npm run --silent prestart builds it.');
  return found;
}
