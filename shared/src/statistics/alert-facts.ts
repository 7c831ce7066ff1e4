import { binomCdf } from './binomial';
import { requireCounts, type Counts } from './counts';
import type { Ratio } from './decimal';
import { allowedFailures, compareBurn } from './failure-budget';
import { meetProbability } from './outlook';
import { chanceOf } from './saddle-point';
import { isMet } from './verdict';
import { wilsonBounds, z998 } from './wilson-interval';

/** What an evaluation looks at. */
export interface AlertStep {
  readonly target: Ratio;
  /** Samples planned for the span, null without plan; `planFirm` when they will surely be taken. */
  readonly planned: number | null;
  readonly planFirm: boolean;
  /** A `part` with a tiny allowance is not alarmed by one or two failures. */
  readonly scope: 'whole' | 'part';
  /** Cumulative counts of the span, and those of the newest period alone. */
  readonly cumulative: Counts;
  readonly period: Counts | null;
  /** The span is over. */
  readonly final: boolean;
  /** The control chart flags its last point on the bad side. */
  readonly chartConcern: boolean;
  /** Confidently below the benchmark. */
  readonly belowBenchmark: boolean;
}

/** What the alert rules ask about, reckoned once. */
export interface AlertFacts {
  readonly n: number;
  readonly failures: number;
  readonly short: boolean;
  readonly final: boolean;
  readonly firm: boolean;
  /** Failures allowed on the plan; −1 without plan. */
  readonly allowed: number;
  readonly unreachable: boolean;
  /** The exact tail P(X ≤ x) when short, else 1; and the outlook, 1 where there is none. Costly, so on demand. */
  readonly p: () => number;
  readonly pMeet: () => number;
  readonly belowWilson998: boolean;
  /** Samples to judge, and a target below 100 %. */
  readonly judged: boolean;
  /** Judged, with samples still to come on a plan, and an allowance that discriminates. */
  readonly planJudged: boolean;
  /** Also at least 30 samples and a fifth of the plan. */
  readonly outlookJudged: boolean;
  /** Both the span and its newest period burn faster than the target bears. */
  readonly burning: boolean;
  /** A part whose allowance of one or two failures does not discriminate, and no strong evidence. */
  readonly tiny: () => boolean;
  readonly periodShort: boolean;
  readonly periodMissing: boolean;
  readonly chartConcern: boolean;
  readonly belowBenchmark: boolean;
}

/** Reckons what the rules ask about. */
export function alertFacts(step: AlertStep): AlertFacts {
  const { target, planned, period } = step;
  const { x, n } = step.cumulative;
  requireCounts(x, n);
  if (period !== null) requireCounts(period.x, period.n);
  const failures = n - x;
  const short = n > 0 && !isMet(x, n, target);
  const whole = target.num === target.den;
  const firm = step.planFirm && planned !== null;
  const allowed = planned === null ? -1 : allowedFailures(Math.max(planned, n), target);
  const judged = n > 0 && !whole;
  const p = once(() => (short ? binomCdf(x, n, chanceOf(target)) : 1));
  const tiny = (): boolean => step.scope === 'part' && planned !== null && allowed < 3 && p() >= 0.025;
  const planJudged = judged && planned !== null && n < planned && !tiny();
  const periodMissing = period === null || period.n === 0;
  return {
    n,
    failures,
    short,
    final: step.final,
    firm,
    allowed,
    unreachable: whole ? failures >= 1 : firm && failures > allowed,
    p,
    pMeet: once(() => meetProbability({ x, n, target, planned }).pMeet ?? 1),
    belowWilson998: short && wilsonBounds(x, n, z998).upper < target.num / target.den,
    judged,
    planJudged,
    outlookJudged: planJudged && n >= 30 && 5 * n >= planned,
    burning:
      judged &&
      !periodMissing &&
      compareBurn(x, n, target) > 0 &&
      compareBurn(period.x, period.n, target) > 0,
    tiny,
    periodShort: !periodMissing && !isMet(period.x, period.n, target),
    periodMissing,
    chartConcern: step.chartConcern,
    belowBenchmark: step.belowBenchmark,
  };
}

function once(reckon: () => number): () => number {
  let value: number | null = null;
  return () => (value ??= reckon());
}
