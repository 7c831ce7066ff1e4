import { figureValue } from '@zhibiao/shared/evaluation';
import type { Figure } from '@zhibiao/shared/observation';
import type { Target } from '@zhibiao/shared/programme';

/** One number of a figure, as it is stored and as the file has it; null where the figure has none. */
export interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** The numbers of a figure beside the stored ones. */
export interface FigurePairs {
  readonly total: Pair<number>;
  readonly passes: Pair<number>;
  /** Rate in percent or score, as it is printed. */
  readonly value: Pair<string>;
}

/** Sets a figure beside the one it would replace, number by number. */
export const figurePairs = (before: Figure, after: Figure, target: Target | undefined): FigurePairs => ({
  total: { before: countOf(before, 'total'), after: countOf(after, 'total') },
  passes: { before: countOf(before, 'passes'), after: countOf(after, 'passes') },
  value: { before: figureValue(before, target), after: figureValue(after, target) },
});

const countOf = (figure: Figure, field: 'total' | 'passes'): number | null =>
  figure.kind === 'counts' ? figure[field] : null;
