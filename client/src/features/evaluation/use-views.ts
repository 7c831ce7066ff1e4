import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Basis } from '@zhibiao/shared/calendar';
import type { ComparisonView, IndicatorView, OverviewView } from '@zhibiao/shared/evaluation';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';

/** What every evaluation asks for; without a period the newest that has figures. */
export interface Choice {
  readonly period?: string | undefined;
  readonly basis?: Basis | undefined;
  readonly asOf?: string | undefined;
}

/** A page speaks of the year so far unless its reader chose otherwise. */
export const basisOf = (choice: Choice): Basis => choice.basis ?? 'cumulative';

/** The options behind useOverview, so that a route may ask before its page is there. */
export const overviewOptions = (choice: Choice) =>
  trpc.evaluation.overview.queryOptions({ period: choice.period, basis: basisOf(choice), asOf: choice.asOf });

/** The overview of the whole; an earlier period stays in sight, marked, until the asked one arrives. */
export const useOverview = (choice: Choice): Asked<OverviewView> =>
  useQuery({ ...overviewOptions(choice), placeholderData: keepPreviousData });

/** One indicator for one unit. */
export const useIndicator = (
  indicator: string,
  choice: Choice & { readonly unit?: string | undefined },
): Asked<IndicatorView> =>
  useQuery({
    ...trpc.evaluation.indicator.queryOptions({
      indicator,
      unit: choice.unit,
      period: choice.period,
      basis: basisOf(choice),
      asOf: choice.asOf,
    }),
    // Another indicator's picture would carry a wrong name, however dimmed.
    placeholderData: (previous) => (previous?.indicator === indicator ? previous : undefined),
  });

/** The parts beside each other, one indicator ranked. */
export const useComparison = (
  choice: Choice & { readonly indicator?: string | undefined },
): Asked<ComparisonView> =>
  useQuery({
    ...trpc.evaluation.comparison.queryOptions({
      indicator: choice.indicator,
      period: choice.period,
      basis: basisOf(choice),
      asOf: choice.asOf,
    }),
    placeholderData: keepPreviousData,
  });
