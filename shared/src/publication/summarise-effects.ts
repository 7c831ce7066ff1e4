/** What publishing would do, in numbers: the consequence that is restated before somebody confirms. */
export interface EffectsSummary {
  /** Indicators with at least one figure that changes. */
  readonly indicators: number;
  readonly added: number;
  readonly corrected: number;
  readonly alertsOpened: number;
}

/** Counts what would change: each indicator once, whatever number of its figures move. */
export const summariseEffects = (
  changes: readonly { readonly indicator: string; readonly kind: 'added' | 'corrected' | 'withdrawn' }[],
  alertsOpened: number,
): EffectsSummary => {
  const added = changes.filter(({ kind }) => kind === 'added').length;
  return {
    indicators: new Set(changes.map(({ indicator }) => indicator)).size,
    added,
    corrected: changes.length - added,
    alertsOpened,
  };
};
