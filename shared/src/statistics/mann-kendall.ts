import { compareDecimals, type Decimal } from './decimal';

/** Mann–Kendall test of a series of rates without counts (statistics.md f). */
export type MannKendall =
  | { readonly result: 'cannot-calculate'; readonly reason: 'too-few-points' }
  | {
      readonly result: 'increasing' | 'decreasing' | 'no-significant-change';
      readonly reason: 'not-significant' | null;
      /** Rising pairs minus falling pairs. */
      readonly s: number;
      /** Exact two-sided p under permutation, ties as they are. */
      readonly p: number;
      /** Theil–Sen: the median of all pairwise slopes, per period. */
      readonly slope: number;
    };

/** Tests for a trend at 5 %, with null for a period without figure; needs five figures. */
export function mannKendall(values: readonly (Decimal | null)[]): MannKendall {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  if (points.length < 5) return { result: 'cannot-calculate', reason: 'too-few-points' };
  let s = 0;
  const slopes: number[] = [];
  for (const [later, point] of points.entries()) {
    for (const earlier of points.slice(0, later)) {
      s += compareDecimals(point.value, earlier.value);
      slopes.push((numberOf(point.value) - numberOf(earlier.value)) / (point.index - earlier.index));
    }
  }
  const p = twoSided(s, tieSizes(points.map((point) => point.value)));
  const slope = median(slopes);
  return p < 0.05
    ? { result: s > 0 ? 'increasing' : 'decreasing', reason: null, s, p, slope }
    : { result: 'no-significant-change', reason: 'not-significant', s, p, slope };
}

const numberOf = (value: Decimal): number => Number(`${value.units}e-${value.decimals}`);

/** How often each value occurs. */
function tieSizes(values: readonly Decimal[]): number[] {
  const sizes: number[] = [];
  let previous: Decimal | null = null;
  for (const value of [...values].sort(compareDecimals)) {
    const last = sizes.length - 1;
    if (previous !== null && compareDecimals(previous, value) === 0) sizes[last] = (sizes[last] ?? 0) + 1;
    else sizes.push(1);
    previous = value;
  }
  return sizes;
}

/**
 * P(|S'| ≥ |s|): the inversions of a multiset follow the q-multinomial [n]! ÷ ∏[t]!, and S = M − 2·inversions with M
 * pairs that are not tied. Built by merging one tie after another, each a q-binomial; only sums of positive terms.
 */
function twoSided(s: number, sizes: readonly number[]): number {
  let law = Float64Array.of(1);
  let merged = 0;
  for (const size of sizes) {
    law = convolve(law, mergeLaw(merged, size));
    merged += size;
  }
  const pairs = law.length - 1;
  const extreme = law.filter((_, inversions) => Math.abs(pairs - 2 * inversions) >= Math.abs(s));
  return Math.min(
    1,
    extreme.reduce((sum, share) => sum + share, 0),
  );
}

/**
 * The law of inversions when `size` equal items are shuffled among `others`: [others+size choose size]_q normalised,
 * by Pascal's rule on probabilities. The last item is one of the `size` or one of the `others`.
 */
function mergeLaw(others: number, size: number): Float64Array<ArrayBuffer> {
  if (size === 1) return new Float64Array(others + 1).fill(1 / (others + 1));
  const one = Float64Array.of(1);
  let row = Array.from({ length: size + 1 }, () => one);
  for (let i = 1; i <= others; i += 1) {
    const next = [one];
    for (let j = 1; j <= size; j += 1) {
      const law = new Float64Array(i * j + 1);
      addShifted(law, row[j] ?? one, { by: 0, times: i / (i + j) });
      addShifted(law, next[j - 1] ?? one, { by: i, times: j / (i + j) });
      next.push(law);
    }
    row = next;
  }
  return row[size] ?? one;
}

function convolve(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const product = new Float64Array(a.length + b.length - 1);
  for (const [by, times] of b.entries()) addShifted(product, a, { by, times });
  return product;
}

/** sum[k + by] += times · part[k]. Plain loops: long series spend their time here. */
function addShifted(
  sum: Float64Array,
  part: Float64Array,
  { by, times }: { by: number; times: number },
): void {
  for (let k = 0; k < part.length; k += 1) sum[k + by] = (sum[k + by] ?? 0) + times * (part[k] ?? 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
