import { isPlainDate, periodContaining } from '@zhibiao/shared/calendar';
import type { Assessment } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { caseWords, spokenReason } from '@zhibiao/shared/wording';
import type { Catalogue } from '../../api/use-catalogue';
import { unitName } from '../../ui/names';
import type { Words } from '../../ui/words';
import { valueWithUnit } from './assessment-words';
import { mainLeg } from './readings';

/** Why the light is on, in the words of what is measured: full counts know no 误差. */
export const reasonText = (
  words: Words,
  indicator: Indicator,
  { lightReason }: Pick<Assessment, 'lightReason'>,
): string => words.say(`reason.${spokenReason(indicator, lightReason)}`);

/**
 * How strongly the counts speak, under the light's reason. Nothing where no light is on, nor for a register still
 * being worked off: there the reason says all, and a second answer would contradict it.
 */
export const evidenceLine = (
  words: Words,
  indicator: Indicator,
  { evidence, light, lightReason }: Assessment,
): string | null => {
  if (evidence === null || light === 'none') return null;
  if (lightReason === 'coverage-on-pace' || lightReason === 'coverage-behind') return null;
  if (spokenReason(indicator, lightReason) === 'few-cases') return words.say('evidence.few-cases');
  return words.say(`evidence.${evidence}`);
};

/** Failures beyond what the target bears, or what a register still lacks; null where there are none. */
export const excessLine = (words: Words, indicator: Indicator, assessment: Assessment): string | null => {
  const { shortBy: count } = assessment;
  if (count === null || count === 0) return null;
  const said = { count, unit: words.text(indicator.sampleUnit) };
  const failed = { ...said, failureWord: words.text(indicator.failureWord) };
  switch (indicator.measure) {
    case 'register-coverage':
    case 'count':
      return words.say('indicator.stillToCome', said);
    case 'full-coverage-proportion':
      return words.say(
        mainLeg(assessment)?.comparator === 'all' ? 'indicator.allFailed' : 'indicator.moreFailures',
        failed,
      );
    case 'sampled-proportion':
    case 'score':
      return words.say('indicator.sameSamples', failed);
  }
};

/** Over a column of totals: `抽检（批）`, `验收（项）`, `名册（家）`. */
export const totalHead = (words: Words, indicator: Indicator): string => {
  const unit = words.text(indicator.sampleUnit);
  const verb = caseWords(indicator).heading;
  switch (indicator.measure) {
    case 'register-coverage':
      return words.say('total.register', { unit });
    case 'count':
      return words.say('total.count', { unit });
    case 'full-coverage-proportion':
      return words.say('total.all', { verb, unit });
    case 'sampled-proportion':
    case 'score':
      return words.say('total.sampled', { verb, unit });
  }
};

/** Over a column of values: `合格率 %`, `覆盖率 %`, `得分`. */
export const valueHead = (words: Words, indicator: Indicator): string => {
  switch (indicator.measure) {
    case 'score':
      return words.say('quarters.score');
    case 'register-coverage':
    case 'count':
      return words.say('quarters.coverage');
    case 'full-coverage-proportion':
    case 'sampled-proportion':
      return words.say('quarters.value', { rateWord: caseWords(indicator).rateWord });
  }
};

/** The target with its unit; 高于上年 while last year's figure is awaited, a sign where nothing is asked. */
export const targetName = (
  words: Words,
  indicator: Indicator,
  { legs }: Pick<Assessment, 'legs'>,
  targetText: string | null,
): string => {
  if (targetText !== null) return valueWithUnit(words, indicator, targetText);
  return words.say(legs.length === 0 ? 'value.none' : 'target.risingWord');
};

/** Who has not reported, and for when: an assessment lists it as `unit` or as `unit@first missing day`. */
export const missingName = (
  words: Words,
  catalogue: Catalogue,
  indicator: Indicator,
  missing: string,
): string => {
  const [unit = missing, day] = missing.split('@');
  const name = unitName(words, catalogue, unit);
  if (day === undefined) return name;
  const kind = indicator.frequency;
  const when =
    kind === 'round' || !isPlainDate(day)
      ? day
      : words.period(periodContaining(day, kind, catalogue.programme.yearStart));
  return `${name} ${when}`;
};
