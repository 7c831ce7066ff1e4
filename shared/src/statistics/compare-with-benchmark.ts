import { requireCounts, type Counts } from './counts';
import { powerOfTen, ratioOfPercent, type Decimal } from './decimal';
import { compareProducts } from './products';
import { verdict, type Confidence } from './verdict';
import { wilsonBounds, z95, type Interval } from './wilson-interval';

/** What is compared with: a published percentage, or counts, of which ours may be a part. */
export type Benchmark =
  | { readonly kind: 'rate'; readonly rate: Decimal }
  | { readonly kind: 'counts'; readonly x: number; readonly n: number; readonly includesOurs: boolean };

/** Our rate beside the benchmark: "not below" decides, Newcombe's interval says how surely (statistics.md b). */
export type BenchmarkVerdict =
  | { readonly status: 'no-data' }
  | {
      readonly status: 'met' | 'short';
      readonly confidence: Confidence;
      /** The benchmark was published rounded and ours lies within half a unit of it. */
      readonly ambiguousRounding: boolean;
      /** Ours minus the benchmark without us, as a fraction; null without the benchmark's counts. */
      readonly difference: number | null;
      /** Newcombe's 95 % interval of that difference. */
      readonly difference95: Interval | null;
    };

/** Judges our counts against a benchmark. No samples on either side is no data. */
export function compareWithBenchmark(ours: Counts, benchmark: Benchmark): BenchmarkVerdict {
  requireCounts(ours.x, ours.n);
  if (ours.n === 0) return { status: 'no-data' };
  return benchmark.kind === 'rate' ? withRate(ours, benchmark.rate) : withCounts(ours, benchmark);
}

function withRate({ x, n }: Counts, rate: Decimal): BenchmarkVerdict {
  const reading = verdict(x, n, ratioOfPercent(rate));
  if (reading.status === 'no-data') return reading;
  // In halves of the last published digit: clear if at or above P + h (at most 1), or below P − h (at least 0).
  const whole = 200 * powerOfTen(rate.decimals);
  const clearlyMet = compareProducts([x, whole], [n, Math.min(whole, 2 * rate.units + 1)]) >= 0;
  const clearlyShort = compareProducts([x, whole], [n, Math.max(0, 2 * rate.units - 1)]) < 0;
  return {
    status: reading.status,
    confidence: reading.confidence,
    ambiguousRounding: !clearlyMet && !clearlyShort,
    difference: null,
    difference95: null,
  };
}

function withCounts(ours: Counts, benchmark: Counts & { readonly includesOurs: boolean }): BenchmarkVerdict {
  requireCounts(benchmark.x, benchmark.n);
  if (benchmark.n === 0) return { status: 'no-data' };
  const met = compareProducts([ours.x, benchmark.n], [benchmark.x, ours.n]) >= 0;
  const others = benchmark.includesOurs
    ? { x: benchmark.x - ours.x, n: benchmark.n - ours.n }
    : { x: benchmark.x, n: benchmark.n };
  requireCounts(others.x, others.n);
  const difference95 = others.n === 0 ? null : newcombeInterval(ours, others);
  const confident = difference95 !== null && (met ? difference95.lower > 0 : difference95.upper < 0);
  return {
    status: met ? 'met' : 'short',
    confidence: met
      ? confident
        ? 'confidently-met'
        : 'met-within-noise'
      : confident
        ? 'confidently-short'
        : 'short-within-noise',
    ambiguousRounding: false,
    difference: others.n === 0 ? null : rateDifference(ours, others),
    difference95,
  };
}

/**
 * Newcombe's hybrid score interval, method 10 (Statistics in Medicine 17:873, 1998), for the difference of two
 * independent rates at 95 %. Both n ≥ 1.
 */
export function newcombeInterval(a: Counts, b: Counts): Interval {
  const first = wilsonBounds(a.x, a.n, z95);
  const second = wilsonBounds(b.x, b.n, z95);
  const p1 = a.x / a.n;
  const p2 = b.x / b.n;
  const d = rateDifference(a, b);
  return {
    lower: d - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: d + Math.hypot(first.upper - p1, p2 - second.lower),
  };
}

const rateDifference = (a: Counts, b: Counts): number => a.x / a.n - b.x / b.n;
