import { powerOfTen, type Decimal } from './decimal';
import { wilsonBounds, z95, type Interval } from './wilson-interval';

/** The passes that a published percentage of n samples may stand for. */
export type Reconstruction =
  | {
      readonly possible: true;
      readonly count: number;
      readonly min: number;
      readonly max: number;
      /** The passes, where only one number fits. */
      readonly x: number | null;
      /** From the lower Wilson bound of min to the upper one of max. */
      readonly envelope95: Interval;
    }
  | { readonly possible: false; readonly reason: 'rate-n-inconsistent' }
  | { readonly possible: null; readonly reason: 'no-samples' };

/**
 * All whole k with 2·|100·10^d·k − R·n| ≤ n, closed so that both ways to round a tie pass: the GRIM test (Brown &
 * Heathers, Social Psychological and Personality Science 8:363, 2017). Exact at any size.
 */
export function reconstructCounts(rate: Decimal, n: number): Reconstruction {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`invalid_counts: ${n}`);
  if (n === 0) return { possible: null, reason: 'no-samples' };
  const samples = BigInt(n);
  const twice = 2n * BigInt(100 * powerOfTen(rate.decimals));
  const middle = 2n * BigInt(rate.units) * samples;
  const lowest = middle - samples;
  const min = lowest <= 0n ? 0 : Number((lowest + twice - 1n) / twice);
  const max = Math.min(n, Number((middle + samples) / twice));
  if (min > max) return { possible: false, reason: 'rate-n-inconsistent' };
  const envelope95 = { lower: wilsonBounds(min, n, z95).lower, upper: wilsonBounds(max, n, z95).upper };
  return { possible: true, count: max - min + 1, min, max, x: min === max ? min : null, envelope95 };
}
