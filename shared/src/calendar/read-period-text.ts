import { normaliseDate, readDateInterval } from './date-interval-text';
import { parsePeriod } from './period';
import { pad } from './plain-date';
import { monthsPeriod, type MonthsReading } from './months-period';
import type { Basis, PeriodCode, YearStart } from './types';

/** What a spelling says: the period, and the basis where the words decide it (1—9 月 is cumulative). */
export type PeriodReading =
  | { readonly ok: true; readonly period: PeriodCode; readonly basis: Basis | null }
  /** `date`: a day or a spreadsheet's serial number, refused and not guessed; `year-range`: outside 2000…2099. */
  | { readonly ok: false; readonly reason: 'date' | 'unreadable' | 'year-range' };

/** What a text cannot say by itself. */
export interface PeriodReadingOptions {
  readonly yearStart?: YearStart;
  /** Year to assume where the text names none, as a title over the table may; without it such text is refused. */
  readonly year?: number;
}

/**
 * Reads what people write for a reporting period, in Chinese, in SDMX codes and in plain English. Nothing is
 * guessed: `2024.1` may be January or October and is refused, as are days, `2023-2024年度` and `第五季度`.
 * Whether the period lies in the future is the caller's question.
 */
export function readPeriodText(text: string, options: PeriodReadingOptions = {}): PeriodReading {
  if (text.length > 100) return UNREADABLE;
  const yearStart = options.yearStart ?? '01-01';
  const plain = normalise(text);
  const { body, basis } = splitBasis(plain);
  const read = readBody(body, yearStart) ?? readBody(withYear(body, options.year), yearStart) ?? UNREADABLE;
  if (!read.ok || basis === null) return read;
  // 「2025年累计」 does not say up to when.
  if (basis === 'cumulative' && parsePeriod(read.period)?.kind === 'year' && !/月/.test(body))
    return UNREADABLE;
  return read.basis !== null && read.basis !== basis ? UNREADABLE : { ...read, basis };
}

const UNREADABLE: PeriodReading = { ok: false, reason: 'unreadable' };
const DATE: PeriodReading = { ok: false, reason: 'date' };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH_WORD = new RegExp(
  '(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)',
  'g',
);
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** One spelling for what looks alike: half-width, no spaces, digits for Chinese numerals, one hyphen for every dash. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '')
    .toUpperCase()
    .replace(/(?<!\d)十(?=[一二三四五六七八九])/g, '1')
    .replace(/[〇○零一二两三四五六七八九]/g, (digit) => DIGITS[digit] ?? digit)
    .replace(/(?<!\d)十/g, '10')
    .replace(/(\d)十(\d)/g, '$1$2')
    .replace(/(\d)十/g, '$10')
    .replace(/截[至止][到至]?/g, '截')
    .replace(/[‐‑‒–—―−~～至到]+|-{2,}/g, '-')
    .replace(/(?<=\d)TO(?=\d)/g, '-');
}

/** Takes 累计 or 当期 off the end, and remarks in brackets that only repeat or number the notice. */
function splitBasis(plain: string): { readonly body: string; readonly basis: Basis | null } {
  const bare = plain
    .replace(/\(第\d{1,2}期\)$/, '')
    .replace(/[()]/g, '|')
    .replace(/\|$/, '');
  const match = /^(.*?)[|,]?(累计|CUMULATIVE|YTD|当期|单期)$/.exec(bare);
  if (match === null) return { body: bare, basis: null };
  return { body: match[1] ?? '', basis: /当期|单期/.test(match[2] ?? '') ? 'single' : 'cumulative' };
}

function withYear(body: string, year: number | undefined): string {
  if (year === undefined) return '';
  return body.startsWith('截') ? `截${year}年${body.slice(1)}` : `${year}年${body}`;
}

function readBody(body: string, yearStart: YearStart): PeriodReading | null {
  if (body === '') return null;
  // 「三季度(7-9月)」: the bracket must say the same as the words before it.
  const bracket = body.indexOf('|');
  if (bracket > 0) return readBracketed(body.slice(0, bracket), body.slice(bracket + 1), yearStart);
  if (isDay(body)) return DATE;
  const interval = readDateInterval(body, yearStart);
  if (interval !== null) return inRange(interval);
  const code = readCode(body);
  if (code !== null) return inRange({ period: code, basis: null });
  const words = readWords(body);
  if (words === null) return null;
  return words === 'year-range'
    ? { ok: false, reason: 'year-range' }
    : inRange(monthsPeriod(words, yearStart));
}

function readBracketed(words: string, bracket: string, yearStart: YearStart): PeriodReading | null {
  const read = readBody(words, yearStart);
  if (read === null || !read.ok) return read;
  const inside = readBody(/^\d{4}/.test(bracket) ? bracket : `${words.slice(0, 4)}年${bracket}`, yearStart);
  return inside?.ok === true && inside.period === read.period ? read : UNREADABLE;
}

function inRange(read: { readonly period: PeriodCode; readonly basis: Basis | null }): PeriodReading {
  const years = [read.period.slice(0, 4), read.period.includes('/') ? read.period.slice(11, 15) : '2000'];
  return years.every((year) => year.startsWith('20'))
    ? { ok: true, ...read }
    : { ok: false, reason: 'year-range' };
}

