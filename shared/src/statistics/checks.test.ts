import { assert, constant, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareWithBenchmark,
  exactInterval,
  binomCdf,
  binomSf,
  chance,
  halfUp,
  outlierCheck,
  parseDecimal,
  percentRatio,
  pool,
  rateCheck,
  rateOnlyVerdict,
  reconstructCounts,
  repeatCheck,
  simpson,
  suggestCorrections,
  type Decimal,
} from '.';

const seed = 20258;
const counts = (most: number) =>
  integer({ min: 1, max: most }).chain((n) => tuple(integer({ min: 0, max: n }), constant(n)));

/** A decimal out of its text. */
function decimal(text: string): Decimal {
  const read = parseDecimal(text);
  if (read === null) throw new Error(`no decimal: ${text}`);
  return read;
}

describe('decimals as people write them', () => {
  test('the written precision is kept, and anything but digits and a point is refused', () => {
    expect(parseDecimal('98.50')).toEqual({ units: 9850, decimals: 2 });
    expect(percentRatio('98.5')).toEqual({ num: 985, den: 1000 });
    for (const text of ['', '-1', '+1', '1e3', '.5', '5.', '９８', '98,5', ' 98', '1234567890123456']) {
      expect(parseDecimal(text)).toBeNull();
    }
    expect(percentRatio('100.01')).toBeNull();
  });
});

describe('published rates', () => {
  test('a rate published from its own counts is always accepted, and its counts are always among the candidates', () => {
    assert(
      property(counts(1e11), constantFrom(0, 1, 2), ([x, n], decimals) => {
        const rate = decimal(halfUp(x, n, decimals));
        const check = rateCheck(x, n, rate);
        const candidates = reconstructCounts(rate, n);
        return (
          (check === 'ok' || (check === 'ok-hides-failure' && x < n)) &&
          candidates.possible === true &&
          candidates.min <= x &&
          x <= candidates.max
        );
      }),
      { seed, numRuns: 500 },
    );
  });

  test('98.5 published against 98.5 is met, but may have been rounded up to it', () => {
    expect(rateOnlyVerdict(decimal('98.5'), decimal('98.5'))).toMatchObject({
      status: 'met',
      ambiguous: true,
    });
  });

  test('below a published benchmark but within its rounding is short and ambiguous', () => {
    const reading = compareWithBenchmark({ x: 9817, n: 10_000 }, { kind: 'rate', rate: decimal('98.2') });
    expect(reading).toMatchObject({ status: 'short', ambiguousRounding: true });
  });

  test('a benchmark that is wholly ours, or without samples, says nothing beyond the verdict', () => {
    const ours = { x: 49, n: 50 };
    const whole = compareWithBenchmark(ours, { kind: 'counts', ...ours, includesOurs: true });
    expect(whole).toMatchObject({ status: 'met', confidence: 'met-within-noise', difference: null });
    expect(compareWithBenchmark(ours, { kind: 'counts', x: 0, n: 0, includesOurs: false }).status).toBe(
      'no-data',
    );
  });
});

describe('sums of counts', () => {
  test('a pooled rate is Σx ÷ Σn, whatever the simple mean says', () => {
    const rows = [
      { id: 'a', x: 90, n: 100 },
      { id: 'b', x: 10, n: 10 },
      { id: 'c', x: 0, n: 0 },
      { id: 'd', rate: decimal('99.0') },
    ];
    const reading = pool(rows, decimal('95.0'));
    expect(reading).toMatchObject({ x: 100, n: 110, complete: false, noSamples: ['c'], rateOnly: ['d'] });
    expect(reading.publishedMatches).toBe('simple-mean');
  });

  test('the two effects of a difference sum to it', () => {
    assert(
      property(counts(900), counts(900), counts(900), ([ax, an], [bx, bn], [cx, cn]) => {
        const strata = [
          { a: { x: ax, n: an }, b: { x: bx, n: bn } },
          { a: { x: cx, n: cn }, b: { x: ax, n: an } },
        ];
        const { difference, parts } = simpson(strata);
        if (difference === null || parts === null) return false;
        return Math.abs(parts.rateEffect + parts.mixEffect - difference) < 1e-12;
      }),
      { seed },
    );
  });
});

describe('plausibility', () => {
  test('a Clopper–Pearson bound is where the exact tail is half of alpha', () => {
    assert(
      property(counts(2000), ([x, n]) => {
        const interval = exactInterval(x, n);
        if (interval === null) return false;
        const low = x === 0 || Math.abs(binomSf(x, n, chance(interval.lower)) - 0.025) < 1e-9;
        return low && (x === n || Math.abs(binomCdf(x, n, chance(interval.upper)) - 0.025) < 1e-9);
      }),
      { seed },
    );
  });

  test('one failure after 300 of 300 is possible, five of 50 want a second look', () => {
    const history = { x: 300, n: 300 };
    expect(outlierCheck({ x: 49, n: 50 }, history).status).toBe('ok');
    expect(outlierCheck({ x: 45, n: 50 }, history).status).toBe('confirm');
  });

  test('the same counts as three periods ago look copied, among 19 samples they do not', () => {
    const before = [
      { x: 190, n: 200 },
      { x: 191, n: 200 },
      { x: 197, n: 200 },
    ];
    expect(repeatCheck({ x: 197, n: 200 }, before)).toEqual(['repeat-same-counts']);
    expect(repeatCheck({ x: 18, n: 19 }, [{ x: 18, n: 19 }])).toEqual([]);
  });

  test('a slip is suggested only where rate or history bears it out', () => {
    expect(suggestCorrections({ x: 200, n: 197, rate: '98.5' }, null)).toEqual([
      { edit: 'swap-xn', x: 197, n: 200, rate: '98.5' },
    ]);
    expect(suggestCorrections({ x: 200, n: 197, rate: null }, null)).toEqual([]);
  });
});
