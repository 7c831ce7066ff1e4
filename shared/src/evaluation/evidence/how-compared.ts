import { chance, funnelLimits } from '../../statistics';
import type { Decomposition } from './decomposition';
import type { FunnelReading, UnitCounts } from './funnel-reading';
import { chanceText, entry, percentText, type HowEntry } from './how-computed';
import { falseAlarms, type MatrixReading } from './matrix-reading';
import type { RankInterval } from './rank-intervals';

/** Cells that come near standing out; the others need no line. */
const mostCells = 10;

/** How cells of the sheet are corrected for their number; those with the smallest p first. */
export const howMatrix = ({ cells }: MatrixReading): readonly HowEntry[] => {
  if (cells.length === 0) return [];
  const nearest = [...cells].sort((one, other) => one.p - other.p).slice(0, mostCells);
  return [
    entry('matrix', `min (p₍ⱼ₎ × ${cells.length} ÷ j), j ≥ i`, {
      cells: cells.length,
      rate: Math.round(100 * falseAlarms),
    }),
    ...nearest.map(({ unit, indicator, p, pAdjusted }) =>
      entry('matrix-cell', `p = ${chanceText(p)}`, {
        reporter: unit,
        about: indicator,
        adjusted: chanceText(pAdjusted),
      }),
    ),
  ];
};

/** How the funnel's centre, each unit's limits and p-values came about. */
export const howFunnel = (reading: FunnelReading): readonly HowEntry[] => {
  const { centre, centreIs, points, homogeneity } = reading;
  if (centre === null) return [];
  const passes = points.reduce((sum, point) => sum + point.passes, 0);
  const total = points.reduce((sum, point) => sum + point.total, 0);
  const shown = `${percentText(centre)}%`;
  return [
    entry('funnel', centreIs === 'pooled' ? `${passes} ÷ ${total} = ${shown}` : shown, { centre: centreIs }),
    entry('funnel-limits', `P(X ≤ x | n, p = ${shown}) = 0.025, 0.001`),
    ...points.flatMap((point) => {
      if (point.p === null || point.pHolm === null || point.rate === null) return [];
      const side = point.rate < centre ? '≤' : '≥';
      const { lo95, hi95 } = funnelLimits(point.total, chance(centre));
      const tail = `2 × P(X ${side} ${point.passes} | n = ${point.total}, p = ${shown})`;
      return [
        entry('funnel-unit', `${tail} = ${chanceText(point.p)}`, {
          reporter: point.unit,
          lower: percentText(lo95),
          upper: percentText(hi95),
          adjusted: chanceText(point.pHolm),
        }),
      ];
    }),
    ...(homogeneity === null
      ? []
      : [
          entry(
            'homogeneity',
            `χ² = Σ(O − E)² ÷ E = ${homogeneity.chi2.toFixed(2)}, df = ${homogeneity.df}, p = ${chanceText(homogeneity.p)}`,
          ),
        ]),
  ];
};

/** How ranges of rank were simulated; `counts` are what was drawn from. */
export const howRanks = (
  ranks: readonly RankInterval[],
  counts: readonly UnitCounts[],
): readonly HowEntry[] => {
  if (ranks.length === 0) return [];
  const byUnit = new Map(counts.map((unit) => [unit.unit, unit]));
  return [
    entry('ranks', 'Beta(x + ½, n − x + ½)'),
    ...ranks.flatMap(({ unit, rank, lower, upper }) => {
      const own = byUnit.get(unit);
      if (own === undefined || rank === null || lower === null || upper === null) return [];
      return [
        entry('rank-unit', `Beta(${own.passes} + ½, ${own.total - own.passes} + ½)`, {
          reporter: unit,
          rank,
          lower,
          upper,
        }),
      ];
    }),
  ];
};

/** How a change was taken apart; nothing where it could not be. */
export const howMix = ({ difference, effects, parts }: Decomposition): readonly HowEntry[] => {
  if (difference === null || effects === null) return [];
  const points = (share: number): string => (100 * share).toFixed(3).replace('-', '−');
  return [
    entry('mix', `${points(effects.rate)} + ${points(effects.mix)} = ${points(difference)}`),
    ...parts.flatMap(({ unit, before, after, shareBefore, shareAfter, rateEffect }) => {
      if (before === null || after === null || rateEffect === null) return [];
      const share = `(${percentText(shareBefore)}% + ${percentText(shareAfter)}%) ÷ 2`;
      const change = `(${percentText(after)}% − ${percentText(before)}%)`;
      return [entry('mix-unit', `${share} × ${change} = ${points(rateEffect)}`, { reporter: unit })];
    }),
  ];
};
