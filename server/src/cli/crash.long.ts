import { expect, test } from 'vitest';
import { killApprovals, killPublications } from '../testing/kill-often';

/** Many minutes where other programs run beside it. */
const timeout = 1_800_000;

test(
  'D1: killed with -9 at 60 moments of an approval and 40 of a publication, each is wholly in or wholly out',
  { timeout },
  async () => {
    const [approvals, publications] = await Promise.all([killApprovals(60, 100), killPublications(40, 101)]);
    console.log(
      `approvals: ${approvals.in} in, ${approvals.out} out; publications: ${publications.in} in, ${publications.out} out`,
    );
    // Kills before anything began to be written, or after it had ended, would prove nothing.
    for (const ends of [approvals, publications]) {
      expect(ends.in).toBeGreaterThan(2);
      expect(ends.out).toBeGreaterThan(2);
    }
  },
);
