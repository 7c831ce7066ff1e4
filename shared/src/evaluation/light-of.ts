import type { Figure } from '../observation';
import type { OutlookReading, BudgetReading, Leg, Light, LightReason, Verdict } from './types';

/** What decides a light (statistics.md k); everything has been computed exactly before. */
export interface LightQuestion {
  readonly kind: 'sampled' | 'coverage' | 'rising';
  readonly figure: Figure | null;
  readonly verdict: Verdict;
  readonly legs: readonly Leg[];
  /** A rate as published could, unrounded, lie on the other side of what it is compared with. */
  readonly ambiguous: boolean;
  /** The period is a whole year that has ended. */
  readonly closed: boolean;
  /** The unit answers for a year of its own: the whole, or a unit with a yearly plan. */
  readonly answersForYear: boolean;
  readonly budget: BudgetReading | null;
  readonly outlook: OutlookReading | null;
  /** Wilson 95 % upper bound below the target, two failures or more, exact tail significant after Holm. */
  readonly significant: boolean;
  /** For coverage: at or above the planned pace for the date. */
  readonly onPace: boolean;
}

/** A light with the reason that words explain. */
export interface LitReason {
  readonly light: Light;
  readonly reason: LightReason;
}

const lit = (light: Light, reason: LightReason): LitReason => ({ light, reason });

/** Fewer cases than this are shown in grey and not judged. */
const fewest = 10;

/** Turns on 达标, 临界, 未达标 or 待数据: the one rule of section k, top down. */
export const lightOf = (question: LightQuestion): LitReason => {
  const { figure, verdict, legs } = question;
  if (figure === null) return lit('none', 'no-figure');
  if (legs.length === 0) return lit('none', 'no-target');
  if (figure.kind === 'counts' && figure.total === 0) return lit('none', 'no-samples');
  if (question.kind === 'rising') return risingLight(legs);
  if (question.kind === 'coverage') return coverageLight(question);
  if (legs.some((leg) => leg.comparator === 'all')) {
    if (figure.kind === 'counts') {
      return figure.passes === figure.total ? lit('met', 'met') : lit('miss', 'short-of-all');
    }
  }
  if (figure.kind !== 'counts') return rateLight(question);
  if (question.closed && question.answersForYear) {
    return verdict === 'met' ? lit('met', 'closed-met') : lit('miss', 'closed-short');
  }
  if (question.budget !== null && question.outlook !== null) {
    return yearLight(verdict, question.budget, question.outlook);
  }
  return countyLight(question, figure.total);
};

const risingLight = (legs: readonly Leg[]): LitReason => {
  const rising = legs.find((leg) => leg.comparator === 'rising');
  if (rising === undefined || rising.by === null) return lit('none', 'no-earlier-year');
  if (rising.verdict === 'met') return lit('met', 'rising');
  return rising.by === 0 ? lit('risk', 'level') : lit('miss', 'falling');
};

const coverageLight = ({ verdict, closed, onPace }: LightQuestion): LitReason => {
  if (verdict === 'met' || onPace) return lit('met', 'coverage-on-pace');
  return closed ? lit('miss', 'coverage-missed') : lit('risk', 'coverage-behind');
};

const rateLight = ({ verdict, ambiguous }: LightQuestion): LitReason => {
  if (ambiguous) return lit('risk', 'rate-ambiguous');
  return verdict === 'met' ? lit('met', 'rate-met') : lit('miss', 'rate-short');
};

/** The year in progress, plan known: both good is green, both bad is red, all else is amber. */
const yearLight = (verdict: Verdict, budget: BudgetReading, outlook: OutlookReading): LitReason => {
  if (budget.status === 'unreachable' && budget.firm) return lit('miss', 'unreachable');
  const good = verdict === 'met';
  if (good && outlook.probability >= 0.8) return lit('met', 'met-and-likely');
  if (!good && outlook.probability < 0.2) return lit('miss', 'short-and-unlikely');
  return good ? lit('risk', 'met-but-uncertain') : lit('risk', 'short-but-possible');
};

/** A unit or a single period without a plan: small samples are not punished for noise. */
const countyLight = ({ verdict, significant }: LightQuestion, total: number): LitReason => {
  if (total < fewest) return lit('none', 'too-few-samples');
  if (verdict === 'met') return lit('met', 'met');
  return significant ? lit('miss', 'significantly-short') : lit('risk', 'short-within-noise');
};
