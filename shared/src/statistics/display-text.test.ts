import { assert, constant, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayText, gbt8170, halfUp, isMet, parseDecimal, percentRatio, ratioOfPercent } from '.';

const seed = 20255;
const counts = (most: number) =>
  integer({ min: 1, max: most }).chain((n) => tuple(integer({ min: 0, max: n }), constant(n)));
/** At or beside the target, where rounding would cross it. */
const nearly = (most: number) =>
  tuple(
    integer({ min: 1, max: most }),
    integer({ min: -2, max: 2 }),
    constantFrom('90', '94.8', '98', '98.5', '99.99', '100'),
  );

describe('the text of a rate', () => {
  test('it never stands on the wrong side of the target', () => {
    assert(
      property(nearly(1e12), ([n, step, percent]) => {
        const target = percentRatio(percent);
        if (target === null) return false;
        const edge = Number((BigInt(target.num) * BigInt(n)) / BigInt(target.den));
        const x = Math.min(n, Math.max(0, edge + step));
        const shown = parseDecimal(displayText(x, n, target) ?? '');
        if (shown === null) return false;
        const { num, den } = ratioOfPercent(shown);
        return BigInt(num) * BigInt(target.den) >= BigInt(target.num) * BigInt(den) === isMet(x, n, target);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('it shows 100 only without failure', () => {
    assert(
      property(counts(1e12), ([x, n]) => Number(displayText(x, n)) < 100 === x < n),
      { seed },
    );
    expect(displayText(999_999_999, 1_000_000_000)).toBe('99.9999');
  });

  test('1969 of 2000 shows 98.45 against 98.5, and no samples show nothing', () => {
    expect(displayText(1969, 2000, percentRatio('98.5'))).toBe('98.45');
    expect(displayText(1969, 2000)).toBe('98.5');
    expect(displayText(0, 0)).toBeNull();
  });
});

describe('rounding', () => {
  test('both ways lie within half a unit of the exact percentage and differ only at a tie', () => {
    assert(
      property(counts(1e12), integer({ min: 0, max: 4 }), ([x, n], decimals) => {
        const scale = 10n ** BigInt(decimals + 2);
        const exact = BigInt(x) * scale;
        const up = BigInt(halfUp(x, n, decimals).replace('.', ''));
        const even = BigInt(gbt8170(x, n, decimals).replace('.', ''));
        const isTie = (2n * exact) % BigInt(n) === 0n && ((2n * exact) / BigInt(n)) % 2n === 1n;
        const near = [up, even].every((units) => {
          const gap = 2n * (units * BigInt(n) - exact);
          return gap <= BigInt(n) && -gap <= BigInt(n);
        });
        return near && (isTie ? even % 2n === 0n && up * 2n * BigInt(n) > 2n * exact : up === even);
      }),
      { seed, numRuns: 2000 },
    );
  });
});
