import type { Basis, PeriodCode } from '@zhibiao/shared/calendar';
import type { Text } from '@zhibiao/shared/programme';
import type { Refusal } from '@zhibiao/shared/result';
import {
  loadEnDictionary,
  periodShortText,
  periodText,
  refusalSentence,
  say,
  zhDictionary,
  type Dictionary,
  type Language,
  type PageKey,
  type PageParams,
} from '@zhibiao/shared/wording';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useCatalogue } from '../api/use-catalogue';

/** Everything a component needs to speak to a person. */
export interface Words {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The sentence of a key; the type asks for the params it names. */
  readonly say: <K extends PageKey>(key: K, ...params: PageParams<K>) => string;
  /** The chosen language of what was said in both. */
  readonly text: (text: Text) => string;
  /** A period, `2025 年三季度`, or with a basis the span a figure speaks of, `2025 年 1—9 月累计`. */
  readonly period: (period: PeriodCode, basis?: Basis) => string;
  /** A period beside its year, `三季度`. */
  readonly shortPeriod: (period: PeriodCode, basis?: Basis) => string;
  readonly refusal: (refusal: Refusal) => string;
}

/** Where the words come from; tests offer their own. */
export const WordsContext = createContext<Words | null>(null);

/** The words of the chosen language. */
export const useWords = (): Words => {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords outside WordsProvider');
  return words;
};

/** Offers the words; the choice of language stays in this browser, English is fetched when chosen. */
export const WordsProvider = ({ children }: { readonly children: ReactNode }): ReactElement | null => {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  const [english, setEnglish] = useState<Dictionary | null>(null);
  const yearStart = useCatalogue({ ask: false })?.programme.yearStart ?? '01-01';

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (language === 'en' && english === null) void loadEnDictionary().then(setEnglish);
  }, [language, english]);

  const dictionary = language === 'zh' ? zhDictionary : english;
  const words = useMemo((): Words | null => {
    if (dictionary === null) return null;
    return {
      language,
      choose: (next) => {
        localStorage.setItem(storageKey, next);
        setLanguage(next);
      },
      say: (key, ...params) => say(dictionary, key, ...params),
      text: (text) => text[language],
      period: (period, basis = 'single') => periodText(period, basis, language, yearStart),
      shortPeriod: (period, basis = 'single') => periodShortText(period, basis, language, yearStart),
      refusal: (refusal) => refusalSentence(refusal, dictionary.refusals),
    };
  }, [dictionary, language, yearStart]);

  return words === null ? null : <WordsContext value={words}>{children}</WordsContext>;
};

const storageKey = 'zhibiao.language';

const rememberedLanguage = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh');
