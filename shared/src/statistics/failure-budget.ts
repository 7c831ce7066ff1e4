import { requireCounts } from './counts';
import type { Ratio } from './decimal';
import { ceilQuotient, compareProducts, floorQuotient } from './products';
import { isMet } from './verdict';

/** Counts so far, the target, and how many samples the whole span is to have; null where nothing is planned. */
export interface Progress {
  readonly x: number;
  readonly n: number;
  readonly target: Ratio;
  readonly planned: number | null;
}

/** Where the budget stands, first that applies (statistics.md g). */
export type BudgetStatus =
  | 'final-met'
  | 'final-short'
  | 'unreachable'
  | 'secured'
  | 'not-started'
  | 'exhausted'
  | 'zero-allowance'
  | 'on-pace'
  | 'over-pace';

interface Pace {
  readonly failures: number;
  /** Failures so far against the share the target allows; 1 is exactly on pace. Null without samples or at 100 %. */
  readonly burnRate: number | null;
  /** Passes in a row that lead back to the target; 0 when met, null when no number does or nothing is sampled. */
  readonly recoveryPasses: number | null;
}

/** Failing samples that may still come without losing the target (statistics.md g). */
export type FailureBudget =
  | (Pace & {
      readonly status: BudgetStatus;
      /** Samples of the whole span: planned, or already inspected where that is more. */
      readonly planned: number;
      readonly allowed: number;
      readonly remainingAllowed: number;
      readonly overdrawn: number;
      /** failures ÷ allowed; null when none is allowed. */
      readonly consumed: number | null;
      readonly requiredPasses: number;
      /** requiredPasses among the samples still to come, above 1 when out of reach; null when none is to come. */
      readonly requiredRate: number | null;
    })
  | (Pace & {
      readonly status: 'no-plan';
      readonly planned: null;
      readonly allowed: null;
      readonly remainingAllowed: null;
      readonly overdrawn: null;
      readonly consumed: null;
      readonly requiredPasses: null;
      readonly requiredRate: null;
    });

/** ⌊N·(1−t)⌋: failures that N samples may have with the target still met, in whole numbers. */
export const allowedFailures = (samples: number, target: Ratio): number =>
  floorQuotient(samples, target.den - target.num, target.den);

/** Reckons the failures allowed, used and left, all in whole numbers but the rates. */
export function failureBudget(progress: Progress): FailureBudget {
  const { x, n, target } = progress;
  requireCounts(x, n);
  if (progress.planned === null) return withoutPlan(x, n, target);
  const failures = n - x;
  const planned = Math.max(progress.planned, n);
  const allowed = allowedFailures(planned, target);
  const requiredPasses = Math.max(0, planned - allowed - x);
  return {
    failures,
    burnRate: burnRate(x, n, target),
    recoveryPasses: recoveryPasses(x, n, target),
    status: statusOf(progress, planned, allowed),
    planned,
    allowed,
    remainingAllowed: Math.max(0, allowed - failures),
    overdrawn: Math.max(0, failures - allowed),
    consumed: allowed === 0 ? null : failures / allowed,
    requiredPasses,
    requiredRate: planned === n ? null : requiredPasses / (planned - n),
  };
}

/** (f ÷ n) ÷ (1 − t), the burn rate of Google's SRE Workbook ch. 5; null for n = 0 or t = 1. For drawing only. */
export const burnRate = (x: number, n: number, target: Ratio): number | null =>
  n === 0 || target.num === target.den ? null : ((n - x) * target.den) / (n * (target.den - target.num));

/** Sign of burn rate − 1, in whole numbers; n ≥ 1 and t < 1. */
export const compareBurn = (x: number, n: number, target: Ratio): -1 | 0 | 1 =>
  compareProducts([n - x, target.den], [n, target.den - target.num]);

const withoutPlan = (x: number, n: number, target: Ratio): FailureBudget => ({
  failures: n - x,
  burnRate: burnRate(x, n, target),
  recoveryPasses: recoveryPasses(x, n, target),
  status: 'no-plan',
  planned: null,
  allowed: null,
  remainingAllowed: null,
  overdrawn: null,
  consumed: null,
  requiredPasses: null,
  requiredRate: null,
});

/** ⌈(t·n − x) ÷ (1 − t)⌉ when short now. */
function recoveryPasses(x: number, n: number, target: Ratio): number | null {
  if (n === 0) return null;
  if (isMet(x, n, target)) return 0;
  const rest = target.den - target.num;
  if (rest === 0) return null;
  // (t·n − x) ÷ (1 − t) = (n − x)·den ÷ (den − num) − n, whose parts are never negative.
  return ceilQuotient(n - x, target.den, rest) - n;
}

function statusOf({ x, n, target }: Progress, planned: number, allowed: number): BudgetStatus {
  const failures = n - x;
  if (n === planned) return isMet(x, n, target) ? 'final-met' : 'final-short';
  if (failures > allowed) return 'unreachable';
  if (x >= planned - allowed) return 'secured';
  if (n === 0) return 'not-started';
  if (allowed === 0) return 'zero-allowance';
  if (failures === allowed) return 'exhausted';
  return compareBurn(x, n, target) <= 0 ? 'on-pace' : 'over-pace';
}
