import {
  lastDayOfMonth,
  observationSpan,
  parsePeriod,
  type Basis,
  type PeriodCode,
  type Span,
  type YearStart,
} from '../calendar';

type Language = 'zh' | 'en';

/** A period as a page names it: `2025 年三季度`, `2025 年 1—9 月累计`, `Jan–Sep 2025, cumulative`. */
export function periodText(
  code: PeriodCode,
  basis: Basis,
  language: Language,
  yearStart: YearStart = '01-01',
): string {
  const period = parsePeriod(code);
  if (period === null) return code;
  if (period.kind === 'span') {
    return basis === 'single'
      ? spanText(period, language)
      : sinceText(observationSpan(code, basis, yearStart), language);
  }
  const yearText = yearName(period.year, language, yearStart);
  if (period.kind === 'year') return yearText;
  if (basis === 'cumulative') return sinceText(observationSpan(code, basis, yearStart), language);
  if (period.kind === 'month' || period.kind === 'third') {
    return monthsText(observationSpan(code, basis, yearStart), language);
  }
  const part = periodShortText(code, basis, language, yearStart);
  return language === 'zh' ? `${yearText}${part}` : `${part} ${yearText}`;
}

/** A period where the year is already plain: `三季度`, `1—9 月`; a year keeps its name. */
export function periodShortText(
  code: PeriodCode,
  basis: Basis,
  language: Language,
  yearStart: YearStart = '01-01',
): string {
  const period = parsePeriod(code);
  if (period === null) return code;
  if (period.kind === 'year') return yearName(period.year, language, yearStart);
  if (period.kind === 'span' && basis === 'single') return spanText(period, language);
  const span = observationSpan(code, basis, yearStart);
  if (basis === 'single' && period.kind === 'quarter') {
    return language === 'zh' ? `${'一二三四'.charAt(period.part - 1)}季度` : `Q${period.part}`;
  }
  if (basis === 'single' && period.kind === 'half') {
    return language === 'zh' ? (period.part === 1 ? '上半年' : '下半年') : `H${period.part}`;
  }
  return language === 'zh' ? shortMonthsZh(span) : monthNames(span);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function yearName(year: number, language: Language, yearStart: YearStart): string {
  if (yearStart === '01-01') return language === 'zh' ? `${year} 年` : `${year}`;
  return language === 'zh' ? `${year}—${year + 1} 年度` : `${year}/${(year + 1) % 100}`;
}

/** From the year's start: whole months in short, other ends by the day. */
function sinceText(span: Span, language: Language): string {
  const text = isWholeMonths(span) ? monthsText(span, language) : spanText(span, language);
  return language === 'zh' ? `${text}累计` : `${text}, cumulative`;
}

function monthsText(span: Span, language: Language): string {
  const [first, last] = [yearNumber(span.start), yearNumber(span.end)];
  if (language === 'en') return `${monthNames(span)} ${first === last ? first : `${first}/${last % 100}`}`;
  if (first === last) return `${first} 年 ${shortMonthsZh(span)}`;
  return `${first} 年 ${month(span.start)} 月—${last} 年 ${month(span.end)} 月`;
}

function shortMonthsZh(span: Span): string {
  const [from, to] = [month(span.start), month(span.end)];
  return from === to ? `${from} 月` : `${from}—${to} 月`;
}

function monthNames(span: Span): string {
  const [from, to] = [MONTHS[month(span.start) - 1] ?? '', MONTHS[month(span.end) - 1] ?? ''];
  return from === to ? from : `${from}–${to}`;
}

function spanText(span: Span, language: Language): string {
  if (language === 'en') return `${span.start} to ${span.end}`;
  const sameYear = yearNumber(span.start) === yearNumber(span.end);
  return `${dayZh(span.start, true)}至 ${dayZh(span.end, !sameYear)}`;
}

function dayZh(day: string, withYear: boolean): string {
  const text = `${month(day)} 月 ${Number(day.slice(8))} 日`;
  return withYear ? `${yearNumber(day)} 年 ${text}` : text;
}

function isWholeMonths(span: Span): boolean {
  return span.start.endsWith('-01') && span.end === lastDayOfMonth(yearNumber(span.end), month(span.end));
}

const yearNumber = (day: string): number => Number(day.slice(0, 4));
const month = (day: string): number => Number(day.slice(5, 7));
