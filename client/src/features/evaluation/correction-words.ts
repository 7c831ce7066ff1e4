import { dayOfInstant } from '@zhibiao/shared/calendar';
import type { PointCorrection } from '@zhibiao/shared/evaluation';
import { figureWords } from '../../ui/figure-words';
import type { Words } from '../../ui/words';

/** When a published figure was corrected, from what to what, and why. */
export const correctionWords = (
  words: Words,
  { publishedAt, reason, before, after }: PointCorrection,
): string => {
  const { say } = words;
  // Where rounding hides what changed, the counts say it.
  const differs = before.rateText !== after.rateText;
  const textOf = ({ rateText, figure }: PointCorrection['before']): string =>
    differs ? (rateText ?? say('value.none')) : figureWords(words, figure);
  const said = { day: dayOfInstant(publishedAt), before: textOf(before), after: textOf(after) };
  return reason === '' ? say('correction.saidOnly', said) : say('correction.said', { ...said, reason });
};
