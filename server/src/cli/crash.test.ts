import { expect, test } from 'vitest';
import { killApprovals, rows } from '../testing/kill-often';

const kills = 20;

test(`killed with -9 at ${kills} moments of an approval of ${rows} rows, the submission is wholly in or wholly out`, async () => {
  expect(rows).toBeGreaterThanOrEqual(2_000);
  const [one, two] = await Promise.all([
    killApprovals(kills / 2, 20251016),
    killApprovals(kills / 2, 441500),
  ]);
  // Kills before the approval began to write, or after it had ended, would prove nothing.
  expect(one.out + two.out).toBeGreaterThan(2);
  expect(one.in + two.in).toBeGreaterThan(0);
}, 300_000);
