import type { Plan } from '../../programme';
import { allowedFailures, confidenceOf, minimumSample, type Ratio } from '../../statistics';
import type { BudgetReading, OutlookReading } from '../types';
import { readBudget, readOutlook } from '../year-reading';

/** Counts of the year so far, and the plan that a person tries out. */
export interface PlanningQuestion {
  readonly passes: number;
  readonly total: number;
  readonly target: Ratio;
  /** Samples of the whole year; what was taken already cannot be planned away. */
  readonly planned: number;
  readonly firm: boolean;
  /** Reporting periods still to come in the year, among which the rest is shared evenly; 0 at its end. */
  readonly periodsLeft: number;
}

/** Failures that so many further samples can bear; `bearable` is null where even none would not do. */
export interface Bearable {
  readonly samples: number;
  readonly bearable: number | null;
}

/** What a plan means (statistics.md b, g, h), reckoned by the functions that judge the year. */
export interface PlanningAid {
  /** Samples that, all passed, confirm the target from nothing; null for 100 %, which no sample proves. */
  readonly minimumSample: number | null;
  /** Further passes in a row until the year so far is confidently met; 0 when it is, null when no number does. */
  readonly confirmPasses: number | null;
  /** Samples of the year as reckoned: planned, or taken where that is more. */
  readonly planned: number;
  /** The next period at an even share of the rest, ending it on target; null when nothing is to come. */
  readonly next: Bearable | null;
  /** All that is to come, ending the year on target. */
  readonly rest: Bearable | null;
  readonly budget: BudgetReading;
  readonly outlook: OutlookReading | null;
}

/** Reckons a plan. Cheap enough to follow a slider in the browser. */
export const planningAid = (question: PlanningQuestion): PlanningAid => {
  const { passes, total, target, firm, periodsLeft } = question;
  const planned = Math.max(question.planned, total);
  const samples = planned - total;
  // Only the number and its firmness are read; the plan of a slider belongs to nobody yet.
  const plan: Plan = { indicator: '', unit: '', year: 0, planned, firm };
  const share = periodsLeft > 0 ? Math.min(samples, Math.ceil(samples / periodsLeft)) : samples;
  return {
    minimumSample: minimumSample(target),
    confirmPasses: passesToConfirm(passes, total, target),
    planned,
    next: samples === 0 ? null : bearable(question, share),
    rest: samples === 0 ? null : bearable(question, samples),
    budget: readBudget(passes, total, target, plan),
    outlook: readOutlook(passes, total, target, plan),
  };
};

const bearable = ({ passes, total, target }: PlanningQuestion, samples: number): Bearable => {
  const spare = allowedFailures(total + samples, target) - (total - passes);
  return { samples, bearable: spare < 0 ? null : Math.min(samples, spare) };
};

/** Beyond so many samples no plan goes. */
const mostPasses = 1e9;

/**
 * The smallest run of passes that makes the year so far confidently met. Every pass lifts Wilson's lower bound and
 * lowers the tail, so a bracket closes on it; null for 100 % and beyond a billion.
 */
const passesToConfirm = (passes: number, total: number, target: Ratio): number | null => {
  if (target.num >= target.den) return null;
  const confirms = (more: number): boolean =>
    total + more > 0 && confidenceOf(passes + more, total + more, target) === 'confidently-met';
  if (confirms(0)) return 0;
  let enough = 1;
  while (!confirms(enough)) {
    enough *= 2;
    if (enough > mostPasses) return null;
  }
  let short = Math.floor(enough / 2);
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (confirms(middle)) enough = middle;
    else short = middle;
  }
  return enough;
};
