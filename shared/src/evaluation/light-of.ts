import type { Figure } from '../observation';
import type { BudgetReading, Leg, Light, LightReason, OutlookReading, Verdict } from './types';

/** What decides a light (statistics.md k); everything has been computed exactly before. */
export interface LightQuestion {
  /** `rising`: nothing but a rise is asked; `coverage`: a register or list; `share`: everything else. */
  readonly kind: 'share' | 'coverage' | 'rising';
  readonly figure: Figure | null;
  readonly verdict: Verdict;
  readonly legs: readonly Leg[];
  /** Every single case must pass. */
  readonly asksAll: boolean;
  /** A rate as published could, unrounded, lie on the other side of what it is compared with. */
  readonly ambiguous: boolean;
  /** The rate was made of counts with declared weights, so its interval can speak. */
  readonly weighted: boolean;
  /** The period is a whole year that has ended, and its figures are in or were due. */
  readonly closed: boolean;
  /** The unit answers for a year of its own: the whole, or a unit with a yearly plan. */
  readonly answersForYear: boolean;
  /** Both null where no plan is known, or the year is closed. */
  readonly budget: BudgetReading | null;
  readonly outlook: OutlookReading | null;
  /** 95 % upper bound below the target, two failures or more, exact tail significant after Holm. */
  readonly significant: boolean;
  /** For coverage: at or above the planned pace for the date. */
  readonly onPace: boolean;
}

/** A light with the reason that words explain. */
export interface LitReason {
  readonly light: Light;
  readonly reason: LightReason;
}

/** Fewer cases than this are shown in grey and not judged. */
export const fewestJudged = 10;

/**
 * Turns on 达标, 临界, 未达标 or 待数据 by the rows of section k. The rows of special targets and of rates
 * without counts come first: a closed year does not make a rounded rate exact.
 */
export const lightOf = (question: LightQuestion): LitReason => {
  const { figure, verdict, legs } = question;
  if (figure === null) return lit('none', 'no-figure');
  if (legs.length === 0) return lit('none', 'no-target');
  if (figure.kind === 'counts' && figure.total === 0) return lit('none', 'no-samples');
  if (question.kind === 'rising') return risingLight(legs);
  if (question.kind === 'coverage') return coverageLight(question);
  if (question.asksAll && figure.kind === 'counts') {
    return figure.passes === figure.total ? lit('met', 'met') : lit('miss', 'short-of-all');
  }
  if (figure.kind !== 'counts' && !question.weighted) return rateLight(question);
  if (question.closed && question.answersForYear) {
    return verdict === 'met' ? lit('met', 'closed-met') : lit('miss', 'closed-short');
  }
  if (question.budget !== null && question.outlook !== null) {
    return yearLight(question, question.budget, question.outlook);
  }
  return partLight(question, figure.kind === 'counts' ? figure.total : null);
};

const lit = (light: Light, reason: LightReason): LitReason => ({ light, reason });

const risingLight = (legs: readonly Leg[]): LitReason => {
  const rising = legs.find((leg) => leg.comparator === 'rising');
  if (rising === undefined || rising.by === null) return lit('none', 'no-earlier-year');
  if (rising.verdict === 'met') return lit('met', 'rising');
  return rising.by === 0 ? lit('risk', 'level') : lit('miss', 'falling');
};

const coverageLight = ({ verdict, closed, onPace }: LightQuestion): LitReason => {
  if (closed) return verdict === 'met' ? lit('met', 'closed-met') : lit('miss', 'coverage-missed');
  return verdict === 'met' || onPace ? lit('met', 'coverage-on-pace') : lit('risk', 'coverage-behind');
};

const rateLight = ({ verdict, ambiguous, legs }: LightQuestion): LitReason => {
  if (ambiguous) return lit('risk', 'rate-ambiguous');
  return verdict === 'met' ? lit('met', 'rate-met') : lit('miss', otherLeg(legs) ?? 'rate-short');
};

/** The year in progress, plan known: both good is green, both bad is red, all else is amber. */
const yearLight = (
  { verdict, legs }: LightQuestion,
  budget: BudgetReading,
  outlook: OutlookReading,
): LitReason => {
  if (budget.status === 'unreachable' && budget.firm) return lit('miss', 'unreachable');
  if (verdict === 'met') {
    return outlook.probability >= 0.8 ? lit('met', 'met-and-likely') : lit('risk', 'met-but-uncertain');
  }
  return outlook.probability < 0.2
    ? lit('miss', otherLeg(legs) ?? 'short-and-unlikely')
    : lit('risk', otherLeg(legs) ?? 'short-but-possible');
};

/** A unit or a single period without a plan: small samples are not punished for noise. */
const partLight = ({ verdict, significant, legs }: LightQuestion, total: number | null): LitReason => {
  if (total !== null && total < fewestJudged) return lit('none', 'too-few-samples');
  if (verdict === 'met') return lit('met', 'met');
  if (significant) return lit('miss', 'significantly-short');
  return lit('risk', otherLeg(legs) ?? 'short-within-noise');
};

/** Why a verdict is short although the number asked for is reached: the province, or a rise that did not come. */
const otherLeg = (legs: readonly Leg[]): LightReason | null => {
  let reason: LightReason | null = null;
  for (const { comparator, verdict, by } of legs) {
    if (verdict !== 'short') continue;
    if (comparator === 'province') reason = 'below-province';
    else if (comparator === 'rising') reason ??= by === 0 ? 'level' : 'falling';
    else return null;
  }
  return reason;
};
