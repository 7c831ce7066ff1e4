import type { Effect, EffectSide, PreviewView } from '@zhibiao/shared/submission';

/** Headlines that a commit would move in any way a reader could see. */
export const movedEffects = (effects: readonly Effect[]): readonly Effect[] =>
  effects.filter(({ before, after }) => after !== null && (before === null || !isSame(before, after)));

/** What a commit comes to: figures written, indicators that move, alerts that open. */
export const consequenceOf = (
  view: Pick<PreviewView, 'counts' | 'effects' | 'alertsToOpen'>,
): { readonly stored: number; readonly indicators: number; readonly alerts: number } => ({
  stored: view.counts.new + view.counts.changed,
  indicators: new Set(movedEffects(view.effects).map(({ indicator }) => indicator)).size,
  alerts: view.alertsToOpen.length,
});

const isSame = (one: EffectSide, other: EffectSide): boolean =>
  one.rateText === other.rateText &&
  one.light === other.light &&
  one.passes === other.passes &&
  one.total === other.total;
