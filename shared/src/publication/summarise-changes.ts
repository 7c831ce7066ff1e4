/** What publishing would do, in numbers: the consequence that is restated before somebody confirms. */
export interface ChangesSummary {
  /** Indicators with at least one figure that changes. */
  readonly indicators: number;
  readonly added: number;
  readonly corrected: number;
  readonly alertsOpened: number;
}

/**
 * Counts the published figures that would change: each indicator once, whatever number of its figures do, and also
 * where no headline moves (`movedEffects` of the submission room lists those).
 */
export const summariseChanges = (
  changes: readonly { readonly indicator: string; readonly kind: 'added' | 'corrected' | 'withdrawn' }[],
  alertsOpened: number,
): ChangesSummary => {
  const added = changes.filter(({ kind }) => kind === 'added').length;
  return {
    indicators: new Set(changes.map(({ indicator }) => indicator)).size,
    added,
    corrected: changes.length - added,
    alertsOpened,
  };
};
