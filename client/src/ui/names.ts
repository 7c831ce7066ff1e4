import type { Catalogue } from '../api/use-catalogue';
import type { Words } from './words';

/** The full name of an indicator; its code where the catalogue does not know it. */
export const indicatorName = (words: Words, catalogue: Catalogue, code: string): string => {
  const indicator = catalogue.indicator(code);
  return indicator === undefined ? code : words.text(indicator.name);
};

/** The name of an indicator where room is short; its code where the catalogue does not know it. */
export const shortIndicatorName = (words: Words, catalogue: Catalogue, code: string): string => {
  const indicator = catalogue.indicator(code);
  return indicator === undefined ? code : words.text(indicator.shortName);
};

/** What a unit is called in tables and charts; its code where the catalogue does not know it. */
export const unitName = (words: Words, catalogue: Catalogue, code: string): string => {
  const unit = catalogue.unit(code);
  return unit === undefined ? code : words.text(unit.shortName);
};
