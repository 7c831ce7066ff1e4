import {
  observationSpan,
  yearOf,
  yearSpan,
  type Basis,
  type PeriodCode,
  type PlainDate,
  type Span,
} from '../calendar';
import type { Figure } from '../observation';
import type { Indicator, ReportingUnit, Target } from '../programme';
import {
  binomCdf,
  chanceOf,
  confidenceOf,
  holmAdjust,
  passesMissing,
  wilsonBounds,
  z95,
  type Ratio,
} from '../statistics';
import { coverageOnPace } from './coverage-pace';
import type { EvaluationContext } from './context';
import { figureFor, type FoundFigure } from './figure-for';
import { figureText } from './figure-text';
import { judgeLegs, threshold } from './judge-legs';
import { lightOf, type LightQuestion } from './light-of';
import { rateIsAmbiguous } from './rate-ambiguity';
import { ratioOf, toNumber } from './ratio-of';
import type { Assessment, Evidence, Interval, Leg, Verdict } from './types';
import { verdictOf } from './verdict-of';
import { readBudget, readOutlook } from './year-reading';

interface Sheet {
  readonly indicator: Indicator;
  readonly target: Target | null;
  /** The number the target asks of a share; null where it asks for something else. */
  readonly asked: Ratio | null;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly span: Span;
  readonly year: number;
  readonly yearStartDay: PlainDate;
  readonly closed: boolean;
}

interface Draft {
  readonly unit: ReportingUnit;
  readonly found: FoundFigure | null;
  readonly legs: readonly Leg[];
  readonly verdict: Verdict;
  readonly interval: Interval | null;
  /** Exact one-sided tail where a shortfall is to be weighed against chance; 1 where there is nothing to weigh. */
  readonly tail: number;
}

/**
 * Judges every unit of one indicator in one period and basis: the whole first, then its parts in register
 * order. They are judged together because the lights of parts are corrected for how many are compared.
 * Reference units are compared with, never judged.
 */
export const assessSheet = (
  context: EvaluationContext,
  indicator: Indicator,
  period: PeriodCode,
  basis: Basis,
): readonly Assessment[] => {
  const sheet = openSheet(context, indicator, period, basis);
  const drafts = [context.index.whole, ...context.index.parts].map((unit) => draftOf(context, sheet, unit));
  const adjusted = adjustTails(drafts);
  return drafts.map((draft, position) => finish(context, sheet, draft, adjusted[position] ?? 1));
};

const openSheet = (
  context: EvaluationContext,
  indicator: Indicator,
  period: PeriodCode,
  basis: Basis,
): Sheet => {
  const { index, today } = context;
  const { yearStart } = index.programme;
  const year = yearOf(period, yearStart);
  const span = observationSpan(period, basis, yearStart);
  const whole = yearSpan(year, yearStart);
  const target = index.target(indicator.code, year);
  return {
    indicator,
    target,
    asked: target === null ? null : askedOf(indicator, target),
    period,
    basis,
    span,
    year,
    yearStartDay: whole.start,
    closed: span.start === whole.start && span.end === whole.end && today > whole.end,
  };
};

const askedOf = (indicator: Indicator, target: Target): Ratio | null => {
  for (const comparator of target.comparators) {
    switch (comparator.kind) {
      case 'at-least':
      case 'coverage':
        return threshold(indicator, comparator.threshold).ratio;
      case 'all':
        return { num: 1, den: 1 };
      case 'not-below':
      case 'rising':
        break;
    }
  }
  return null;
};

const isSample = (indicator: Indicator): boolean => indicator.measure === 'sampled-proportion';

const intervalOf = (indicator: Indicator, found: FoundFigure | null): Interval | null => {
  if (found === null || !isSample(indicator)) return null;
  const { figure, standardError } = found;
  if (figure.kind === 'counts') {
    return figure.total === 0 ? null : wilsonBounds(figure.passes, figure.total, z95);
  }
  if (standardError === null) return null;
  // Weighted sums: normal approximation (statistics.md l), marked 近似 where it is shown.
  const rate = Number(figure.kind === 'rate' ? figure.rate : Number.NaN) / 100;
  return { lower: Math.max(0, rate - z95 * standardError), upper: Math.min(1, rate + z95 * standardError) };
};

