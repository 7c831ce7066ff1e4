import type { Leg, Verdict } from './types';

/**
 * What the policy reads: short when any known leg is short; met when what is known is met. A provincial
 * average that is still missing (待省数据) decides nothing either way; without any known leg there is no verdict.
 */
export const verdictOf = (legs: readonly Leg[]): Verdict => {
  let known: Verdict = 'no-data';
  for (const { verdict, comparator } of legs) {
    if (verdict === 'short') return 'short';
    if (verdict === 'met') known = 'met';
    // The figure itself is missing: no other leg can speak for it.
    else if (comparator !== 'province') return 'no-data';
  }
  return known;
};
