import { readPeriodText, type Basis } from '../../calendar';
import { nameKey, type Indicator, type ProgrammeIndex, type ReportingUnit } from '../../programme';

/** What a title, a sheet's name or a file's name says of the figures below it. */
export interface SubjectText {
  readonly unit: ReportingUnit | null;
  readonly indicator: Indicator | null;
  /** The spelling of a period that stands in it. */
  readonly period: string | null;
  readonly year: number | null;
  readonly basis: Basis | null;
}

/** Reads what a text names, by registered names that stand in it whole; two equally good ones are none. */
export function readSubjectText(text: string, index: ProgrammeIndex): SubjectText {
  const key = nameKey(text).slice(0, 300);
  return {
    unit: unitIn(key, index),
    indicator: indicatorIn(key, index),
    period: periodIn(text),
    year: yearIn(text),
    basis: /累计/.test(key) && !/当期|单期|当季/.test(key) ? 'cumulative' : null,
  };
}

/** 汕尾市市场监督管理局红海湾分局 names the city and the zone: the zone, which lies in the city, is meant. */
function unitIn(key: string, index: ProgrammeIndex): ReportingUnit | null {
  const named = index.register.units.filter((unit) =>
    [unit.name.zh, unit.shortName.zh, ...unit.aliases].some(
      (name) => name.length >= 2 && key.includes(nameKey(name)),
    ),
  );
  const parents = new Set(named.flatMap(({ parent, within }) => [parent, within]));
  const isOwn = named.some(({ kind }) => kind !== 'reference');
  // 广东省汕尾市: the province is only where the city lies.
  const leaves = named.filter(({ code, kind }) => !parents.has(code) && (kind !== 'reference' || !isOwn));
  return leaves.length === 1 ? (leaves[0] ?? null) : longest(leaves, key);
}

/** 汕尾市城区 holds 城区; of names that overlap the longer one counts. */
function longest(units: readonly ReportingUnit[], key: string): ReportingUnit | null {
  const lengthOf = ({ name, aliases }: ReportingUnit): number =>
    Math.max(
      0,
      ...[name.zh, ...aliases].filter((text) => key.includes(nameKey(text))).map((text) => text.length),
    );
  const sorted = units.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const [first, second] = sorted;
  if (first === undefined || second === undefined) return first ?? null;
  return lengthOf(first) > lengthOf(second) && overlaps(first, second) ? first : null;
}

const overlaps = (one: ReportingUnit, other: ReportingUnit): boolean =>
  [one.name.zh, ...one.aliases].some((text) =>
    [other.name.zh, ...other.aliases].some((part) => text.includes(part)),
  );

function indicatorIn(key: string, index: ProgrammeIndex): Indicator | null {
  let best: Indicator | null = null;
  let most = 0;
  let isTie = false;
  for (const indicator of index.programme.indicators)
    for (const name of [indicator.name.zh, ...indicator.aliases].flatMap(withoutEnding)) {
      if (name.length < most || !key.includes(nameKey(name))) continue;
      isTie = name.length === most && best !== indicator;
      if (name.length > most || best === null) best = indicator;
      most = name.length;
    }
  return isTie ? null : best;
}

/** 食品抽检合格率 is also 食品抽检; an ending is only taken off where five characters are left. */
const withoutEnding = (name: string): readonly string[] => {
  const bare = name.replace(/(?:合格率|符合率|优良率|覆盖率|率)$/, '');
  return bare !== name && bare.length >= 5 ? [name, bare] : [name];
};

/**
 * The indicator that headings above one another name together: each alone, all of them, and where one ends as the
 * next begins (农产品质量, 质量安全例行监测) with what they share once.
 */
export function indicatorOfPath(path: readonly string[], index: ProgrammeIndex): Indicator | null {
  const texts = path.map((text) => text.replace(/\s+/g, ''));
  const joined = texts.reduce((whole, text) => whole + text.slice(sharedLength(whole, text)), '');
  for (const text of [joined, texts.join(''), ...texts.toReversed()])
    for (const ending of ['', '合格率', '率', '符合率', '优良率']) {
      const found = text === '' ? undefined : index.indicatorNamed(text + ending);
      if (found !== undefined) return found;
    }
  return null;
}

const sharedLength = (before: string, after: string): number => {
  for (let length = Math.min(before.length, after.length); length > 0; length -= 1)
    if (before.endsWith(after.slice(0, length))) return length;
  return 0;
};

const YEAR = '(?:20\\d\\d|[二〇○零一三四五六七八九]{4}|(?<!\\d)\\d\\d)年(?:度)?';
const PART =
  '(?:第?[一二三四1-4]季度|前[二三四]个?季度|[上下]半年|全年|Q[1-4]|\\d{1,2}月?[-—–~～至]\\d{1,2}月|\\d{1,2}月份?(?!\\d))';
const PERIODS: readonly RegExp[] = [
  new RegExp(`截[至止]${YEAR}\\d{1,2}月[底末]?(?:\\d{1,2}日)?(?:累计)?`, 'g'),
  new RegExp(`${YEAR}${PART}(?:累计)?`, 'g'),
  /20\d\dQ[1-4]|20\d\d-(?:0[1-9]|1[0-2])(?![\d-])/g,
];

/** The longest spelling of a period in a text; a bare year is none, it only helps to read the rows. */
function periodIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').slice(0, 300);
  const found = PERIODS.flatMap((pattern) => plain.match(pattern) ?? []);
  const days = found.filter((spelling) => readPeriodText(spelling).ok);
  const distinct = [...new Set(days)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}

/** The year a text names; null where it names none or several. */
function yearIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').slice(0, 300);
  const years = new Set((plain.match(/(?<!\d)20\d\d(?=年)/g) ?? []).map(Number));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/**
 * The indicator whose own way of testing stands in a column of ways (检测方式: 定量检测), where a title names what is
 * tested in the same words (农产品质量安全). Null without a title, or when two fit.
 */
export function indicatorOfScheme(
  titles: readonly string[],
  ways: readonly string[],
  index: ProgrammeIndex,
): Indicator | null {
  const keys = titles.map(nameKey);
  const fitting = index.programme.indicators.filter(
    (indicator) =>
      indicator.scheme !== null &&
      ways.some((way) => way.trim() !== '' && index.isOwnScheme(indicator, way)) &&
      keys.some((key) => key.includes(nameKey(indicator.name.zh).slice(0, SHARED))),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Characters of an indicator's name that must stand in the title: 农产品质量安全 has seven. */
const SHARED = 7;
