import type { Assessment, Leg } from '../evaluation';
import type { AlertFigures } from './types';

/** The numbers of an alert, from the assessment of the year so far. */
export const alertFigures = (assessment: Assessment): AlertFigures => {
  const { figure, legs, rateText, shortBy, budget, outlook } = assessment;
  const counts = figure?.kind === 'counts' ? figure : null;
  const number = legs.find(({ comparator }) => isNumber(comparator));
  const widest = widestOf(legs);
  return {
    rateText,
    passes: counts?.passes ?? null,
    total: counts?.total ?? null,
    target: number?.against ?? null,
    leg: widest?.comparator ?? null,
    against: widest?.against ?? null,
    shortfall: Math.max(0, -(widest?.by ?? 0)),
    shortBy: counts === null ? null : shortBy,
    plan:
      budget === null || budget.planned === null || budget.allowed === null
        ? null
        : { planned: budget.planned, firm: budget.firm, remaining: budget.allowed - budget.used },
    // Said of few samples it would be for orientation only, which nobody reads aloud.
    outlook: outlook === null || outlook.tentative ? null : outlook.probability,
  };
};

const isNumber = (comparator: Leg['comparator']): boolean =>
  comparator === 'value' || comparator === 'all' || comparator === 'coverage';

const widestOf = (legs: readonly Leg[]): Leg | undefined => {
  let widest: Leg | undefined;
  for (const leg of legs) {
    if (leg.verdict !== 'short') continue;
    if (widest === undefined || (leg.by ?? 0) < (widest.by ?? 0)) widest = leg;
  }
  return widest;
};
