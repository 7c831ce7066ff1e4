import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { programmeIndex } from '@zhibiao/shared/programme';
import { workOut, type Consequences } from './features/submission';
import type {
  ForecastAnswer,
  ForecastQuestion,
  ForecastWorkerGround,
  NumberedWork,
} from './forecast-messages';
import { openSqlite } from './storage';

/**
 * Entry of the thread that works out what committing a draft would do, while the server's own thread answers
 * and writes. It reads the database beside the server and cannot write; `forecast-apart.ts` alone starts it.
 */
// The only one who starts this worker hands over just that.
const { folder, programme, register, startedAt } = workerData as ForecastWorkerGround;
const index = programmeIndex(programme, register);
const storage = openSqlite({ folder, expectExisting: true, startedAt, readOnly: true, knownSound: true });

const say = (answer: ForecastAnswer): void => parentPort?.postMessage(answer);

/** So long after a file the thread tells its consequences unasked: meanwhile it may be approved, or the next one come. */
const quietMilliseconds = 1_000;

/** The file whose consequences are still to be told. */
let untold: { readonly id: number; readonly foresee: () => Consequences } | null = null;
let quiet: NodeJS.Timeout | undefined;

const tellUntold = (): void => {
  if (untold === null) return;
  const { id, foresee } = untold;
  untold = null;
  clearTimeout(quiet);
  try {
    say({ id, kind: 'consequences', consequences: foresee() });
  } catch (error) {
    fail(id, error);
  }
};

const work = async (asked: NumberedWork): Promise<void> => {
  const { id } = asked;
  // Its ledger lies in memory until then, and one is enough.
  tellUntold();
  try {
    const { stores } = await storage;
    const { forecast, judge, foresee, errors } = await workOut({ stores, index }, asked);
    say({ id, kind: 'forecast', forecast });
    // Nobody can commit a draft with errors.
    say(errors > 0 ? { id, kind: 'not-judged' } : { id, kind: 'judgements', judgements: judge() });
    untold = { id, foresee };
    quiet = setTimeout(tellUntold, quietMilliseconds);
  } catch (error) {
    fail(id, error);
  }
};

const fail = (id: number, error: unknown): void => {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say({ id, kind: 'fault', message });
};

const answer = async (asked: ForecastQuestion): Promise<void> => {
  if (asked.kind === 'work') {
    await work(asked);
    await nextTurn();
  } else if (untold?.id === asked.id) {
    if (asked.kind === 'foresee') tellUntold();
    else {
      untold = null;
      clearTimeout(quiet);
      say({ id: asked.id, kind: 'forgotten' });
    }
  }
};

let line = Promise.resolve();
parentPort?.on('message', (asked: ForecastQuestion) => {
  // One after another, and what was asked first is answered first.
  line = line.then(() => answer(asked));
});