const draftOf = (context: EvaluationContext, sheet: Sheet, unit: ReportingUnit): Draft => {
  const { indicator, target, asked, period, basis, span } = sheet;
  const found = figureFor(context, indicator, unit, span, period);
  const figure = found?.figure ?? null;
  const legs = target === null ? [] : judgeLegs(context, target, { indicator, unit, period, basis, figure });
  const interval = intervalOf(indicator, found);
  return { unit, found, legs, verdict: verdictOf(legs), interval, tail: tailOf(figure, asked, interval) };
};

/** Only a shortfall that its interval already excludes is worth an exact tail; all else cannot turn red. */
const tailOf = (figure: Figure | null, asked: Ratio | null, interval: Interval | null): number => {
  if (figure?.kind !== 'counts' || asked === null || interval === null) return 1;
  const t = asked.num / asked.den;
  if (figure.total - figure.passes < 2 || interval.upper >= t) return 1;
  return binomCdf(figure.passes, figure.total, chanceOf(asked));
};

/** Holm over the parts that are judged; the whole stands for itself. */
const adjustTails = (drafts: readonly Draft[]): readonly number[] => {
  const compared = drafts.filter(isCompared);
  if (compared.every((draft) => draft.tail === 1)) return drafts.map((draft) => draft.tail);
  const adjusted = holmAdjust(compared.map((draft) => draft.tail));
  const byUnit = new Map(compared.map((draft, position) => [draft.unit.code, adjusted[position] ?? 1]));
  return drafts.map((draft) => byUnit.get(draft.unit.code) ?? draft.tail);
};

const isCompared = ({ unit, found }: Draft): boolean =>
  unit.kind === 'part' && found?.figure.kind === 'counts' && found.figure.total >= 10;

const evidenceOf = (sheet: Sheet, figure: Figure | null, verdict: Verdict): Evidence | null => {
  if (figure?.kind !== 'counts' || figure.total === 0 || sheet.asked === null || verdict === 'no-data')
    return null;
  const { passes, total } = figure;
  if (isSample(sheet.indicator)) return confidenceOf(passes, total, sheet.asked);
  return passesMissing(passes, total, sheet.asked) === 0 ? 'certain-met' : 'certain-short';
};

const questionKind = ({ indicator, target }: Sheet): LightQuestion['kind'] => {
  if (target?.comparators.some((comparator) => comparator.kind === 'rising') === true) return 'rising';
  if (indicator.measure === 'register-coverage' || indicator.measure === 'count') return 'coverage';
  return 'sampled';
};

const finish = (context: EvaluationContext, sheet: Sheet, draft: Draft, tail: number): Assessment => {
  const { indicator, asked, period, basis, closed, year } = sheet;
  const { unit, found, legs, verdict, interval } = draft;
  const figure = found?.figure ?? null;
  const counts = figure?.kind === 'counts' ? figure : null;
  const kind = questionKind(sheet);
  const plan = context.index.plan(indicator.code, unit.code, year);
  const yearly = kind === 'sampled' && basis === 'cumulative' && plan !== null;
  const budget =
    yearly && counts !== null && asked !== null ? readBudget(counts.passes, counts.total, asked, plan) : null;
  const outlook =
    yearly && counts !== null && asked !== null
      ? readOutlook(counts.passes, counts.total, asked, plan)
      : null;
  const { light, reason } = lightOf({
    kind,
    figure,
    verdict,
    legs,
    ambiguous: figure !== null && rateIsAmbiguous(figure, legs),
    closed,
    answersForYear: unit.kind === 'whole' || plan !== null,
    budget: closed ? null : budget,
    outlook: closed ? null : outlook,
    significant: tail < 0.05,
    onPace:
      counts !== null && asked !== null && coverageOnPace(counts, asked, sheet.yearStartDay, sheet.span.end),
  });
  const ratio = figure === null ? null : ratioOf(figure);
  return {
    indicator: indicator.code,
    unit: unit.code,
    period,
    basis,
    figure,
    derivation: found?.derivation ?? null,
    complete: found?.complete ?? false,
    missing: found?.missing ?? [],
    rateText: figure === null ? null : figureText(figure, indicator.measure === 'score' ? null : asked),
    value: ratio === null ? null : toNumber(ratio),
    verdict,
    legs,
    light,
    lightReason: reason,
    evidence: evidenceOf(sheet, figure, verdict),
    interval95: interval,
    shortBy:
      counts === null || asked === null || counts.total === 0
        ? null
        : passesMissing(counts.passes, counts.total, asked),
    budget,
    outlook,
  };
};
