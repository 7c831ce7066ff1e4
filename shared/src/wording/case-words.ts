import type { Indicator } from '../programme';

/** How the cases of an indicator are spoken of in Chinese, read from the words of the programme itself. */
export interface CaseWords {
  /** What is done with a case: 抽检, 抽查, 监测, 验收; 共 where the name does not say. */
  readonly verb: string;
  /** The same over a column of cases; 全部 where the name does not say. */
  readonly heading: string;
  /** What a case is that passes: 合格, 符合, 优良, 已检查; null where the failure word has no plain opposite. */
  readonly passWord: string | null;
  /** What the rate is called for short: 合格率, 符合率, 优良率. */
  readonly rateWord: string;
}

/**
 * A programme names the failing case (不合格, 未评优良, 未检查) and the rate (…合格率). The passing case is the
 * failure word without its negation, but only where the rate's name proves it, or the register's own 未 → 已.
 */
export const caseWords = (indicator: Indicator): CaseWords => {
  const known = read.get(indicator);
  if (known !== undefined) return known;
  const words = readWords(indicator);
  read.set(indicator, words);
  return words;
};

/** Read once for each indicator of a programme. */
const read = new WeakMap<Indicator, CaseWords>();

const readWords = (indicator: Indicator): CaseWords => {
  const name = indicator.name.zh;
  const verb =
    /竣工验收|验收|抽检|抽查|监测/.exec(name)?.[0] ??
    (indicator.sampleUnit.zh.startsWith('批') ? '抽检' : null);
  return {
    verb: verb ?? '共',
    heading: verb ?? '全部',
    passWord: passWord(indicator.failureWord.zh, name),
    rateWord: /\p{Script=Han}{2}率$/u.exec(name)?.[0] ?? '比率',
  };
};

const passWord = (failureWord: string, name: string): string | null => {
  const passing = failureWord.replace(/未评|不|未/, '');
  if (passing !== failureWord && name.endsWith(`${passing}率`)) return passing;
  return failureWord.startsWith('未') ? `已${failureWord.slice(1)}` : null;
};

/** An English count noun: `1 batch`, `2 batches`. Programmes give the plural. */
export const unitOf = (count: number, plural: string): string => {
  if (count !== 1) return plural;
  if (/(?:ch|sh|x|ss)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
};
