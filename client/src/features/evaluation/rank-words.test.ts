import type { RankInterval } from '@zhibiao/shared/evaluation';
import { describe, expect, test } from 'vitest';
import { shanwei, zhWords } from '../../ui/a-telling.fixture';
import { rankFinder, rankRange, tiedNames } from './rank-words';

const lufeng: RankInterval = {
  unit: '441581',
  rank: 6,
  median: 6,
  lower: 4,
  upper: 6,
  tiedWith: ['red-bay', 'huaqiao'],
};
const telling = { words: zhWords, catalogue: shanwei };

describe('the columns of a ranking', () => {
  test('tell the range of ranks, and one number where it is sure', () => {
    expect(rankRange(zhWords, lufeng)).toBe('4～6');
    expect(rankRange(zhWords, { ...lufeng, lower: 6 })).toBe('6');
  });

  test('name those whose order is not settled', () => {
    expect(tiedNames(telling, lufeng)).toBe('红海湾、华侨区');
    expect(tiedNames(telling, { ...lufeng, tiedWith: [] })).toBeNull();
  });

  test('are empty for units that are not ranked by samples', () => {
    const rankOf = rankFinder({ ranks: [lufeng] });
    expect(rankOf('441581')).toBe(lufeng);
    expect(rankRange(zhWords, rankOf('441502'))).toBeNull();
    expect(tiedNames(telling, rankOf('441502'))).toBeNull();
    expect(rankRange(zhWords, { ...lufeng, rank: null, lower: null, upper: null })).toBeNull();
  });
});
