import { figureText } from '@zhibiao/shared/evaluation';
import type { Figure } from '@zhibiao/shared/observation';
import type { Target } from '@zhibiao/shared/programme';
import { parseDecimal, ratioOfPercent, type Ratio } from '@zhibiao/shared/statistics';

/** A figure's rate or score for the eye, never rounded across its target; null where nothing was inspected. */
export const figureValue = (figure: Figure, target: Target | undefined): string | null =>
  figureText(figure, thresholdOf(target));

const thresholdOf = (target: Target | undefined): Ratio | null => {
  for (const comparator of target?.comparators ?? []) {
    if (comparator.kind !== 'at-least' && comparator.kind !== 'coverage') continue;
    const threshold = parseDecimal(comparator.threshold);
    if (threshold !== null) return ratioOfPercent(threshold);
  }
  return null;
};
