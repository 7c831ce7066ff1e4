import type { Assessment, Light } from '@zhibiao/shared/evaluation';
import type { Figure } from '@zhibiao/shared/observation';
import type { Indicator, Target } from '@zhibiao/shared/programme';
import { decimals, isLevel, pointsText, signedPointsText, thousands } from '@zhibiao/shared/wording';
import type { Catalogue } from '../../api/use-catalogue';
import type { Words } from '../../ui/words';
import { isScore, mainLeg, referenceLeg } from './readings';

/** What telling an assessment takes: the words, the names, and what is measured. */
export interface Telling {
  readonly words: Words;
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
}

/** The word of a light: a figure that is there but not judged is not awaited, not even one without a single case. */
export const lightWord = (
  words: Words,
  shown: { readonly light: Light; readonly figure: Figure | null },
): string =>
  words.say(shown.light === 'none' && shown.figure !== null ? 'light.unjudged' : `light.${shown.light}`);

/** The unit that follows a value: `%` or `分`. */
export const valueUnit = (words: Words, indicator: Indicator): string =>
  words.say(isScore(indicator) ? 'unit.points' : 'unit.percent');

/** A value with its unit, `94.2%`, `81.9 分`. */
export const valueWithUnit = (words: Words, indicator: Indicator, text: string): string =>
  isScore(indicator) ? `${text} ${words.say('unit.points')}` : `${text}%`;

/** The unit of a difference: `个百分点` or `分`. */
export const differenceUnit = (words: Words, indicator: Indicator): string =>
  words.say(isScore(indicator) ? 'unit.points' : 'unit.percentagePoints');

/** Counts under a value, `880 / 934 批`; null where only a rate or score is known. */
export const countsText = (words: Words, indicator: Indicator, figure: Figure | null): string | null =>
  figure?.kind === 'counts'
    ? words.say('value.counts', {
        passes: thousands(figure.passes),
        total: thousands(figure.total),
        unit: words.text(indicator.sampleUnit),
      })
    : null;

/** How far from the target, and in samples: `低于目标 0.6 个百分点，多 6 批不合格`. */
export const gapSentence = (
  words: Words,
  indicator: Indicator,
  assessment: Assessment,
  targetText: string | null,
): string => {
  const { say } = words;
  const leg = mainLeg(assessment);
  if (leg === undefined) return say('reason.no-target');
  const unit = differenceUnit(words, indicator);
  if (leg.by === null) return awaitedTarget(words, indicator, leg.comparator === 'rising', targetText);
  const by = pointsText(leg.by);
  if (leg.comparator === 'rising') {
    if (leg.by === 0) return say('gap.levelLastYear');
    return say(leg.by > 0 ? 'gap.aboveLastYear' : 'gap.belowLastYear', { by, unit });
  }
  if (leg.by === 0) return say(leg.comparator === 'all' ? 'gap.allPassed' : 'gap.level');
  if (leg.by > 0) return say('gap.above', { by, unit });
  if (assessment.shortBy === null || assessment.shortBy === 0) return say('gap.below', { by, unit });
  return say(leg.comparator === 'all' ? 'gap.allFailed' : 'gap.belowCounts', {
    by,
    unit,
    count: assessment.shortBy,
    sampleUnit: words.text(indicator.sampleUnit),
    failureWord: words.text(indicator.failureWord),
  });
};

/** The gap for a narrow column: `低 0.6`, `高 0.04`, `持平`. */
export const shortGap = (words: Words, assessment: Assessment): string | null => {
  const by = mainLeg(assessment)?.by ?? null;
  return by === null ? null : gapWord(words, by);
};

/** A difference in points as a word and a number: `低 0.6`, `高 0.04`, `持平`. */
export const gapWord = (words: Words, by: number): string => {
  if (by === 0) return words.say('gap.even');
  return words.say(by > 0 ? 'gap.over' : 'gap.short', { by: pointsText(by) });
};

/** The value beside the reference unit's: `全省 93.9%，高 0.3 个百分点`; `marked` when the diamond belongs before it. */
export const referenceSentence = (
  words: Words,
  catalogue: Catalogue,
  indicator: Indicator,
  assessment: Assessment,
): { readonly text: string; readonly marked: boolean } => {
  const { say } = words;
  const leg = referenceLeg(assessment);
  const name = referenceName(words, catalogue, leg?.reference?.unit);
  if (leg === undefined) {
    const full = indicator.measure !== 'sampled-proportion' && !isScore(indicator);
    return { text: say(full ? 'reference.fullCoverage' : 'reference.absent', { name }), marked: false };
  }
  if (leg.against === null) return { text: say('reference.awaited', { name }), marked: false };
  const value = valueWithUnit(words, indicator, leg.against);
  const unit = differenceUnit(words, indicator);
  const rest = leg.reference?.provisional === true ? say('reference.provisional') : '';
  if (leg.by === null) return { text: `${name} ${value}${rest}`, marked: true };
  const text =
    leg.by === 0
      ? say('reference.level', { name, value })
      : say(leg.by > 0 ? 'reference.above' : 'reference.below', {
          name,
          value,
          by: pointsText(leg.by),
          unit,
        });
  return { text: `${text}${rest}`, marked: true };
};

/** What the reference unit is called: 全省. */
export const referenceName = (words: Words, catalogue: Catalogue, code?: string): string => {
  const unit =
    (code === undefined ? undefined : catalogue.unit(code)) ??
    catalogue.register.units.find((candidate) => candidate.kind === 'reference');
  return unit === undefined ? '' : words.text(unit.shortName);
};

/** A change for tables and cards: `+0.2`, or 持平 where it is too small to speak of; null while unknown. */
export const changeText = (words: Words, change: number | null): string | null => {
  if (change === null) return null;
  return isLevel(change) ? words.say('change.level') : signedPointsText(change);
};

/** A target as a sign and a number: `≥ 94.8`, `100`, `> 81.9`; the first comparator that is no reference. */
export const targetSign = (words: Words, target: Target | undefined, targetText: string | null): string => {
  const comparator = target?.comparators.find((candidate) => candidate.kind !== 'not-below');
  switch (comparator?.kind) {
    case undefined:
      return words.say('value.none');
    case 'at-least':
    case 'coverage':
      return Number(comparator.threshold) === 100
        ? words.say('target.all')
        : words.say('target.at-least', { value: comparator.threshold });
    case 'all':
      return words.say('target.all');
    case 'rising':
      return targetText === null
        ? words.say('target.risingWord')
        : words.say('target.rising', { value: targetText });
  }
};

const awaitedTarget = (
  words: Words,
  indicator: Indicator,
  rising: boolean,
  targetText: string | null,
): string => {
  if (targetText === null) return words.say('target.risingWord');
  return rising
    ? words.say('gap.awaited', { value: targetText, unit: valueUnit(words, indicator) })
    : words.say('gap.awaitedTarget', { target: valueWithUnit(words, indicator, targetText) });
};

/** A p-value in three decimals that never claims zero: `0.027`, `<0.001`. */
export const probabilityOfChance = (p: number): string => (p < 0.0005 ? '<0.001' : decimals(p, 3));
