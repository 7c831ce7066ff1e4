import { parentPort, workerData } from 'node:worker_threads';
import { programmeIndex } from '@zhibiao/shared/programme';
import { runSampleWork } from './features/sample';
import type { SampleSaid, SampleTask, SampleWorkerGround, TurnGiven } from './sample-messages';
import { openSampleStaging } from './storage';

/**
 * Entry of the thread that reads and stages lists of samples, so that a million rows delay nobody's page. It writes
 * through a connection of its own, and only in turns that the server's thread gives; `samples-apart.ts` alone starts it.
 */
// The only one who starts this worker hands over just that.
const { file, programme, register } = workerData as SampleWorkerGround;
const index = programmeIndex(programme, register);
const work = runSampleWork({ open: () => openSampleStaging(file), index });

const say = (said: SampleSaid): void => parentPort?.postMessage(said);

let given: ((goes: boolean) => void) | null = null;

const turnsOf =
  (id: number) =>
  async (write: () => void): Promise<boolean> => {
    const answer = new Promise<boolean>((resolve) => {
      given = resolve;
    });
    say({ kind: 'turn-wished', id });
    const goes = await answer;
    // Who removes what was staged does so in a turn that gives up as well.
    try {
      if (goes) write();
    } finally {
      say({ kind: 'turn-over' });
    }
    return goes;
  };

const run = async (task: SampleTask): Promise<void> => {
  const { id } = task;
  const turn = turnsOf(id);
  try {
    switch (task.kind) {
      case 'read':
        say({
          kind: 'read',
          id,
          answer: await work.read(task.work, turn, (progress) => say({ kind: 'progress', id, progress })),
        });
        return;
      case 'reconcile':
        say({ kind: 'outcome', id, outcome: await work.reconcile(task.batch, turn) });
        return;
      case 'remove':
        await work.remove(task.batch, turn);
        say({ kind: 'removed', id });
    }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ kind: 'fault', id, message });
  }
};

let line = Promise.resolve();
parentPort?.on('message', (message: SampleTask | TurnGiven) => {
  if (message.kind === 'turn') {
    given?.(message.goes);
    return;
  }
  line = line.then(() => run(message));
});
