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

const word = (probability: number): OutlookReading['word'] =>
  probability >= 0.95
    ? 'very-likely'
    : probability >= 0.8
      ? 'likely'
      : probability >= 0.3
        ? 'uncertain'
        : probability >= 0.1
          ? 'doubtful'
          : 'unlikely';

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
    word: word(reading.pMeet),
    tentative: total < 30 || 5 * total < plan.planned,
  };
};
