import { addDays, type Basis, type PeriodCode } from '../calendar';
import type { Figure } from '../observation';
import type { Indicator, Plan, ReportingUnit, Target } from '../programme';
import {
  binomCdf,
  chanceOf,
  confidenceOf,
  holmAdjust,
  isMet,
  passesMissing,
  wilsonBounds,
  z95,
  type Ratio,
} from '../statistics';
import { coverageOnPace } from './coverage-pace';
import type { EvaluationContext } from './context';
import { figureFor, type FoundFigure } from './figure-for';
import { figureText } from './figure-text';
import { isAmbiguous, judgeLegs, targetRules, type LegRule, type TargetRules } from './leg-rules';
import { fewestJudged, lightOf, type LightQuestion } from './light-of';
import { ratioOf, toNumber } from './ratio-of';
import { sheetSpan, type SheetSpan } from './sheet-span';
import type { Assessment, Evidence, Interval, Leg, Verdict } from './types';
import { verdictOf } from './verdict-of';
import { readBudget, readOutlook } from './year-reading';

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
  const { whole, parts } = context.index;
  const found = new Map(parts.map((part) => [part.code, figureFor(context, sheet.about, part)]));
  const drafts = [draftOf(sheet, whole, figureFor(context, sheet.about, whole, found))];
  for (const part of parts) drafts.push(draftOf(sheet, part, found.get(part.code) ?? null));
  const adjusted = adjustTails(sheet, drafts);
  return drafts.map((draft, position) => finish(context, sheet, draft, adjusted[position] ?? 1));
};

/** What all units of a sheet share, read once. */
interface Sheet {
  readonly about: SheetSpan;
  readonly target: Target | null;
  readonly rules: TargetRules;
  readonly kind: LightQuestion['kind'];
  readonly isSample: boolean;
  readonly isWholeYear: boolean;
  /** The year is over, and the day has passed by which its figures were due. */
  readonly isOver: boolean;
  readonly isOverdue: boolean;
}

const openSheet = (
  context: EvaluationContext,
  indicator: Indicator,
  period: PeriodCode,
  basis: Basis,
): Sheet => {
  const { index, today } = context;
  const about = sheetSpan(indicator, period, basis, index.programme.yearStart);
  const { span, yearDays } = about;
  const target = index.target(indicator.code, about.year);
  const rules = target === null ? noRules : targetRules(context, target, about);
  const isWholeYear = span.start === yearDays.start && span.end === yearDays.end;
  return {
    about,
    target,
    rules,
    kind: kindOf(indicator, rules),
    isSample: indicator.measure === 'sampled-proportion',
    isWholeYear,
    isOver: isWholeYear && today > yearDays.end,
    isOverdue: isWholeYear && today > addDays(yearDays.end, Math.max(0, indicator.deadlineDays)),
  };
};

const noRules: TargetRules = { whole: [], parts: [], asked: null, province: null };

const kindOf = ({ measure }: Indicator, { whole, asked }: TargetRules): LightQuestion['kind'] => {
  if (asked === null && whole.some(({ comparator }) => comparator === 'rising')) return 'rising';
  return measure === 'register-coverage' || measure === 'count' ? 'coverage' : 'share';
};

interface Draft {
  readonly unit: ReportingUnit;
  readonly found: FoundFigure | null;
  readonly ratio: Ratio | null;
  readonly rateText: string | null;
  readonly rules: readonly LegRule[];
  readonly legs: readonly Leg[];
  readonly verdict: Verdict;
  readonly interval: Interval | null;
  /** Wilson's (or the approximate) 95 % upper bound lies below the target, and more than one case failed. */
  readonly isSuspect: boolean;
}

const draftOf = (sheet: Sheet, unit: ReportingUnit, found: FoundFigure | null): Draft => {
  const { asked, province } = sheet.rules;
  const isWhole = unit.kind === 'whole';
  const rules = isWhole ? sheet.rules.whole : sheet.rules.parts;
  const figure = found === null ? null : found.figure;
  const ratio = figure === null ? null : ratioOf(figure);
  const rateText =
    figure === null
      ? null
      : figureText(figure, figure.kind === 'score' ? null : asked, isWhole ? province : null);
  const legs = judgeLegs(rules, figure, ratio, rateText);
  const interval = intervalOf(sheet, found, ratio);
  return {
    unit,
    found,
    ratio,
    rateText,
    rules,
    legs,
    verdict: verdictOf(legs),
    interval,
    isSuspect: sheet.kind === 'share' && isSuspect(figure, asked, interval),
  };
};

const intervalOf = (sheet: Sheet, found: FoundFigure | null, ratio: Ratio | null): Interval | null => {
  if (found === null || ratio === null || !sheet.isSample) return null;
  const { figure, standardError } = found;
  if (figure?.kind === 'counts') return wilsonBounds(figure.passes, figure.total, z95);
  if (standardError === null) return null;
  // Weighted sums: normal approximation (statistics.md l), marked 近似 where it is shown.
  const rate = toNumber(ratio);
  return { lower: Math.max(0, rate - z95 * standardError), upper: Math.min(1, rate + z95 * standardError) };
};

