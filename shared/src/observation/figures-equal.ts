import type { Figure } from './types';

/** Whether two figures say the same. `98.5` and `98.50` differ: their rounding differs. */
export const figuresEqual = (one: Figure | null, other: Figure | null): boolean => {
  if (one === null || other === null) return one === other;
  switch (one.kind) {
    case 'counts':
      return other.kind === 'counts' && one.passes === other.passes && one.total === other.total;
    case 'rate':
      return other.kind === 'rate' && one.rate === other.rate;
    case 'score':
      return other.kind === 'score' && one.score === other.score;
  }
};
