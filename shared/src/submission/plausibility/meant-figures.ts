import type { Suggestion } from '../../statistics';
import type { MeantFigure } from '../types';

/** More to choose from would be guessing. */
const mostMeant = 3;

/** The first slips that would explain a row, as figures. */
export const meantFigures = (suggestions: readonly Suggestion[]): readonly MeantFigure[] =>
  suggestions.slice(0, mostMeant).map(({ x, n, rate }) => ({ passes: x, total: n, rate }));

/** `95/97`, or the rate where that is what was mistyped: the same in every language. */
export const suggestionText = (
  { passes, total, rate }: MeantFigure,
  typed: { readonly passes: number; readonly total: number },
): string => (passes === typed.passes && total === typed.total ? `${rate ?? ''}%` : `${passes}/${total}`);
