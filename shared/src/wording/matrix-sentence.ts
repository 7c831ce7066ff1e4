import { falseAlarms, type MatrixCell, type MatrixReading } from '../evaluation';
import { matrixEn } from './en/evidence';
import type { UnitWords } from './evidence-sentences';
import { fillSentence } from './fill-sentence';
import { matrixZh } from './zh/evidence';

/** What a sentence about the sheet needs: names of units and indicators. */
export interface MatrixWords extends UnitWords {
  readonly indicatorOf: (code: string) => string;
}

/** More names than this make no sentence. */
const mostNamed = 4;

/** Which cells of the sheet stay off their target once it is minded how many are compared. */
export const matrixSentence = ({ cells }: MatrixReading, words: MatrixWords): string => {
  const pieces = words.language === 'zh' ? matrixZh : matrixEn;
  const say = (
    piece: keyof typeof matrixZh,
    params: Readonly<Record<string, string | number>> = {},
  ): string => fillSentence(pieces[piece], params);
  const below = cells
    .filter(({ stands }) => stands === 'below')
    .sort((one, other) => one.pAdjusted - other.pAdjusted);
  const above = cells.filter(({ stands }) => stands === 'above');
  const name = ({ unit, indicator }: MatrixCell): string =>
    say('cell', { unit: words.nameOf(unit), indicator: words.indicatorOf(indicator) });
  const rest = below.length - mostNamed;
  const named = {
    count: below.length,
    cells: below.slice(0, mostNamed).map(name).join(say('listComma')),
    ...(rest > 0 ? { more: rest } : {}),
  };
  return [
    say('scope', { count: cells.length, rate: Math.round(100 * falseAlarms) }),
    below.length + above.length === 0 ? say('none') : '',
    below.length > 0 ? say('below', named) : above.length > 0 ? say('noneBelow') : '',
    above.length > 0 ? say('above', { count: above.length }) : '',
    say('stop'),
  ].join('');
};
