import type { Assessment } from '../evaluation';
import type { UnitCode } from '../programme';
import type { Effect, EffectSide } from './types';

/**
 * The headlines of these units before and after: from the newest sheet of one indicator and year in either state of
 * the ledger. The period named is the later one's; a unit without a headline afterwards is left out.
 */
export const headlineEffects = (
  before: readonly Assessment[],
  after: readonly Assessment[],
  units: readonly UnitCode[],
): readonly Effect[] =>
  units.flatMap((unit) => {
    const now = after.find((assessment) => assessment.unit === unit);
    if (now === undefined) return [];
    const then = before.find((assessment) => assessment.unit === unit);
    const { indicator, period, basis } = now;
    return [{ indicator, unit, period, basis, before: sideOf(then), after: sideOf(now) }];
  });

const sideOf = (assessment: Assessment | undefined): EffectSide | null => {
  if (assessment === undefined) return null;
  const { rateText, light, verdict, figure } = assessment;
  const counts = figure?.kind === 'counts' ? figure : null;
  return { rateText, light, verdict, passes: counts?.passes ?? null, total: counts?.total ?? null };
};
