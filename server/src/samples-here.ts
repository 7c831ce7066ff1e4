import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { runSampleWork, type SampleDesk, type SampleTurns } from './features/sample';
import { openSampleStaging, type Storage } from './storage';

/** Stages samples where it is called: for programs that do one thing and end. */
export const samplesHere = (
  storage: Pick<Storage, 'file' | 'lendWriter'>,
  index: ProgrammeIndex,
): SampleDesk => {
  const work = runSampleWork({ open: () => openSampleStaging(storage.file), index });
  const turn: SampleTurns = (write) =>
    storage.lendWriter(() => {
      write();
      return Promise.resolve(true);
    });
  return {
    read: (task) => work.read(task, turn, () => undefined),
    progressOf: () => null,
    cancel: () => undefined,
    reconcile: (batch) => work.reconcile(batch, turn),
    remove: (batch) => work.remove(batch, turn),
    close: () => Promise.resolve(),
  };
};

/** For programs that lay tables of figures only: a list of samples among them is our mistake. */
export const withoutSamples: SampleDesk = {
  read: () => Promise.reject(new Error('this program reads no lists of samples')),
  progressOf: () => null,
  cancel: () => undefined,
  reconcile: () => Promise.reject(new Error('this program sums no samples up')),
  remove: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
