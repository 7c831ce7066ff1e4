import { differences, type Difference } from './adapters/compare';
import { comparison, decomposition, dispersion, limits, multiple, pooling } from './adapters/comparisons';
import * as figures from './adapters/figures';
import * as intervals from './adapters/intervals';
import { countTrend, individuals, rankTrend, shares } from './adapters/series';
import { alerts, budget, prospect } from './adapters/year';

export type { Difference } from './adapters/compare';

/** A method in the field names of its golden vectors. Throws a TypeError on an input of another shape. */
export type VectorFunction = (input: unknown) => unknown;

/** Golden-vector file name → the method that must reproduce it. */
export const vectors: Readonly<Record<string, VectorFunction>> = {
  '00-core': guarded(intervals.core),
  '01-wilson': guarded(intervals.wilson),
  '02-exact-interval': guarded(intervals.exact),
  '03-min-n': guarded(intervals.minimum),
  '03-verdict': guarded(intervals.judged),
  '04-province': guarded(intervals.province),
  '04-rate-only': guarded(intervals.rateOnly),
  '04-reconstruct': guarded(intervals.reconstructed),
  '05-pooling': guarded(pooling),
  '05-simpson': guarded(decomposition),
  '06-funnel-limits': guarded(limits),
  '06-funnel': guarded(comparison),
  '06-multiple': guarded(multiple),
  '06-overdispersion': guarded(dispersion),
  '07-pchart': guarded(shares),
  '08-xmr': guarded(individuals),
  '09-mann-kendall': guarded(rankTrend),
  '09-trend-chisq': guarded(countTrend),
  '10-budget': guarded(budget),
  '11-outlook': guarded(prospect),
  '12-alerts': guarded(alerts),
  '13-cumulative': guarded(figures.cumulative),
  '13-outlier': guarded(figures.outlier),
  '13-rate-vs-counts': guarded(figures.rateAgainstCounts),
  '13-repeat': guarded(figures.repeats),
  '13-suggest': guarded(figures.suggestions),
  '14-compare-mode': guarded(figures.modes),
  '14-display': guarded(figures.display),
  '14-rounding': guarded(figures.rounding),
};

/** A file of golden vectors, as far as it is needed to run it. */
export interface VectorFile {
  readonly method: string;
  readonly cases: readonly { readonly id: string; readonly input: unknown; readonly expected: unknown }[];
}

/** How a file went: cases passed and failed, and every single difference. */
export interface VectorRun {
  readonly passed: number;
  readonly failed: number;
  readonly differences: readonly Difference[];
}

/** Tells a vector file from anything else that was parsed from JSON. */
export function isVectorFile(value: unknown): value is VectorFile {
  if (typeof value !== 'object' || value === null || !('method' in value) || !('cases' in value))
    return false;
  const { method, cases } = value;
  return typeof method === 'string' && Array.isArray(cases) && cases.every(isCase);
}

/** Runs every case against the whole expected object. A case whose input cannot be read fails with the reason. */
export function runVectors(file: VectorFile): VectorRun {
  const method = vectors[file.method];
  if (method === undefined) {
    throw new TypeError(`unknown method ${file.method}; known are ${Object.keys(vectors).join(', ')}`);
  }
  const found = file.cases.map(({ id, input, expected }) =>
    differences(id, expected, attempt(method, input)),
  );
  const failed = found.filter((difference) => difference.length > 0).length;
  return { passed: found.length - failed, failed, differences: found.flat() };
}

const isCase = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'expected' in value;

/** Invalid counts are an answer in the vectors' language, not a crash. */
function guarded(method: VectorFunction): VectorFunction {
  return (input) => {
    try {
      return method(input);
    } catch (fault) {
      if (fault instanceof RangeError && fault.message.startsWith('invalid_counts'))
        return { error: 'invalid_counts' };
      throw fault;
    }
  };
}

function attempt(method: VectorFunction, input: unknown): unknown {
  try {
    return method(input);
  } catch (fault) {
    return { unreadable: fault instanceof Error ? fault.message : String(fault) };
  }
}
