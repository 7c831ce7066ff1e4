import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { SampleAnswer, SampleProgress, SampleWork } from './sample-desk.store';
import type { SampleStaging, StagedOutcome } from './sample-staging.store';
import { stageSamples } from './stage-samples';

/** Runs one short write when nobody else writes; answers false when the work is to be given up. */
export type SampleTurns = (write: () => void) => Promise<boolean>;

/** What every piece of work on samples needs. */
export interface SampleWorkGround {
  readonly open: () => SampleStaging;
  readonly index: ProgrammeIndex;
}

/** The three pieces of work on samples, on whatever thread: each opens the database for itself and closes it. */
export const runSampleWork = ({ open, index }: SampleWorkGround) => ({
  /** Reads and stages a list; what is not answered as a reading leaves nothing behind. */
  read: async (
    work: SampleWork,
    turn: SampleTurns,
    progress: (progress: SampleProgress) => void,
  ): Promise<SampleAnswer> => {
    const staging = open();
    let begun: number | null = null;
    const clear = async (): Promise<void> => {
      if (begun !== null) await removeAll(staging, begun, turn);
    };
    try {
      const answer = await stageSamples(work, { staging, index, turn, progress }, (batch) => {
        begun = batch;
      });
      if (answer === 'cancelled' || !answer.ok) await clear();
      return answer;
    } catch (error) {
      await clear();
      throw error;
    } finally {
      staging.close();
    }
  },
  reconcile: async (batch: number, turn: SampleTurns): Promise<StagedOutcome> => {
    const staging = open();
    try {
      const { outcome, keep } = staging.reconcile(batch);
      await turn(keep);
      return outcome;
    } finally {
      staging.close();
    }
  },
  remove: async (batch: number, turn: SampleTurns): Promise<void> => {
    const staging = open();
    try {
      await removeAll(staging, batch, turn);
    } finally {
      staging.close();
    }
  },
});

/** In slices; a turn that says to give up is the same turn, for there is nothing else left to do. */
const removeAll = async (staging: SampleStaging, batch: number, turn: SampleTurns): Promise<void> => {
  for (;;) {
    let isDone = false;
    await turn(() => {
      isDone = !staging.removeSome(batch);
    });
    if (isDone) return;
  }
};
