import { samePeriodLastYear } from '@zhibiao/shared/calendar';
import {
  decomposition,
  funnelReading,
  howFunnel,
  howMix,
  howRanks,
  rankIntervals,
  type Assessment,
  type ComparisonView,
  type Decomposition,
  type HowEntry,
  type Stamp,
  type UnitCounts,
} from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { readSheets, type PageServices, type Sheets } from './page-context';

/** What the comparison shows of chance among the parts, and of what moved their sum. */
export type Scatter = Pick<ComparisonView['ranked'], 'funnel' | 'ranks' | 'decomposition'> & {
  /** How each of them came about. */
  readonly how: readonly HowEntry[];
};

/** Fixed, so that the same figures are answered with the same ranks. */
const rankSeed = 2025;

/**
 * Compares the parts that have counts. A zone within another part is ranked, but does not count in the funnel
 * and the decomposition: its samples are in the other part's figures already.
 */
export const readScatter = async (
  services: PageServices,
  stamp: Stamp,
  indicator: Indicator,
  sheets: Sheets,
): Promise<Scatter> => {
  const { index } = services;
  const addends = index.addends(index.whole.code);
  const counts = countsOf(addends.map(({ code }) => sheets.of(indicator, code)));
  // Those not judged hold no rank on the page, so none of them may be called the first here.
  const judged = index.parts
    .map(({ code }) => sheets.of(indicator, code))
    .filter(({ light }) => light !== 'none');
  const ranked = countsOf(judged);
  // What counts everything has no sampling error that could explain a difference.
  const isSampled = indicator.measure === 'sampled-proportion';
  const funnel = isSampled && isComparable(counts) ? funnelReading(counts) : null;
  const ranks = isSampled && isComparable(ranked) ? rankIntervals(ranked, { seed: rankSeed }) : [];
  const change = await readDecomposition(services, stamp, indicator, sheets);
  return {
    funnel,
    ranks,
    decomposition: change,
    how: [
      ...howRanks(ranks, ranked),
      ...(funnel === null ? [] : howFunnel(funnel)),
      ...(change === null ? [] : howMix(change)),
    ],
  };
};

/** Null where the whole is no plain sum of counts, or a part's figure of either year came without them. */
const readDecomposition = async (
  services: PageServices,
  stamp: Stamp,
  indicator: Indicator,
  sheets: Sheets,
): Promise<Decomposition | null> => {
  const { index } = services;
  if (indicator.combination !== 'pooled') return null;
  const earlier = await readSheets(services, { ...stamp, period: samePeriodLastYear(stamp.period) }, [
    indicator,
  ]);
  const addends = index.addends(index.whole.code);
  const sides = [earlier, sheets].map((side) => addends.map(({ code }) => side.of(indicator, code)));
  const isKnown = sides.every((side) =>
    side.every(({ figure }) => figure === null || figure.kind === 'counts'),
  );
  const [before = [], after = []] = sides.map(countsOf);
  return isKnown && hasSamples(before) && hasSamples(after) ? decomposition(before, after) : null;
};

const countsOf = (assessments: readonly Assessment[]): readonly UnitCounts[] =>
  assessments.flatMap(({ unit, figure }) =>
    figure?.kind === 'counts' ? [{ unit, passes: figure.passes, total: figure.total }] : [],
  );

const hasSamples = (units: readonly UnitCounts[]): boolean => units.some(({ total }) => total > 0);

const isComparable = (units: readonly UnitCounts[]): boolean =>
  units.filter(({ total }) => total > 0).length > 1;
