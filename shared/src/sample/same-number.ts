import { hasFailed, isRetest, type SampleVerdict } from './types';

/** What is compared of two lines with the same sample number in one file. */
export interface NumberedLine {
  readonly group: number;
  readonly verdict: SampleVerdict;
}

/**
 * What a second line with the same sample number means: `repeated` says the same again, `more-items` names another
 * failing item of the same sample, `retest` changes the verdict, `retested` stands behind a retest that was read
 * before it, and `contradicts` cannot be told apart without asking. Distinct numbers count, never lines.
 */
export type SecondLine = 'repeated' | 'more-items' | 'retest' | 'retested' | 'contradicts';

/** Judges a second line beside the first. `namesItems`: it says what failed. */
export const secondLine = (first: NumberedLine, second: NumberedLine, namesItems: boolean): SecondLine => {
  if (first.group !== second.group) return 'contradicts';
  if (isRetest(first.verdict) !== isRetest(second.verdict))
    return isRetest(second.verdict) ? 'retest' : 'retested';
  if (first.verdict !== second.verdict) return 'contradicts';
  return hasFailed(second.verdict) && namesItems ? 'more-items' : 'repeated';
};
