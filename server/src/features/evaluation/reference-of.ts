import { periodSpan, type PeriodCode } from '@zhibiao/shared/calendar';
import { spanRules, type EvaluationContext } from '@zhibiao/shared/evaluation';
import { resolveFigure, type Figure } from '@zhibiao/shared/observation';
import type { Indicator } from '@zhibiao/shared/programme';

/** The reference unit's figure for a single period, for the dashed line; null while it is not published. */
export const referenceOf = (
  context: EvaluationContext,
  indicator: Indicator,
  period: PeriodCode,
): Figure | null => {
  const { index, ledger } = context;
  const { yearStart } = index.programme;
  const target = index.programme.targets.find((entry) => entry.indicator === indicator.code);
  for (const comparator of target?.comparators ?? []) {
    if (comparator.kind !== 'not-below') continue;
    const found = resolveFigure(
      ledger.entries(indicator.code, comparator.reference),
      periodSpan(period, yearStart),
      spanRules(indicator, { kind: 'reference' }),
    );
    return found !== null && found.complete ? found.figure : null;
  }
  return null;
};
