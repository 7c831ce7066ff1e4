import type { Effect, EffectSide } from './types';

/** Headlines that would move in any way a reader could see: rate, light or the counts behind them. */
export const movedEffects = (effects: readonly Effect[]): readonly Effect[] =>
  effects.filter(({ before, after }) => after !== null && (before === null || !isSame(before, after)));

const isSame = (one: EffectSide, other: EffectSide): boolean =>
  one.rateText === other.rateText &&
  one.light === other.light &&
  one.passes === other.passes &&
  one.total === other.total;
