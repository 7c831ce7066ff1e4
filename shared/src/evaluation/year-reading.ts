import type { Plan } from '../programme';
import { failureBudget, meetProbability, type Ratio } from '../statistics';
import type { BudgetReading, OutlookReading } from './types';

/** The budget of a year (statistics.md g) for counts so far and a yearly plan. */
export const readBudget = (
  passes: number,
  total: number,
  target: Ratio,
  plan: Plan | null,
): BudgetReading => {
  const budget = failureBudget({ x: passes, n: total, target, planned: plan?.planned ?? null });
  return {
    status: budget.status,
    planned: plan?.planned ?? null,
    firm: plan?.firm ?? false,
    allowed: budget.allowed,
    used: total - passes,
    remaining: budget.remainingAllowed,
    burnRate: budget.burnRate,
    requiredRate: budget.requiredRate,
    remainingSamples: plan === null ? null : Math.max(0, plan.planned - total),
    recoveryPasses: budget.recoveryPasses,
  };
};

/**
 * The one set of words for a probability of meeting the year's target: 很高 from 0.95, 较高 from 0.8, 居中 from 0.5,
 * 较低 from 0.2, else 很低 (screens.md 2.5, decision 27). 0.2 and 0.8 are also where lights turn, so that word and
 * light never disagree.
 */
export const outlookWord = (probability: number): OutlookReading['word'] => {
  if (probability >= 0.95) return 'very-likely';
  if (probability >= 0.8) return 'likely';
  if (probability >= 0.5) return 'uncertain';
  return probability >= 0.2 ? 'doubtful' : 'unlikely';
};

/** The outlook of a year (statistics.md h); null without samples or plan. */
export const readOutlook = (
  passes: number,
  total: number,
  target: Ratio,
  plan: Plan | null,
): OutlookReading | null => {
  if (plan === null) return null;
  const reading = meetProbability({ x: passes, n: total, target, planned: plan.planned });
  if (reading.pMeet === null) return null;
  return {
    probability: reading.pMeet,
    word: outlookWord(reading.pMeet),
    tentative: total < 30 || 5 * total < plan.planned,
  };
};
