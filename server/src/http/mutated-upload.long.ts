import { expect, test } from 'vitest';
import { sendMutated } from '../testing/send-mutated';

test('A12: 10,000 mutated files bring no crash, no hang and no stored change, 1,000 of them on the way of a page', async () => {
  const { counts, longestMs, longestHow, peakMb, startMb } = await sendMutated({
    seed: 20251016,
    read: 9_000,
    sent: 1_000,
  });
  const listed = [...counts].sort(([, one], [, other]) => other - one);
  for (const [outcome, count] of listed) console.log(`${String(count).padStart(6)} ${outcome}`);
  console.log(
    `longest ${Math.round(longestMs)} ms (${longestHow}); ${startMb} MB before, ${peakMb} MB at most`,
  );
  expect(listed.reduce((sum, [, count]) => sum + count, 0)).toBe(10_000);
  expect(peakMb - startMb).toBeLessThan(512);
});
