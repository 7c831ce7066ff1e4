import type { Figure } from '../observation';
import type { DecimalText, Target } from '../programme';
import { askedNumber } from './asked-number';
import { figureText } from './figure-text';

/**
 * A figure's rate in percent, or its score, for lists of figures that no sheet has judged: never rounded across the
 * number its target asks for. Null where nothing was inspected.
 */
export const figureValue = (figure: Figure, target: Target | undefined): DecimalText | null => {
  if (figure.kind === 'score') return figure.score;
  for (const comparator of target?.comparators ?? []) {
    const asked = askedNumber(comparator, 'percent');
    if (asked !== null) return figureText(figure, asked.ratio);
  }
  return figureText(figure, null);
};
