import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Consequences, Forecast, Forecaster, Judgements } from './features/submission';
import type { ForecastAnswer, ForecastQuestion, ForecastWorkerGround } from './forecast-messages';

/** A thread with nothing to do for so long is ended, and its memory given back. */
const idleMilliseconds = 120_000;

interface Promised<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

interface Waiting {
  readonly forecast: Promised<Forecast>;
  readonly judgements: Promised<Judgements>;
  readonly consequences: Promised<Consequences>;
  areAsked: boolean;
}

/**
 * Works forecasts out on a thread of its own, so that a file of fifty thousand rows delays nobody's page. The
 * thread starts with the first file and ends when it has long had nothing to do.
 */
export const forecasterApart = (ground: ForecastWorkerGround): Forecaster => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let ids = 0;
  let rest: NodeJS.Timeout | undefined;

  const end = (): Promise<unknown> => {
    const ended = worker;
    worker = null;
    clearTimeout(rest);
    return ended?.terminate() ?? Promise.resolve();
  };

  const restLater = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (waiting.size === 0) void end();
    }, idleMilliseconds);
    rest.unref();
  };

  const failAll = (error: Error): void => {
    worker = null;
    for (const entry of waiting.values()) failOne(entry, error);
    waiting.clear();
  };

  const heard = (answer: ForecastAnswer): void => {
    const found = waiting.get(answer.id);
    if (found === undefined) return;
    switch (answer.kind) {
      case 'forecast':
        found.forecast.resolve(answer.forecast);
        return;
      case 'judgements':
        found.judgements.resolve(answer.judgements);
        return;
      case 'not-judged':
        found.judgements.reject(new Error('a draft with errors is not judged'));
        return;
      case 'consequences':
        found.consequences.resolve(answer.consequences);
        break;
      case 'forgotten':
        found.consequences.reject(new Error('the consequences of this draft were forgotten'));
        break;
      case 'fault':
        failOne(found, new Error(`forecasting failed: ${answer.message}`));
    }
    waiting.delete(answer.id);
    restLater();
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = new Worker(builtWorker(), {
      workerData: ground,
      // Judging makes much and keeps little: with room for the young most of it is never copied.
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
    });
    worker = started;
    // It must not keep a server that stops.
    started.unref();
    started.on('message', heard);
    started.on('error', (error) => {
      if (worker === started) failAll(new Error('the forecasting thread broke', { cause: error }));
    });
    started.on('exit', () => {
      if (worker === started) failAll(new Error('the forecasting thread ended'));
    });
    return started;
  };

  const ask = (question: ForecastQuestion): void => running().postMessage(question);

  return {
    warm: () => {
      running();
      restLater();
    },
    start: (work) => {
      ids += 1;
      const id = ids;
      const entry: Waiting = {
        forecast: promised<Forecast>(),
        judgements: promised<Judgements>(),
        consequences: promised<Consequences>(),
        areAsked: false,
      };
      waiting.set(id, entry);
      ask({ kind: 'work', ...work, id });
      restLater();
      return {
        forecast: entry.forecast.promise,
        judgements: () => entry.judgements.promise,
        consequences: () => {
          if (!entry.areAsked && waiting.has(id)) ask({ kind: 'foresee', id });
          entry.areAsked = true;
          return entry.consequences.promise;
        },
        forget: () => {
          // In the next turn, so that whoever has just been handed this forecast can still ask.
          setImmediate(() => {
            if (!entry.areAsked && waiting.has(id)) ask({ kind: 'forget', id });
          });
        },
      };
    },
    close: async () => {
      const ended = end();
      failAll(new Error('the server stops'));
      await ended;
    },
  };
};

/** What has been told already stays told. */
const failOne = ({ forecast, judgements, consequences }: Waiting, error: Error): void => {
  forecast.reject(error);
  judgements.reject(error);
  consequences.reject(error);
};

const promised = <T>(): Promised<T> => {
  let resolve: Promised<T>['resolve'] = () => undefined;
  let reject: Promised<T>['reject'] = () => undefined;
  const promise = new Promise<T>((take, refuse) => {
    resolve = take;
    reject = refuse;
  });
  // Heard by whoever asks; nobody may ask.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
};

/** Beside the running file once built; from the sources (tests) the build is one folder away. */
const builtWorker = (): URL => {
  const places = ['./forecast-worker.js', '../forecast-worker.js', '../dist/forecast-worker.js'].map(
    (place) => new URL(place, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The server is not built: npm run --silent prestart builds it.');
  return found;
};
