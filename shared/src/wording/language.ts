import type { Pages } from './zh/pages';
import { zhPages } from './zh/pages';
import { zhRefusals } from './zh/refusals';
import type { RefusalSentences } from './refusal-sentence';

/** The languages of the product; Chinese is the default. */
export type Language = 'zh' | 'en';

/** Name of a sentence on the pages. */
export type PageKey = keyof Pages;

/** What a sentence asks for: nothing, or one object of params. */
export type PageParams<K extends PageKey> = Pages[K] extends (params: infer P) => string ? [params: P] : [];

/** The sentences of one language that the pages speak. */
export interface Dictionary {
  readonly pages: Pages;
  readonly refusals: RefusalSentences;
}

/** The default language, always at hand so that the first paint waits for nothing. */
export const zhDictionary: Dictionary = { pages: zhPages, refusals: zhRefusals };

/** English, fetched only by those who read it. */
export const loadEnDictionary = async (): Promise<Dictionary> => {
  const [{ enPages }, { enRefusals }] = await Promise.all([import('./en/pages'), import('./en/refusals')]);
  return { pages: enPages, refusals: enRefusals };
};

/** The sentence of a key in a dictionary. */
export const say = <K extends PageKey>(dictionary: Dictionary, key: K, ...params: PageParams<K>): string => {
  const sentence: string | ((params: never) => string) = dictionary.pages[key];
  if (typeof sentence === 'string') return sentence;
  // PageParams<K> is exactly what the sentence of K takes.
  return (sentence as (params: unknown) => string)(params[0]);
};
