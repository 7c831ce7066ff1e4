import type { PeriodCode } from '../../calendar';
import type { Figure } from '../../observation';
import { halfUp, parseDecimal, type Counts, type Decimal } from '../../statistics';

/** The figure of one period alone (never a running total); null is a gap, which keeps its place in time. */
export interface SeriesFigure {
  readonly period: PeriodCode;
  readonly figure: Figure | null;
}

/**
 * Single figures of one indicator and unit as the tests want them: counts when every figure has them, else
 * decimals in percent (points for scores), where counts among rates are read as the rate they make.
 */
export type SeriesValues =
  | { readonly kind: 'counts'; readonly points: readonly (Counts | null)[] }
  | { readonly kind: 'decimals'; readonly points: readonly (Decimal | null)[]; readonly isScore: boolean };

/** Reads a series once for charts and trends. Counts without samples are gaps. */
export const seriesValues = (series: readonly SeriesFigure[]): SeriesValues => {
  const figures = series.map(({ figure }) => figure);
  const known = figures.filter((figure) => figure !== null);
  if (known.every((figure) => figure.kind === 'counts'))
    return { kind: 'counts', points: figures.map(countsOf) };
  // Points and shares share no scale; where both occur the newest figure says which one is meant.
  const isScore = known.at(-1)?.kind === 'score';
  const points = figures.map((figure) => (figure === null ? null : decimalOf(figure, isScore)));
  return { kind: 'decimals', points, isScore };
};

const countsOf = (figure: Figure | null): Counts | null =>
  figure?.kind === 'counts' && figure.total > 0 ? { x: figure.passes, n: figure.total } : null;

const decimalOf = (figure: Figure, isScore: boolean): Decimal | null => {
  if ((figure.kind === 'score') !== isScore) return null;
  switch (figure.kind) {
    case 'counts':
      return figure.total === 0 ? null : parseDecimal(halfUp(figure.passes, figure.total, 6));
    case 'rate':
      return parseDecimal(figure.rate);
    case 'score':
      return parseDecimal(figure.score);
  }
};

/** A decimal as a float: for charts of finished figures, whose rules carry slack for it. */
export const decimalNumber = ({ units, decimals }: Decimal): number => Number(`${units}e-${decimals}`);
