import type { Basis } from '../calendar';

/** Reads a basis cell: 当期, 累计, single, cumulative and near relatives. Undefined: it says something else. */
export const readBasis = (text: string): Basis | null | undefined => {
  const cached = CACHE.get(text);
  if (cached !== undefined) return cached;
  if (text.length > 40) return undefined;
  const key = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toLowerCase();
  return key === '' ? null : BASES.get(key);
};

const BASES: ReadonlyMap<string, Basis> = new Map([
  ...['single', '当期', '单期', '本期', '当季', '本季', '本季度', '当月', '本月', '当期数'].map(
    (word) => [word, 'single'] as const,
  ),
  ...['cumulative', 'ytd', '累计', '年初累计', '本年累计', '年内累计', '累计数', '年初至本期末累计'].map(
    (word) => [word, 'cumulative'] as const,
  ),
]);

/** The spellings of the template, looked up without normalising: nearly every row has one of them. */
const CACHE: ReadonlyMap<string, Basis | null> = new Map<string, Basis | null>([['', null], ...BASES]);
