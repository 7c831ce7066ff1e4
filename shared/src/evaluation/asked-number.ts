import type { Comparator, DecimalText } from '../programme';
import { percentRatio, type Ratio } from '../statistics';
import { ratioOf } from './ratio-of';

/** A number that figures are compared with, exact and as it is printed. */
export interface ComparedNumber {
  /** 0…1 for shares, points for scores. */
  readonly ratio: Ratio;
  /** Percent or points. */
  readonly text: DecimalText;
}

/**
 * The number that a comparator asks of a unit by itself, 100 where all is asked. Null for a comparator that looks at
 * other figures: the province, the year before.
 */
export const askedNumber = (comparator: Comparator, scale: 'percent' | 'points'): ComparedNumber | null => {
  switch (comparator.kind) {
    case 'all':
      return { ratio: { num: 1, den: 1 }, text: '100' };
    case 'at-least':
    case 'coverage': {
      const text = comparator.threshold;
      const ratio = scale === 'points' ? ratioOf({ kind: 'score', score: text }) : percentRatio(text);
      if (ratio === null) throw new Error(`threshold ${text} passed the loader unread`);
      return { ratio, text };
    }
    case 'not-below':
    case 'rising':
      return null;
  }
};
