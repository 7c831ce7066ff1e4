import type { ComparisonView, RankInterval } from '@zhibiao/shared/evaluation';
import { unitName } from '../../ui/names';
import type { Words } from '../../ui/words';
import type { Telling } from './assessment-words';

/** Finds how surely a unit holds its rank; undefined for units that are not ranked by samples. */
export const rankFinder = ({
  ranks,
}: Pick<ComparisonView['ranked'], 'ranks'>): ((unit: string) => RankInterval | undefined) => {
  const found = new Map(ranks.map((rank) => [rank.unit, rank]));
  return (unit) => found.get(unit);
};

/** The ranks a unit may hold, `1～3`, or the one it surely holds; null where none is known. */
export const rankRange = (words: Words, rank: RankInterval | undefined): string | null => {
  if (rank === undefined || rank.lower === null || rank.upper === null) return null;
  return rank.lower === rank.upper
    ? `${rank.lower}`
    : words.say('ranks.range', { lower: `${rank.lower}`, upper: `${rank.upper}` });
};

/** The units against which a unit's order is not settled; null where it is, or nothing is known. */
export const tiedNames = (
  { words, catalogue }: Pick<Telling, 'words' | 'catalogue'>,
  rank: RankInterval | undefined,
): string | null =>
  rank === undefined || rank.tiedWith.length === 0
    ? null
    : rank.tiedWith.map((unit) => unitName(words, catalogue, unit)).join(words.say('ranks.comma'));
