import { readFileSync } from 'node:fs';
import { loadProgramme, loadUnits, type Indicator } from '@zhibiao/shared/programme';
import { periodShortText, periodText, refusalSentence, say, zhDictionary } from '@zhibiao/shared/wording';
import { catalogueOf, type Catalogue } from '../api/use-catalogue';
import type { Words } from './words';

/* What telling takes, for tests: the Chinese words and the programme that the product ships with. */

/** The words as a Chinese page has them. */
export const zhWords: Words = {
  language: 'zh',
  choose: () => undefined,
  say: (key, ...params) => say(zhDictionary, key, ...params),
  text: ({ zh }) => zh,
  period: (period, basis = 'single') => periodText(period, basis, 'zh'),
  shortPeriod: (period, basis = 'single') => periodShortText(period, basis, 'zh'),
  refusal: (refusal) => refusalSentence(refusal, zhDictionary.refusals),
};

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));

const loaded = (): Catalogue => {
  const units = loadUnits(json('units/shanwei.json'));
  if (!units.ok) throw new Error('units');
  const programme = loadProgramme(json('programmes/shanwei-2025.json'), units.value);
  if (!programme.ok) throw new Error('programme');
  return catalogueOf(programme.value, units.value);
};

/** The programme and its units, looked up as a page does. */
export const shanwei: Catalogue = loaded();

/** An indicator of it. */
export const indicatorOf = (code: string): Indicator => {
  const indicator = shanwei.indicator(code);
  if (indicator === undefined) throw new Error(code);
  return indicator;
};
