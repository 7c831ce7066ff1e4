import { movedEffects, type PreviewView } from '@zhibiao/shared/submission';

/** What approving a submission comes to: figures written, indicators whose headlines move, alerts that open. */
export const consequenceOf = (
  view: Pick<PreviewView, 'counts' | 'effects' | 'alertsToOpen'>,
): { readonly stored: number; readonly indicators: number; readonly alerts: number } => ({
  stored: view.counts.new + view.counts.changed,
  indicators: new Set(movedEffects(view.effects).map(({ indicator }) => indicator)).size,
  alerts: view.alertsToOpen.length,
});
