import { readPeriodText, type Basis, type PeriodCode, type YearStart } from '../../calendar';
import type { Indicator, ProgrammeIndex, ReportingUnit } from '../../programme';

/** A period that a text names, and the words that name it. */
export interface NamedPeriod {
  readonly period: PeriodCode;
  /** Null where the words leave it open: a quarter is single unless its author says otherwise. */
  readonly basis: Basis | null;
  readonly text: string;
}

/**
 * The unit a text is about: the longest of its names, a part before the whole that contains it (汕尾市海丰县), a
 * reference (全省) only when nothing else is named. Null when two parts are named: nobody can say which is meant.
 */
export const unitIn = (text: string, index: ProgrammeIndex): ReportingUnit | null => {
  const named = (units: readonly ReportingUnit[]): readonly ReportingUnit[] => {
    const hits = units.flatMap((unit) => longestHit(text, unit).map((hit) => ({ unit, hit })));
    // 汕尾 inside 汕尾市城区 names the part, not the city beside it.
    return hits
      .filter(({ hit }) => !hits.some((other) => other.hit !== hit && other.hit.includes(hit)))
      .map(({ unit }) => unit);
  };
  for (const group of [index.parts, [index.whole], index.references]) {
    const [only, second] = named(group);
    if (only !== undefined) return second === undefined ? only : null;
  }
  return null;
};

const longestHit = (text: string, { name, aliases }: ReportingUnit): readonly string[] => {
  const hits = [name.zh, ...aliases].filter((word) => word.length >= 2 && text.includes(word));
  const longest = hits.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? [] : [longest];
};

/**
 * The indicator a text is about, by its names or by what stands in them before words that every name has
 * (食品 of 食品安全监督抽检合格率). The longest hit wins; null when two indicators hit alike. A proposal: people confirm it.
 */
export const indicatorIn = (text: string, index: ProgrammeIndex): Indicator | null => {
  let best: Indicator | null = null;
  let longest = 0;
  for (const indicator of index.programme.indicators) {
    const hit = Math.max(0, ...spellings(indicator).map((word) => (text.includes(word) ? word.length : 0)));
    if (hit > longest) [best, longest] = [indicator, hit];
    else if (hit === longest && hit > 0) best = null;
  }
  return best;
};

const spellings = ({ name, aliases }: Indicator): readonly string[] =>
  [name.zh, ...aliases].flatMap((word) => {
    const stem = word.replace(COMMON_END, '');
    return stem.length >= 2 ? [word, stem] : [word];
  });

const COMMON_END =
  /(?:安全|质量|产品质量|产品|例行|总体|监督|一次|监测|抽检|抽查|检查|验收|体系|合格|符合|优良|覆盖)*(?:率|得分)?$/;

/** The first period that a text names; null when there is none. `year` stands in where the words name no year. */
export const periodIn = (
  text: string,
  { yearStart, year }: { readonly yearStart: YearStart; readonly year: number },
): NamedPeriod | null => {
  for (const match of text.matchAll(PERIOD)) {
    const said = match[0];
    const spelt = said.replace(/今年|本年/, `${year}年`).replace(/(?<=年)度(?=.)/, '');
    const read = readPeriodText(spelt, { yearStart, year });
    if (read.ok) return { period: read.period, basis: read.basis, text: said };
  }
  return null;
};

const PERIOD_PART =
  '(?:第?[一二三四1-4]季度|前[二三23]个?季度|上半年|下半年|\\d{1,2}月?\\s*[-—–~至到]\\s*\\d{1,2}月份?|\\d{1,2}月份?底?|[一二三四五六七八九十]{1,3}月份?)';
const PERIOD = new RegExp(
  `截[至止]到?(?:20\\d\\d年)?${PERIOD_PART}|(?:20\\d\\d年?度?|今年|本年)\\s*${PERIOD_PART}|20\\d\\d[QqSs-]+[1-4]|${PERIOD_PART}|20\\d\\d年(?:度|全年)?`,
  'g',
);
