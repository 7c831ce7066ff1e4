import { expect, test } from 'vitest';
import { liveInstance } from '../../testing/live-instance';

const samples = 200;

test(
  'E7: known and unknown names take the same time, medians within 10 %',
  { timeout: 300_000 },
  async () => {
    const { enter, someone } = await liveInstance();
    await someone('timed', ['leader']);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let turn = 0; turn < samples; turn += 1) {
      // Taken in turns, so that what else the machine does falls on both alike.
      for (const kind of ['known', 'unknown'] as const) {
        const began = performance.now();
        await enter(kind === 'known' ? 'timed' : 'ghost', 'wrong');
        times[kind].push(performance.now() - began);
      }
    }
    const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[samples / 2] ?? 0;
    const ratio = median(times.unknown) / median(times.known);
    console.log(
      `medians: known ${median(times.known).toFixed(2)} ms, unknown ${median(times.unknown).toFixed(2)} ms`,
    );
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  },
);
