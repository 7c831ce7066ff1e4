import { binomCdf, binomSf } from './binomial';
import { requireCounts, type Counts } from './counts';
import type { Ratio } from './decimal';
import { ceilQuotient, compareProducts } from './products';
import { chanceOf } from './saddle-point';
import { wilsonBounds, z95, z998, type Interval } from './wilson-interval';

/** How strongly sampled counts speak for their verdict; `certain-…` where no sampling is involved. */
export type Confidence =
  | 'confidently-met'
  | 'met-within-noise'
  | 'short-within-noise'
  | 'confidently-short'
  | 'certain-met'
  | 'certain-short';

/** A verdict with what speaks for it (statistics.md b). */
export type Verdict =
  | {
      readonly status: 'met' | 'short';
      /** Passes missing to the target, ⌈t·n⌉ − x; 0 when met. */
      readonly shortBy: number;
      readonly confidence: Confidence;
      readonly reason: 'target-100' | 'census' | null;
      /** The exact one-sided tail used, P(X≥x) when met and P(X≤x) when short; null for 100 % and a census. */
      readonly tail: number | null;
      readonly wilson95: Interval | null;
      /** The strictest level at which the label is confident. */
      readonly level: '95' | '99.8' | null;
    }
  | {
      readonly status: 'no-data';
      readonly shortBy: null;
      readonly confidence: null;
      readonly reason: 'no-samples';
      readonly tail: null;
      readonly wilson95: null;
      readonly level: null;
    };

const noData: Verdict = {
  status: 'no-data',
  shortBy: null,
  confidence: null,
  reason: 'no-samples',
  tail: null,
  wilson95: null,
  level: null,
};

/** x ÷ n ≥ target, in whole numbers: the plain reading of "not below" (GB/T 8170 full-value comparison). */
export const isMet = (x: number, n: number, target: Ratio): boolean =>
  compareProducts([x, target.den], [target.num, n]) >= 0;

/** Passes missing to the target among n: max(0, ⌈t·n⌉ − x), in whole numbers. */
export const passesMissing = (x: number, n: number, target: Ratio): number =>
  Math.max(0, ceilQuotient(target.num, n, target.den) - x);

/** Judges sampled counts: the status by whole numbers alone, the label by Wilson and the exact tail together. */
export function verdict(x: number, n: number, target: Ratio): Verdict {
  requireCounts(x, n);
  if (n === 0) return noData;
  const met = isMet(x, n, target);
  const status = met ? 'met' : 'short';
  const shortBy = met ? 0 : passesMissing(x, n, target);
  const wilson95 = wilsonBounds(x, n, z95);
  if (target.num === target.den) {
    const confidence = ofAll(met);
    return { status, shortBy, confidence, reason: 'target-100', tail: null, wilson95, level: null };
  }
  const given = { x, n, target, met };
  const tail = tailOf(given);
  const level = excludes(given, wilson95) ? levelOf(given, tail) : null;
  return { status, shortBy, confidence: labelOf(met, level), reason: null, tail, wilson95, level };
}

/** Judges a full coverage: no sampling, so no interval and no doubt. */
export function censusVerdict(x: number, n: number, target: Ratio): Verdict {
  requireCounts(x, n);
  if (n === 0) return noData;
  const met = isMet(x, n, target);
  return {
    status: met ? 'met' : 'short',
    shortBy: met ? 0 : passesMissing(x, n, target),
    confidence: met ? 'certain-met' : 'certain-short',
    reason: 'census',
    tail: null,
    wilson95: null,
    level: null,
  };
}

/** The label of `verdict` alone, for n ≥ 1; the exact tail is computed only where Wilson leaves the label open. */
export function confidenceOf(x: number, n: number, target: Ratio): Confidence {
  const met = isMet(x, n, target);
  if (target.num === target.den) return ofAll(met);
  const given = { x, n, target, met };
  return labelOf(met, excludes(given, wilsonBounds(x, n, z95)) ? levelOf(given, tailOf(given)) : null);
}

interface Judged extends Counts {
  readonly target: Ratio;
  readonly met: boolean;
}

/** One failure decides a 100 % target for good; no number of passes proves it. */
const ofAll = (met: boolean): Confidence => (met ? 'met-within-noise' : 'certain-short');

/** The interval lies wholly on the verdict's side of the target; a single failure is never confident evidence. */
function excludes({ x, n, target, met }: Judged, interval: Interval): boolean {
  const t = target.num / target.den;
  return met ? interval.lower >= t : n - x >= 2 && interval.upper < t;
}

function levelOf(given: Judged, tail: number): '95' | '99.8' | null {
  if (tail >= 0.025) return null;
  return tail < 0.001 && excludes(given, wilsonBounds(given.x, given.n, z998)) ? '99.8' : '95';
}

function tailOf({ x, n, target, met }: Judged): number {
  const at = chanceOf(target);
  return met ? binomSf(x, n, at) : binomCdf(x, n, at);
}

function labelOf(met: boolean, level: '95' | '99.8' | null): Confidence {
  if (level === null) return met ? 'met-within-noise' : 'short-within-noise';
  return met ? 'confidently-met' : 'confidently-short';
}
