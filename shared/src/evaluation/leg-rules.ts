import { lastPeriodOfYear } from '../calendar';
import type { Figure } from '../observation';
import type { DecimalText, Target } from '../programme';
import { compareProducts, halfUp, parseDecimal, percentRatio, powerOfTen, type Ratio } from '../statistics';
import { askedNumber, type ComparedNumber } from './asked-number';
import type { EvaluationContext } from './context';
import { figureFor } from './figure-for';
import { figureText } from './figure-text';
import { compareRatios, ratioGap, ratioOf } from './ratio-of';
import { referenceFigure } from './reference-figure';
import { sheetSpan, type SheetSpan } from './sheet-span';
import type { Leg, LegKind } from './types';

/** What one leg compares with, read once for all units of a sheet. */
export interface LegRule {
  readonly comparator: LegKind;
  /** Null while it is unknown: no provincial figure, no earlier year. */
  readonly against: ComparedNumber | null;
  readonly reference: Leg['reference'];
}

/** The rules of a target: its parts answer for fewer legs than the whole. */
export interface TargetRules {
  readonly whole: readonly LegRule[];
  readonly parts: readonly LegRule[];
  /** The number asked of a share or score; null where the target asks for something else. */
  readonly asked: Ratio | null;
  /** The provincial figure as a number, so that the city's own text can keep apart from it. */
  readonly province: Ratio | null;
}

/**
 * Reads every comparator of a target, in the policy's order. The provincial leg and the rising leg bind the
 * whole only: the policy asks the city, not each county, to keep above the province.
 */
export const targetRules = (context: EvaluationContext, target: Target, sheet: SheetSpan): TargetRules => {
  const whole: LegRule[] = [];
  const parts: LegRule[] = [];
  const scale = sheet.indicator.measure === 'score' ? 'points' : 'percent';
  const both = (comparator: LegKind, against: ComparedNumber | null): void => {
    const rule = { comparator, against, reference: null };
    whole.push(rule);
    parts.push(rule);
  };
  for (const comparator of target.comparators) {
    switch (comparator.kind) {
      case 'at-least':
        both('value', askedNumber(comparator, scale));
        break;
      case 'all':
      case 'coverage':
        both(comparator.kind, askedNumber(comparator, scale));
        break;
      case 'not-below':
        whole.push(provinceRule(context, sheet, comparator.reference));
        break;
      case 'rising':
        whole.push(risingRule(context, sheet));
        break;
    }
  }
  const province = whole.find((rule) => rule.comparator === 'province')?.against?.ratio ?? null;
  return { whole, parts, asked: parts[0]?.against?.ratio ?? null, province };
};

const provinceRule = (context: EvaluationContext, sheet: SheetSpan, reference: string): LegRule => {
  const found = referenceFigure(context, sheet, reference);
  if (found === null) return { comparator: 'province', against: null, reference: null };
  const { figure, ...named } = found;
  return { comparator: 'province', against: comparable(figure), reference: { ...named, figure } };
};

const risingRule = (context: EvaluationContext, sheet: SheetSpan): LegRule => {
  const { yearStart } = context.index.programme;
  const period = lastPeriodOfYear(sheet.year - 1, 'year');
  const lastYear = sheetSpan(sheet.indicator, period, 'cumulative', yearStart);
  const figure = figureFor(context, lastYear, context.index.whole)?.figure ?? null;
  return { comparator: 'rising', against: figure === null ? null : comparable(figure), reference: null };
};

const comparable = (figure: Figure): ComparedNumber | null => {
  const ratio = ratioOf(figure);
  const text = figureText(figure, null);
  return ratio === null || text === null ? null : { ratio, text };
};

/** Points are never compared with shares: a score beside a percentage is no comparison. */
const areAlike = (figure: Figure, rule: LegRule): boolean =>
  rule.reference === null || (figure.kind === 'score') === (rule.reference.figure.kind === 'score');

/** Judges a figure by the rules. `ownText` keeps a reference printed from counts apart from the figure itself. */
export const judgeLegs = (
  rules: readonly LegRule[],
  figure: Figure | null,
  own: Ratio | null,
  ownText: DecimalText | null,
): readonly Leg[] => {
  const legs: Leg[] = [];
  for (const rule of rules) legs.push(judgeLeg(rule, figure, own, ownText));
  return legs;
};

const judgeLeg = (
  { comparator, against, reference }: LegRule,
  figure: Figure | null,
  own: Ratio | null,
  ownText: DecimalText | null,
): Leg => {
  const text = against === null ? null : textBeside(against, reference, ownText);
  if (
    figure === null ||
    own === null ||
    against === null ||
    !areAlike(figure, { comparator, against, reference })
  ) {
    return { comparator, verdict: 'no-data', against: text, by: null, reference };
  }
  const side = compareRatios(own, against.ratio);
  // Rising asks for more than last year; every other comparator is "not below" (《民法典》1259: 以上包括本数).
  const met = comparator === 'rising' ? side > 0 : side >= 0;
  return {
    comparator,
    verdict: met ? 'met' : 'short',
    against: text,
    by: ratioGap(own, against.ratio, figure.kind === 'score' ? 1 : 100),
    reference,
  };
};

/** A reference printed from counts takes as many decimals as the figure beside it, and keeps apart from it. */
const textBeside = (
  against: ComparedNumber,
  reference: Leg['reference'],
  ownText: DecimalText | null,
): DecimalText => {
  const own = ownText === null ? null : percentRatio(ownText);
  if (reference?.figure.kind !== 'counts' || ownText === null || own === null) return against.text;
  const { passes, total } = reference.figure;
  const decimals = ownText.split('.')[1]?.length ?? 1;
  const text = halfUp(passes, total, decimals);
  const shown = percentRatio(text);
  if (shown !== null && compareRatios(shown, own) === compareRatios(against.ratio, own)) return text;
  return figureText(reference.figure, own) ?? against.text;
};

/**
 * Whether a finished rate, unrounded, could lie on the other side of a comparison (statistics.md b, rate
 * only): published 98.5 against 98.5 is met, but 98.46 would have been printed the same.
 */
export const isAmbiguous = (figure: Figure, rules: readonly LegRule[]): boolean => {
  if (figure.kind !== 'rate') return false;
  const rate = parseDecimal(figure.rate);
  if (rate === null) return false;
  // In halves of the last published digit, so that whole numbers decide.
  const whole = 2 * powerOfTen(rate.decimals + 2);
  return rules.some(({ comparator, against }) => {
    if (against === null || comparator === 'rising') return false;
    const { num, den } = against.ratio;
    const side = (halves: number): number => compareProducts([halves, den], [num, whole]);
    return side(2 * rate.units) >= 0 ? side(2 * rate.units - 1) < 0 : side(2 * rate.units + 1) >= 0;
  });
};
