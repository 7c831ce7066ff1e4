import {
  betaBinomCdf,
  binomCdf,
  binomSf,
  censusVerdict,
  chanceOf,
  chiSquaredSf,
  compareWithBenchmark,
  exactInterval,
  minimumSample,
  normalQuantile,
  rateOnlyVerdict,
  reconstructCounts,
  requireCounts,
  verdict,
  wilsonInterval,
  z95,
  z998,
  zeroFailureBound,
  type Benchmark,
  type Interval,
} from '..';
import { counts, decimal, fields, flag, float, maybe, number, oneOf, percent, share, snake } from './read';

/** 00-core. */
export function core(input: unknown): unknown {
  const given = fields(input);
  const fn = oneOf('binomCdf', 'binomSf', 'betaBinomCdf', 'normQuantile', 'chiSqSf')(given['fn']);
  switch (fn) {
    case 'binomCdf':
      return { value: binomCdf(number(given['k']), number(given['n']), chanceOf(share(given['p']))) };
    case 'binomSf':
      return { value: binomSf(number(given['k']), number(given['n']), chanceOf(share(given['p']))) };
    case 'betaBinomCdf': {
      const shape = { a: float(given['a']), b: float(given['b']) };
      return { value: betaBinomCdf(number(given['k']), number(given['m']), shape) };
    }
    case 'normQuantile':
      return { value: normalQuantile(float(given['p'])) };
    case 'chiSqSf':
      return { value: chiSquaredSf(float(given['x']), number(given['df'])) };
  }
}

/** 01-wilson. */
export function wilson(input: unknown): unknown {
  const { x, n } = counts(input);
  return estimated(input, wilsonInterval(x, n, quantileOf(float(fields(input)['confidence']))));
}

/** 02-exact-interval, and its zero-failure bound. */
export function exact(input: unknown): unknown {
  const given = fields(input);
  if (flag(given['zeroFailures'])) {
    const n = number(given['n']);
    requireCounts(0, n);
    return { lowerOneSided95: n === 0 ? null : zeroFailureBound(n) };
  }
  const { x, n } = counts(input);
  return estimated(input, exactInterval(x, n, 1 - float(given['confidence'])));
}

/** 03-verdict. */
export function judged(input: unknown): unknown {
  const given = fields(input);
  const { x, n } = counts(input);
  const target = percent(given['target']);
  const inference = maybe(given['inference'], oneOf('binomial', 'none'));
  const reading = inference === 'none' ? censusVerdict(x, n, target) : verdict(x, n, target);
  return {
    ...reading,
    status: snake(reading.status),
    confidence: snake(reading.confidence),
    reason: snake(reading.reason),
  };
}

/** 03-min-n. */
export const minimum = (input: unknown): unknown => ({ n: minimumSample(percent(fields(input)['target'])) });

/** 04-province. */
export function province(input: unknown): unknown {
  const given = fields(input);
  const reading = compareWithBenchmark(counts(given['city']), benchmark(fields(given['province'])));
  if (reading.status === 'no-data') return { status: 'no_data' };
  return {
    status: reading.status,
    confidence: snake(reading.confidence),
    ambiguousRounding: reading.ambiguousRounding,
    diff: reading.difference,
    diffCi95: reading.difference95,
  };
}

/** 04-rate-only. */
export function rateOnly(input: unknown): unknown {
  const given = fields(input);
  const reading = rateOnlyVerdict(decimal(given['rate']), decimal(given['target']));
  return { ...reading, interval: null, reason: 'rate_only' };
}

/** 04-reconstruct. */
export function reconstructed(input: unknown): unknown {
  const given = fields(input);
  const reading = reconstructCounts(decimal(given['rate']), number(given['n']));
  if (reading.possible === true) return { ...reading, reason: null };
  const none = { count: 0, min: null, max: null, x: null, envelope95: null };
  return { possible: reading.possible, ...none, reason: snake(reading.reason) };
}

function benchmark(given: ReturnType<typeof fields>): Benchmark {
  if (given['n'] === undefined) return { kind: 'rate', rate: decimal(given['rate']) };
  return { kind: 'counts', ...counts(given), includesOurs: flag(given['includesCity']) };
}

function estimated(input: unknown, interval: Interval | null): unknown {
  const { x, n } = counts(input);
  if (interval === null) return { estimate: null, lower: null, upper: null, reason: 'no_samples' };
  return { estimate: x / n, ...interval };
}

/** The printed quantiles for the two levels in use. */
const quantileOf = (confidence: number): number =>
  confidence === 0.95 ? z95 : confidence === 0.998 ? z998 : normalQuantile(1 - (1 - confidence) / 2);
