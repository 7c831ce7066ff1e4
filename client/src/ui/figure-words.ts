import { figureValue } from '@zhibiao/shared/evaluation';
import type { Figure } from '@zhibiao/shared/observation';
import type { Target } from '@zhibiao/shared/programme';
import { thousands } from '@zhibiao/shared/wording';
import type { Words } from './words';

/** A figure as it was reported: `390 / 400`, `98.5%`, `84.3 分`; a dash where there is none. */
export const figureWords = ({ say }: Words, figure: Figure | null): string => {
  if (figure === null) return say('value.none');
  switch (figure.kind) {
    case 'counts':
      return `${thousands(figure.passes)} / ${thousands(figure.total)}`;
    case 'rate':
      return `${figure.rate}%`;
    case 'score':
      return `${figure.score} ${say('unit.points')}`;
  }
};

/** What counts come to in percent, never rounded across their target; empty for what is a rate or score itself. */
export const rateWords = (figure: Figure | null, target: Target | undefined): string =>
  figure?.kind === 'counts' ? (figureValue(figure, target) ?? '') : '';