/** Codes count in programme years: with a year that starts in July, `2025Q1` is July to September. */
function readCode(body: string): PeriodCode | null {
  const match =
    /^(\d{4})-?([QSHTM])(\d{1,2})$/.exec(body) ??
    reorder(/^([QSH])(\d)[-,]?(\d{4})$/.exec(body)) ??
    annual(body);
  if (match === null) return null;
  const [, year, letter, part] = match;
  const number = Number(part);
  const tail = letter === 'M' ? `M${pad(number)}` : `${letter === 'H' ? 'S' : letter}${number}`;
  const code = letter === 'A' ? `${year}` : `${year}-${tail}`;
  return parsePeriod(code) === null ? null : code;
}

function reorder(match: RegExpExecArray | null): readonly string[] | null {
  return match === null ? null : ['', match[3] ?? '', match[1] ?? '', match[2] ?? ''];
}

function annual(body: string): readonly string[] | null {
  const match = /^(\d{4})(?:-?A1|年?全?年?|年度)$/.exec(body);
  return match === null ? null : ['', match[1] ?? '', 'A', '1'];
}

/** A day in any of the usual spellings, eight digits, or the serial number that a spreadsheet keeps for a day. */
function isDay(body: string): boolean {
  if (/^\d{8}$/.test(body) || /^\d{5}(?:\.\d+)?$/.test(body)) return true;
  if (normaliseDate(body.replace(/(?<=\d|日)T?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$/, '')) !== null)
    return true;
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})$/.test(body)) return true;
  const english = body.replace(MONTH_WORD, 'MON');
  return (
    /^\d{1,2}(?:ST|ND|RD|TH)?[-,.]?MON[-,.]?\d{2,4}$/.test(english) ||
    /^MON\.?\d{1,2}(?:ST|ND|RD|TH)?,?\d{4}$/.test(english)
  );
}

/** Spellings in words, as calendar months. */
function readWords(body: string): MonthsReading | 'year-range' | null {
  const upTo = body.startsWith('截');
  const english = readEnglish(body);
  if (english !== null) return english;
  const match = /^(\d{4}|\d{2}(?=年))([-./]|年)?(.*)$/.exec(upTo ? body.slice(1) : body);
  if (match === null) return null;
  const digits = match[1] ?? '';
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  const read = readInYear(year, match[2] ?? '', match[3] ?? '', upTo);
  if (read !== null && (year < 2000 || year > 2099)) return 'year-range';
  return read;
}

function readInYear(year: number, mark: string, rest: string, upTo: boolean): MonthsReading | null {
  const first = year * 12;
  if (upTo) {
    const month = /^(\d{1,2})月[底末]?$/.exec(rest);
    if (month !== null) return months(first, 1, Number(month[1]), 'up-to');
    const quarter = /^第?([1-4])季度?[底末]?$/.exec(rest);
    if (quarter !== null) return months(first, 1, Number(quarter[1]) * 3, 'up-to');
    return /^[底末]$/.test(rest) ? months(first, 1, 12, 'up-to') : null;
  }
  if (mark !== '年') {
    // Two digits only: 2024.1 may be January or a clipped October.
    const month = /^(\d\d)$/.exec(rest);
    if (month !== null) return months(first, Number(month[1]), Number(month[1]), 'part');
  }
  const quarter = /^(?:第?([1-4])季度?|Q([1-4])(?:季度)?)$/.exec(rest);
  if (quarter !== null) {
    const last = Number(quarter[1] ?? quarter[2]) * 3;
    return months(first, last - 2, last, 'part');
  }
  if (mark !== '年' && mark !== '') return null;
  const quarters = /^(?:前([234])个?季度|第?1-([234])季度)$/.exec(rest);
  if (quarters !== null) return months(first, 1, Number(quarters[1] ?? quarters[2]) * 3, 'range');
  const range = /^(\d{1,2})月?-(?:(\d{4})年)?(\d{1,2})月份?$/.exec(rest);
  if (range !== null) {
    const [, fromMonth, laterYear, toMonth] = range;
    if (!isMonth(fromMonth) || !isMonth(toMonth)) return null;
    const from = first + Number(fromMonth) - 1;
    const to = Number(laterYear ?? year) * 12 + Number(toMonth) - 1;
    return from <= to ? { from, to, said: 'range' } : null;
  }
  const ahead = /^前(\d{1,2})个?月$/.exec(rest);
  if (ahead !== null) return months(first, 1, Number(ahead[1]), 'range');
  const month = /^(\d{1,2})月份?$/.exec(rest);
  if (month !== null) return months(first, Number(month[1]), Number(month[1]), 'part');
  if (/^(?:上半年|H1)$/.test(rest)) return months(first, 1, 6, 'part');
  if (/^(?:下半年|H2)$/.test(rest)) return months(first, 7, 12, 'part');
  return null;
}

/** `Sep 2025`, `September 2025`, `Jan-Sep 2025`. */
function readEnglish(body: string): MonthsReading | 'year-range' | null {
  const match = /^([A-Z]+)(?:-([A-Z]+))?,?(\d{4})$/.exec(body);
  if (match === null) return null;
  const from = monthNumber(match[1]);
  const to = match[2] === undefined ? from : monthNumber(match[2]);
  if (from === null || to === null) return null;
  const year = Number(match[3]);
  if (year < 2000 || year > 2099) return 'year-range';
  return months(year * 12, from, to, match[2] === undefined ? 'part' : 'range');
}

function monthNumber(word: string | undefined): number | null {
  if (word?.replace(MONTH_WORD, '') !== '') return null;
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

function months(first: number, from: number, to: number, said: MonthsReading['said']): MonthsReading | null {
  return from >= 1 && from <= to && to <= 12 ? { from: first + from - 1, to: first + to - 1, said } : null;
}

function isMonth(digits: string | undefined): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}
