import { chiSquaredSf } from './chi-squared';
import { requireCounts, type Counts } from './counts';
import { toNumber } from './fraction';

/** The χ² test for a recent trend of counts (statistics.md f). */
export type RecentTrend =
  | {
      readonly result: 'cannot-calculate';
      readonly reason: 'too-few-points';
      readonly chi2: null;
      readonly p: null;
      readonly slopeSign: null;
    }
  | {
      readonly result: 'increasing' | 'decreasing' | 'no-significant-change';
      readonly reason: 'no-variation' | 'too-few-failures' | 'not-significant' | 'single-point-driven' | null;
      /** Null where every sample passed, or none did. */
      readonly chi2: number | null;
      readonly p: number | null;
      readonly slopeSign: -1 | 0 | 1;
    };

/**
 * Tests the last `window` periods (all when absent), gaps as null and keeping their place in time. Threshold 99.8 %
 * and five points as OHID Fingertips; the leave-one-out sign is ours, on whole numbers.
 */
export function recentTrend(points: readonly (Counts | null)[], window: number | null = null): RecentTrend {
  const scored = (window === null ? points : points.slice(-window)).flatMap(score);
  if (scored.length < 5) {
    return { result: 'cannot-calculate', reason: 'too-few-points', chi2: null, p: null, slopeSign: null };
  }
  const sums = sumsOf(scored);
  const failures = sums.n - sums.x;
  const unchanged = 'no-significant-change';
  if (sums.x === 0n || failures === 0n) {
    return { result: unchanged, reason: 'no-variation', chi2: null, p: null, slopeSign: 0 };
  }
  const slopeSign = signOf(slope(sums));
  const chi2 = chiSquared(sums);
  const p = chiSquaredSf(chi2, 1);
  const reading = { chi2, p, slopeSign };
  if (sums.x < 5n || failures < 5n) return { result: unchanged, reason: 'too-few-failures', ...reading };
  if (p >= 0.002) return { result: unchanged, reason: 'not-significant', ...reading };
  const driven = scored.some(
    (_, left) => signOf(slope(sumsOf(scored.filter((_point, index) => index !== left)))) !== slopeSign,
  );
  if (driven) return { result: unchanged, reason: 'single-point-driven', ...reading };
  return { result: slopeSign > 0 ? 'increasing' : 'decreasing', reason: null, ...reading };
}

interface Scored {
  readonly t: bigint;
  readonly x: bigint;
  readonly n: bigint;
}

function score(point: Counts | null, index: number): Scored[] {
  if (point === null) return [];
  requireCounts(point.x, point.n);
  return point.n === 0 ? [] : [{ t: BigInt(index), x: BigInt(point.x), n: BigInt(point.n) }];
}

/** Sums of products leave the safe range quickly, so they are BigInt. */
function sumsOf(points: readonly Scored[]): Record<'n' | 'x' | 'tn' | 'tx' | 'ttn', bigint> {
  const sums = { n: 0n, x: 0n, tn: 0n, tx: 0n, ttn: 0n };
  for (const { t, x, n } of points) {
    sums.n += n;
    sums.x += x;
    sums.tn += t * n;
    sums.tx += t * x;
    sums.ttn += t * t * n;
  }
  return sums;
}

type Sums = ReturnType<typeof sumsOf>;

const slope = ({ n, x, tn, tx }: Sums): bigint => n * tx - x * tn;

/** χ² = N(NΣtx − XΣtn)² ÷ (X(N−X)(NΣt²n − (Σtn)²)), the Cochran–Armitage statistic. */
function chiSquared(sums: Sums): number {
  const { n, x, tn, ttn } = sums;
  return toNumber({ num: n * slope(sums) ** 2n, den: x * (n - x) * (n * ttn - tn * tn) });
}

const signOf = (value: bigint): -1 | 0 | 1 => (value < 0n ? -1 : value > 0n ? 1 : 0);
