import { requireCounts } from './counts';
import { powerOfTen, type Decimal } from './decimal';
import { fraction, multiply, sumFractions, type Fraction } from './fraction';

/** One part of a sum: counts, or a rate that arrived without them. */
export type PoolRow =
  | { readonly id: string; readonly x: number; readonly n: number }
  | { readonly id: string; readonly rate: Decimal };

/** Parts added up (statistics.md c). */
export interface Pool {
  readonly x: number;
  readonly n: number;
  /** Σx ÷ Σn, 0…1; null without samples. */
  readonly rate: number | null;
  /** Mean of the parts' rates, only to catch it where it was published by mistake. */
  readonly simpleMean: number | null;
  /** False when a part is known by its rate alone, which cannot be added. */
  readonly complete: boolean;
  readonly noSamples: readonly string[];
  readonly rateOnly: readonly string[];
  /** Which of both a published percentage equals within half its last digit; null if there is nothing to compare. */
  readonly publishedMatches: 'pooled' | 'simple-mean' | 'both' | 'neither' | null;
}

/** Adds counts; rates without counts are listed and never averaged in. */
export function pool(rows: readonly PoolRow[], published: Decimal | null = null): Pool {
  let x = 0;
  let n = 0;
  let rates = 0;
  const sampled: { x: number; n: number }[] = [];
  const noSamples: string[] = [];
  const rateOnly: string[] = [];
  for (const row of rows) {
    if ('rate' in row) {
      rateOnly.push(row.id);
      continue;
    }
    requireCounts(row.x, row.n);
    if (row.n === 0) {
      noSamples.push(row.id);
      continue;
    }
    x += row.x;
    n += row.n;
    rates += row.x / row.n;
    sampled.push(row);
  }
  requireCounts(x, n);
  return {
    x,
    n,
    rate: n === 0 ? null : x / n,
    simpleMean: n === 0 ? null : rates / sampled.length,
    complete: rateOnly.length === 0,
    noSamples,
    rateOnly,
    publishedMatches: published === null || n === 0 ? null : matches(sampled, published),
  };
}

/** Decided on exact fractions: a published half unit is a boundary where floats would guess. */
function matches(
  rows: readonly { readonly x: number; readonly n: number }[],
  published: Decimal,
): Pool['publishedMatches'] {
  const x = rows.reduce((sum, row) => sum + row.x, 0);
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const total = sumFractions(rows.map((row) => fraction(row.x, row.n)));
  const pooled = isPublishedAs(fraction(x, n), published);
  const mean = isPublishedAs(multiply(total, fraction(1, rows.length)), published);
  if (pooled) return mean ? 'both' : 'pooled';
  return mean ? 'simple-mean' : 'neither';
}

/** 2·|S·num − R·den| ≤ den, S = 100·10^d: within half a unit of the published percentage, both ties included. */
function isPublishedAs(rate: Fraction, published: Decimal): boolean {
  const scale = BigInt(100 * powerOfTen(published.decimals));
  const gap = scale * rate.num - BigInt(published.units) * rate.den;
  return 2n * (gap < 0n ? -gap : gap) <= rate.den;
}
