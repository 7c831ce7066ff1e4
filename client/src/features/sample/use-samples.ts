import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Basis, PeriodCode } from '@zhibiao/shared/calendar';
import type { FailingView, SampleView } from '@zhibiao/shared/sample';
import type { Asked } from '../../api/asked';
import { trpc } from '../../api/trpc';

/** Which figure the samples are of. */
export interface FigureChoice {
  readonly indicator: string;
  readonly unit: string;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly asOf?: string | undefined;
}

/** The samples behind a figure, counted. */
export const useSamples = (choice: FigureChoice): Asked<SampleView> =>
  useQuery({
    ...trpc.sample.figure.queryOptions(choice),
    placeholderData: (previous) => (previous?.indicator === choice.indicator ? previous : undefined),
  });

/** The failing samples of a category; an empty one stands for those whose list names none. */
export const useFailing = (choice: FigureChoice, category: string): Asked<FailingView> =>
  useQuery({
    ...trpc.sample.failing.queryOptions({ ...choice, category }),
    placeholderData: keepPreviousData,
  });
