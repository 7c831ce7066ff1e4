import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { programmeIndex } from '@zhibiao/shared/programme';
import { workOut } from './features/submission';
import type { ForecastAnswer, ForecastWorkerGround, NumberedWork } from './forecast-messages';
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

const work = async (asked: NumberedWork): Promise<void> => {
  const { id } = asked;
  try {
    const { stores } = await storage;
    const { forecast, judge, errors } = await workOut({ stores, index }, asked);
    say({ id, kind: 'forecast', forecast });
    // Nobody can commit a draft with errors.
    say(errors > 0 ? { id, kind: 'not-judged' } : { id, kind: 'judgements', judgements: judge() });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ id, kind: 'fault', message });
  }
};

let line = Promise.resolve();
parentPort?.on('message', (asked: NumberedWork) => {
  // One after another, and what was asked first is answered first.
  line = line.then(() => work(asked)).then(() => nextTurn());
});
