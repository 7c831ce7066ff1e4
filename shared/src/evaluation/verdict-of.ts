import type { Leg, Verdict } from './types';

/**
 * What the policy reads: short when any known leg is short, met when what is known is met, in whatever order
 * the legs stand. A comparison that is still missing (待省数据, no earlier year) decides nothing either way.
 */
export const verdictOf = (legs: readonly Leg[]): Verdict => {
  let known: Verdict = 'no-data';
  for (const { verdict } of legs) {
    if (verdict === 'short') return 'short';
    if (verdict === 'met') known = 'met';
  }
  return known;
};