/** Full coverage has no interval to show, but a few works that went wrong are chance there as well. */
const isSuspect = (figure: Figure | null, asked: Ratio | null, interval: Interval | null): boolean => {
  if (figure === null || asked === null) return false;
  const t = asked.num / asked.den;
  if (figure.kind !== 'counts') return interval !== null && interval.upper < t;
  const { passes, total } = figure;
  if (total - passes < 2) return false;
  return (interval ?? wilsonBounds(passes, total, z95)).upper < t;
};

/**
 * Exact one-sided tails of the suspects, Holm-adjusted over the parts that are judged (statistics.md k); the
 * whole stands for itself, and who is no suspect cannot turn red whatever its tail. A part that reaches the
 * target ranks behind every suspect, so its tail is not needed.
 */
const adjustTails = (sheet: Sheet, drafts: readonly Draft[]): readonly number[] => {
  const { asked } = sheet.rules;
  const tails = drafts.map(() => 1);
  if (asked === null || !drafts.some((draft) => draft.isSuspect)) return tails;
  const compared: number[] = [];
  drafts.forEach((draft, position) => {
    const counts = countsOf(draft);
    if (counts === null) {
      // A weighted rate has no exact tail: its approximate interval alone decides.
      tails[position] = draft.isSuspect ? 0 : 1;
      return;
    }
    if (draft.unit.kind === 'part' && counts.total >= fewestJudged) compared.push(position);
    if (counts.total > 0 && !isMet(counts.passes, counts.total, asked)) {
      tails[position] = binomCdf(counts.passes, counts.total, chanceOf(asked));
    }
  });
  const adjusted = holmAdjust(compared.map((position) => tails[position] ?? 1));
  compared.forEach((position, rank) => {
    tails[position] = adjusted[rank] ?? 1;
  });
  return tails;
};

const countsOf = ({ found }: Draft): Extract<Figure, { kind: 'counts' }> | null =>
  found?.figure?.kind === 'counts' ? found.figure : null;

const finish = (context: EvaluationContext, sheet: Sheet, draft: Draft, tail: number): Assessment => {
  const { about, kind, rules } = sheet;
  const { unit, found, ratio, verdict, legs } = draft;
  const { asked } = rules;
  const figure = found === null ? null : found.figure;
  const counts = countsOf(draft);
  const complete = found !== null && found.complete;
  const closed = sheet.isOver && (complete || sheet.isOverdue);
  const plan = planOf(context, sheet, unit);
  const reads = plan !== null && counts !== null && asked !== null;
  const budget = reads ? readBudget(counts.passes, counts.total, asked, plan) : null;
  const outlook = reads ? readOutlook(counts.passes, counts.total, asked, plan) : null;
  const { light, reason } = lightOf({
    kind,
    figure,
    verdict,
    legs,
    asksAll: kind === 'share' && asked !== null && asked.num === asked.den,
    weighted: found !== null && found.weighted,
    ambiguous: figure !== null && isAmbiguous(figure, draft.rules),
    closed,
    answersForYear: unit.kind === 'whole' || plan !== null,
    budget: closed ? null : budget,
    outlook: closed ? null : outlook,
    significant: draft.isSuspect && tail < 0.05,
    onPace:
      kind === 'coverage' &&
      found !== null &&
      ratio !== null &&
      asked !== null &&
      coverageOnPace(ratio, asked, about.yearDays.start, found.asOf),
  });
  return {
    indicator: about.indicator.code,
    unit: unit.code,
    period: about.period,
    basis: about.basis,
    figure,
    derivation: found === null ? null : found.derivation,
    complete,
    missing: found === null ? [] : found.missing,
    rateText: draft.rateText,
    value: ratio === null ? null : toNumber(ratio),
    verdict,
    legs,
    light,
    lightReason: reason,
    evidence: evidenceOf(sheet, counts),
    interval95: draft.interval,
    shortBy:
      counts === null || asked === null || counts.total === 0
        ? null
        : passesMissing(counts.passes, counts.total, asked),
    budget,
    outlook,
  };
};

/** A yearly plan speaks to what has been found since the year began, and to nothing else. */
const planOf = (context: EvaluationContext, sheet: Sheet, unit: ReportingUnit): Plan | null => {
  const { about } = sheet;
  if (sheet.kind !== 'share' || (about.basis !== 'cumulative' && !sheet.isWholeYear)) return null;
  return context.index.plan(about.indicator.code, unit.code, about.year);
};

const evidenceOf = (sheet: Sheet, counts: Extract<Figure, { kind: 'counts' }> | null): Evidence | null => {
  const { asked } = sheet.rules;
  if (counts === null || counts.total === 0 || asked === null) return null;
  if (sheet.isSample) return confidenceOf(counts.passes, counts.total, asked);
  return isMet(counts.passes, counts.total, asked) ? 'certain-met' : 'certain-short';
};
