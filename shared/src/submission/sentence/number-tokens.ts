/** What a number in a notice says. A `rate` is of what passes, in percent; `failure-rate` of what fails. */
export type TokenRole = 'total' | 'passes' | 'failures' | 'rate' | 'failure-rate';

/** A number found in a text, with the place where it stands. */
export interface NumberToken {
  readonly role: TokenRole;
  /** Counts as a whole number; rates as the decimal text that was printed. */
  readonly value: string;
  /** `56.2万批次` is a rounded count: it is shown and never believed. */
  readonly rounded: boolean;
  /** Position of its first digit in the text; `end` is behind its last character, unit of measure included. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the counts and rates of a notice in reading order: 抽检 49 批次, 合格样品48批次, 不合格 1 批次, 合格率 97.96%.
 * Numbers of anything else (11 个食品大类, 同比提高 0.36 个百分点) are passed over. The text is half-width
 * (`halfWidth`), so that positions are those of the text a person pasted.
 */
export const numberTokens = (text: string): readonly NumberToken[] => {
  const found = [...text.matchAll(NUMBER)];
  return found.flatMap((match, at): readonly NumberToken[] => {
    const previous = found[at - 1];
    const from = Math.max(previous === undefined ? 0 : endOf(previous), clauseStart(text, match.index));
    const before = text.slice(from, match.index);
    const after = text.slice(endOf(match)).split(CLAUSE_END, 1)[0] ?? '';
    return asRate(match, before) ?? asCount(match, before, after) ?? [];
  });
};

/** One character for one character: positions hold, where NFKC would move them. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfe_e0));

/** A number, with what is counted or a percent sign behind it. */
const NUMBER =
  /(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万)?\s*(%|批次?样品|批次|批|组|个|家|项|件|份|人次|宗|处|台)?/g;
const CLAUSE_END = /[,;。:、\n()\u300A\u300B]/;

const endOf = (match: RegExpExecArray): number => match.index + match[0].trimEnd().length;

/** A clause ends at a comma, but not at the comma of 1,234. */
const clauseStart = (text: string, position: number): number => {
  for (let at = position - 1; at >= 0; at -= 1) if (CLAUSE_END.test(text.charAt(at))) return at + 1;
  return 0;
};

const asRate = (match: RegExpExecArray, before: string): readonly NumberToken[] | null => {
  const [, whole = '', fraction = '', tens, unit] = match;
  if (unit !== '%') return null;
  // 同比提高 0.5% is a change, no rate; the words stand between the name of the rate and the number.
  const name = /(不合格[^率]{0,8}率|不符合率|合格率|符合率|优良率|覆盖率|达标率|满意度)([^率]*)$/.exec(
    before,
  );
  if (name === null || tens !== undefined || CHANGE.test(name[2] ?? '')) return [];
  const role = name[1]?.startsWith('不') === true ? 'failure-rate' : 'rate';
  return [{ role, value: plain(whole) + fraction, rounded: false, start: match.index, end: endOf(match) }];
};

const CHANGE = /同比|环比|提高|下降|上升|增长|回落|提升|高于|低于|比/;

const asCount = (match: RegExpExecArray, before: string, after: string): readonly NumberToken[] | null => {
  const [, whole = '', fraction, tens, unit] = match;
  if (unit === undefined || NOT_COUNTED.test(after)) return null;
  const role = countRole(before, after);
  if (role === null || (fraction !== undefined && tens === undefined)) return null;
  const number = Number(plain(whole) + (fraction ?? '')) * (tens === undefined ? 1 : 10_000);
  return [
    {
      role,
      value: String(Math.round(number)),
      rounded: tens !== undefined,
      start: match.index,
      end: endOf(match),
    },
  ];
};

/** 11个食品大类, 6个县, 0.36个百分点: counted, but no samples. */
const NOT_COUNTED = /^[^\d]{0,4}(?:大类|类|品种|县|区|镇|乡|街道|月|季度|年|百分点|期|单位|部门|名)/;

/** The word before the number decides; where it says nothing of the outcome, the word behind does. */
const countRole = (before: string, after: string): TokenRole | null => {
  const words = /(不合格|不符合|未达标|不达标|合格|符合|达标|优良)[^合符]*$/.exec(before)?.[1] ?? '';
  const told = outcomeRole(words);
  if (told !== null) return told;
  const behind =
    /^(?:的)?(?:样品|产品|批次)?(?:为|属|均|全部)?(不合格|不符合|合格|符合)/.exec(after)?.[1] ?? '';
  return outcomeRole(behind) ?? (TAKEN.test(before) || TAKEN.test(after) ? 'total' : null);
};

const TAKEN = /抽检|抽查|抽样|检测|监测|检验|检查|抽取|验收|样品|监督|共|总/;

/** 不合格 holds 合格: the longer word is asked first. */
const outcomeRole = (word: string): TokenRole | null => {
  if (/^[不未]/.test(word)) return 'failures';
  return word === '' ? null : 'passes';
};

const plain = (digits: string): string => digits.replaceAll(',', '');
