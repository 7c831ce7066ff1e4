import { movedEffects, type EffectsView, type PreviewView, type Receipt } from '@zhibiao/shared/submission';

/** What approving a submission comes to: figures written, indicators whose headlines move, alerts that open. */
export const consequenceOf = (
  { counts }: Pick<PreviewView, 'counts'>,
  { effects, alertsToOpen }: Pick<EffectsView, 'effects' | 'alertsToOpen'>,
): { readonly stored: number; readonly indicators: number; readonly alerts: number } => ({
  stored: counts.new + counts.changed,
  indicators: new Set(movedEffects(effects).map(({ indicator }) => indicator)).size,
  alerts: alertsToOpen.length,
});

/** A receipt with the number of alerts that its author had before their eyes. */
export interface Handed extends Receipt {
  readonly alerts: number;
}
