import type { Basis, YearStart } from '../calendar';
import type { HowEntry, LightReason } from '../evaluation';
import type { Indicator } from '../programme';
import { lightReasonText } from './assessment-sentence';
import { caseWords } from './case-words';
import { howEn, howWordsEn } from './en/evidence';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { mixWords } from './mix-words';
import { momentText, thousands } from './numbers';
import { periodText } from './period-text';
import { spokenReason } from './spoken-reason';
import { howWordsZh, howZh } from './zh/evidence';

/** One step of a computation as a person reads it. */
export interface HowLine {
  readonly code: HowEntry['code'];
  readonly label: string;
  readonly text: string;
}

/** What names the units, indicators and periods that steps speak of; codes stand for themselves without it. */
export interface HowWords {
  readonly language: Language;
  readonly unitName?: (code: string) => string;
  readonly indicatorName?: (code: string) => string;
  readonly yearStart?: YearStart;
}

/** How every number came about, line by line: the same on pages and in exports. */
export const howComputedLines = (
  entries: readonly HowEntry[],
  indicator: Indicator,
  words: HowWords,
): readonly HowLine[] => {
  const { language } = words;
  const table = language === 'zh' ? howZh : howEn;
  const { verb, passWord } = caseWords(indicator);
  const shared = {
    verb,
    passWord: passWord ?? '通过',
    unit: indicator.sampleUnit[language],
    failureWord: indicator.failureWord[language],
    ...mixWords(indicator, language),
  };
  return entries.map(({ code, formula, numbers }) => {
    const params: Record<string, string | number> = { ...shared };
    if (formula !== null) params['formula'] = formula;
    for (const [name, value] of Object.entries(numbers))
      Object.assign(params, named(name, value, numbers, words) ?? spoken(name, value, indicator, language));
    const [label, text] = table[code];
    return { code, label: fillSentence(label, params), text: fillSentence(text, params) };
  });
};

/** The lines as one text for exports. */
export const howComputedText = (lines: readonly HowLine[], language: Language): string => {
  const { colon } = language === 'zh' ? howWordsZh : howWordsEn;
  return lines.map(({ label, text }) => label + colon + text).join('\n');
};

/** Codes of units, indicators, periods and instants as names; null for everything else. */
const named = (
  name: string,
  value: string | number,
  numbers: HowEntry['numbers'],
  { language, unitName, indicatorName, yearStart }: HowWords,
): Readonly<Record<string, string>> | null => {
  const code = `${value}`;
  switch (name) {
    case 'reporter':
      return { reporter: unitName?.(code) ?? code };
    case 'about':
      return { about: indicatorName?.(code) ?? code };
    case 'span': {
      const basis: Basis = numbers['basis'] === 'cumulative' ? 'cumulative' : 'single';
      return { span: periodText(code, basis, language, yearStart) };
    }
    case 'from':
    case 'to':
    case 'last':
      return { [name]: periodText(code, 'single', language, yearStart) };
    case 'at':
      return { at: momentText(code) };
    case 'byZh':
      return language === 'zh' ? { by: code } : {};
    case 'byEn':
      return language === 'en' ? { by: code } : {};
    // Enough of it to compare by eye; the whole stands in the data.
    case 'sha256':
      return { fingerprint: code.slice(0, 12) };
    default:
      return null;
  }
};

/** A number or code of a step as words; some stand under another name, or not at all. */
const spoken = (
  name: string,
  value: string | number,
  indicator: Indicator,
  language: Language,
): Readonly<Record<string, string>> => {
  const { measure, sampleUnit } = indicator;
  const words: Readonly<Record<string, string>> = language === 'zh' ? howWordsZh : howWordsEn;
  const word = (key: string): string => words[key] ?? key;
  switch (name) {
    case 'verdict':
    case 'evidence':
    case 'signal':
    case 'centre':
      return { [name]: word(`${value}`) };
    case 'light':
      return { light: word(`light-${value}`) };
    case 'reason':
      // Entries of this name carry the light's reason and nothing else.
      return { reason: lightReasonText(spokenReason(indicator, value as LightReason), language) };
    case 'against':
      return { against: measure === 'score' ? `${value}` : `${value}%` };
    case 'gapUnit':
      return { gapUnit: value === 'score' ? sampleUnit[language] : word('points') };
    case 'scale':
      return { rateUnit: value === 'score' ? ` ${sampleUnit[language]}` : '%' };
    case 'revisions':
      return value === 0 ? { unrevised: word('unrevised') } : { revisions: `${value}` };
    case 'tentative':
      return value === 0 ? {} : { tentative: word('tentative') };
    default:
      return { [name]: typeof value === 'number' ? thousands(value) : value };
  }
};
