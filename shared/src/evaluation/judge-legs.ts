import { yearOf, yearSpan, lastPeriodOfYear, type Basis, type PeriodCode } from '../calendar';
import type { Figure } from '../observation';
import type { Comparator, DecimalText, Indicator, ReportingUnit, Target } from '../programme';
import { percentRatio, type Ratio } from '../statistics';
import type { EvaluationContext } from './context';
import { figureFor } from './figure-for';
import { figureText } from './figure-text';
import { compareRatios, ratioOf, toNumber } from './ratio-of';
import { referenceFigure } from './reference-figure';
import type { Leg, LegKind } from './types';

/** What is judged: one figure of one unit in one period. */
export interface Subject {
  readonly indicator: Indicator;
  readonly unit: ReportingUnit;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure | null;
}

const hundred: Ratio = { num: 1, den: 1 };

/** Percentage points for shares, points for scores. */
const gap = (own: Ratio, against: Ratio, figure: Figure): number =>
  (toNumber(own) - toNumber(against)) * (figure.kind === 'score' ? 1 : 100);

const leg = (
  comparator: LegKind,
  figure: Figure | null,
  against: { readonly ratio: Ratio; readonly text: string } | null,
  reference: Leg['reference'] = null,
): Leg => {
  const own = figure === null ? null : ratioOf(figure);
  if (figure === null || own === null || against === null) {
    return { comparator, verdict: 'no-data', against: against?.text ?? null, by: null, reference };
  }
  const side = compareRatios(own, against.ratio);
  // Rising asks for more than last year; every other comparator is "not below" (《民法典》1259: 以上包括本数).
  const met = comparator === 'rising' ? side > 0 : side >= 0;
  return {
    comparator,
    verdict: met ? 'met' : 'short',
    against: against.text,
    by: gap(own, against.ratio, figure),
    reference,
  };
};

/** A threshold in the measure's own scale: points for scores, percent for everything else. */
export const threshold = (
  indicator: Pick<Indicator, 'measure'>,
  text: DecimalText,
): { readonly ratio: Ratio; readonly text: DecimalText } => {
  const ratio = indicator.measure === 'score' ? ratioOf({ kind: 'score', score: text }) : percentRatio(text);
  if (ratio === null) throw new Error(`threshold ${text} passed the loader unread`);
  return { ratio, text };
};

const provinceLeg = (
  context: EvaluationContext,
  subject: Subject,
  comparator: Extract<Comparator, { kind: 'not-below' }>,
): Leg => {
  const { indicator, period, basis, figure } = subject;
  const found = referenceFigure(context, indicator, comparator.reference, period, basis);
  if (found === null) return leg('province', figure, null);
  const ratio = ratioOf(found.figure);
  const text = figureText(found.figure, null);
  const against = ratio === null || text === null ? null : { ratio, text };
  return leg('province', figure, against, {
    unit: found.unit,
    period: found.period,
    basis: found.basis,
    provisional: found.provisional,
    figure: found.figure,
  });
};

const risingLeg = (context: EvaluationContext, subject: Subject): Leg => {
  const { yearStart } = context.index.programme;
  const year = yearOf(subject.period, yearStart) - 1;
  const period = lastPeriodOfYear(year, 'year');
  const before = figureFor(context, subject.indicator, subject.unit, yearSpan(year, yearStart), period);
  if (before === null) return leg('rising', subject.figure, null);
  const ratio = ratioOf(before.figure);
  const text = figureText(before.figure, null);
  return leg('rising', subject.figure, ratio === null || text === null ? null : { ratio, text });
};

/**
 * Judges every comparator of a target, in the policy's order. The provincial leg and the rising leg bind the
 * whole only: the policy asks the city, not each county, to keep above the province.
 */
export const judgeLegs = (context: EvaluationContext, target: Target, subject: Subject): readonly Leg[] =>
  target.comparators.flatMap((comparator): readonly Leg[] => {
    switch (comparator.kind) {
      case 'at-least':
        return [leg('value', subject.figure, threshold(subject.indicator, comparator.threshold))];
      case 'all':
        return [leg('all', subject.figure, { ratio: hundred, text: '100' })];
      case 'coverage':
        return [leg('coverage', subject.figure, threshold(subject.indicator, comparator.threshold))];
      case 'not-below':
        return subject.unit.kind === 'whole' ? [provinceLeg(context, subject, comparator)] : [];
      case 'rising':
        return subject.unit.kind === 'whole' ? [risingLeg(context, subject)] : [];
    }
  });
