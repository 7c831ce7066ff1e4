import { betaBinomCdf, betaBinomQuantile, type Shape } from './beta-binomial';
import { requireCounts } from './counts';
import { allowedFailures, type Progress } from './failure-budget';

/** The probability of ending the span on target, and where it is heading (statistics.md h). */
export interface Outlook {
  /** 0…1; null without samples or plan. */
  readonly pMeet: number | null;
  /** Why it is certain or missing; null where it was reckoned. */
  readonly reason: 'no-data' | 'no-plan' | 'unreachable' | 'secured' | 'closed' | null;
  /** Expected rate at the end, 0…1. */
  readonly expectedFinalRate: number | null;
  /** Failures at the end between the 10th and 90th percentile; null when nothing is to come. */
  readonly finalFailures80: { readonly lower: number; readonly upper: number } | null;
}

/**
 * Assumes that the rest resembles what was seen: Jeffreys prior Beta(½,½), so further failures among m samples to
 * come are BetaBinomial(m, f+½, x+½).
 */
export function outlook(progress: Progress): Outlook {
  const { x, n } = progress;
  const chance = meetProbability(progress);
  if (chance.reason === 'no-data' || chance.reason === 'no-plan') {
    return { pMeet: chance.pMeet, reason: chance.reason, expectedFinalRate: null, finalFailures80: null };
  }
  const planned = Math.max(progress.planned ?? n, n);
  const rest = planned - n;
  return {
    pMeet: chance.pMeet,
    reason: chance.reason,
    expectedFinalRate: (x + (rest * (x + 0.5)) / (n + 1)) / planned,
    finalFailures80: rest === 0 ? null : finalFailures(n - x, rest, shapeOf(progress)),
  };
}

/** The probability alone, without the costlier percentiles. */
export function meetProbability(progress: Progress): Pick<Outlook, 'pMeet' | 'reason'> {
  const { x, n, target } = progress;
  requireCounts(x, n);
  if (n === 0) return { pMeet: null, reason: 'no-data' };
  if (progress.planned === null) return { pMeet: null, reason: 'no-plan' };
  const planned = Math.max(progress.planned, n);
  const rest = planned - n;
  const spare = allowedFailures(planned, target) - (n - x);
  if (rest === 0) return { pMeet: spare >= 0 ? 1 : 0, reason: 'closed' };
  if (spare < 0) return { pMeet: 0, reason: 'unreachable' };
  if (spare >= rest) return { pMeet: 1, reason: 'secured' };
  return { pMeet: betaBinomCdf(spare, rest, shapeOf(progress)), reason: null };
}

const shapeOf = ({ x, n }: Progress): Shape => ({ a: n - x + 0.5, b: x + 0.5 });

const finalFailures = (failures: number, rest: number, shape: Shape): { lower: number; upper: number } => ({
  lower: failures + betaBinomQuantile(0.1, rest, shape),
  upper: failures + betaBinomQuantile(0.9, rest, shape),
});
