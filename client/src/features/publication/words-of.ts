import { figureText } from '@zhibiao/shared/evaluation';
import type { Figure } from '@zhibiao/shared/observation';
import { thousands } from '@zhibiao/shared/wording';
import type { Catalogue } from '../../api/use-catalogue';
import type { Words } from '../../ui/words';

/** Name of an indicator; its code where the catalogue does not know it. */
export const indicatorName = ({ text }: Words, catalogue: Catalogue, code: string): string => {
  const known = catalogue.indicator(code);
  return known === undefined ? code : text(known.shortName);
};

/** Short name of a unit. */
export const unitName = ({ text }: Words, catalogue: Catalogue, code: string): string => {
  const known = catalogue.unit(code);
  return known === undefined ? code : text(known.shortName);
};

/** A figure as people write it: `390 / 400`, `98.5%`, `84.3`; a dash where there is none. */
export const figureWords = ({ say }: Words, figure: Figure | null): string => {
  if (figure === null) return say('value.none');
  switch (figure.kind) {
    case 'counts':
      return `${thousands(figure.passes)} / ${thousands(figure.total)}`;
    case 'rate':
      return `${figure.rate}%`;
    case 'score':
      return figure.score;
  }
};

/** The rate of counts in percent; empty for what is a rate or score itself. */
export const rateWords = (figure: Figure | null): string =>
  figure?.kind === 'counts' ? (figureText(figure, null) ?? '') : '';
