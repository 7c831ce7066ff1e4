import type { Basis, Instant, PeriodCode } from '../../calendar';
import type { Figure } from '../../observation';
import type { Text, UnitCode } from '../../programme';
import type { Counts } from '../../statistics';
import type { ControlReading } from './control-reading';
import { chanceText, entry, percentText, type HowEntry } from './how-computed';
import { seriesValues, type SeriesFigure } from './series-values';
import type { TrendReading } from './trend-reading';

/** A figure of the ledger on which a number rests: which submission brought it, in which cell, and when. */
export interface HowSource {
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure;
  /** Id for outside of the submission; empty when it is not known any more, like name and hash of its file. */
  readonly submission: string;
  readonly file: string;
  /** SHA-256 of the original, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** `抽检!E4`; empty when it came from no sheet. */
  readonly cell: string;
  readonly recordedAt: Instant;
  /** Who submitted it. */
  readonly by: Text;
}

/** More than this are counted, not listed. */
const mostSources = 40;

/** The revisions behind a number, one a line: from a figure to the cell of the kept file that proves it (B11). */
export const howSources = (sources: readonly HowSource[]): readonly HowEntry[] => [
  ...sources
    .slice(0, mostSources)
    .map(({ unit, period, basis, figure, submission, file, sha256, cell, recordedAt, by }) =>
      entry('source', figureFormula(figure), {
        reporter: unit,
        span: period,
        basis,
        byZh: by.zh,
        byEn: by.en,
        // A sheet that is the whole file would be named twice.
        ...(cell === '' ? {} : { cell: cell.startsWith(`${file}!`) ? cell.slice(file.length + 1) : cell }),
        ...(file === '' ? {} : { submission, file, sha256 }),
        at: recordedAt,
      }),
    ),
  ...(sources.length > mostSources
    ? [entry('more-sources', null, { more: sources.length - mostSources })]
    : []),
];

const figureFormula = (figure: Figure): string => {
  switch (figure.kind) {
    case 'counts':
      return `${figure.passes} / ${figure.total}`;
    case 'rate':
      return `${figure.rate}%`;
    case 'score':
      return figure.score;
  }
};

/** How the limits of normal variation and the newest signal came about. */
export const howControl = (reading: ControlReading, series: readonly SeriesFigure[]): readonly HowEntry[] => {
  const known = reading.points.filter(({ value }) => value !== null);
  if (known.length === 0) return [];
  if (reading.status === 'insufficient' || reading.baseline === null || reading.centre === null) {
    return [entry('few-points', null, { points: known.length })];
  }
  const { from, to, points } = reading.baseline;
  const last = known.at(-1);
  const values = seriesValues(series);
  const shared = { from, to, points };
  const signal = entry('signal', null, {
    signal: reading.last?.type ?? 'common',
  });
  if (last === undefined || last.lower === null || last.upper === null) return [signal];
  const bounds = { last: last.period, ...boundsText(reading, last.lower, last.upper) };
  if (values.kind === 'counts') {
    const sampled = values.points.filter((point) => point !== null);
    const sum = sumOf(sampled.slice(0, points));
    const n = sampled.at(-1)?.n ?? 0;
    const centre = percentText(reading.centre);
    return [
      entry('centre', `${sum.x} ÷ ${sum.n} = ${centre}%`, shared),
      entry(
        'limits',
        `P(X ≤ x | n = ${n}, p = ${centre}%) = 0.00135, P(X ≥ x | n = ${n}, p = ${centre}%) = 0.00135`,
        bounds,
      ),
      signal,
    ];
  }
  const unit = reading.scale === 'share' ? '%' : '';
  const mean = reading.scale === 'share' ? percentText(reading.centre) : reading.centre.toFixed(2);
  return [
    entry('mean', `${mean}${unit}`, shared),
    entry('limits-moving', `${mean}${unit} ± 2.66 × MR`, bounds),
    signal,
  ];
};

const sumOf = (points: readonly Counts[]): Counts =>
  points.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });

const boundsText = (
  { scale }: ControlReading,
  lower: number,
  upper: number,
): { readonly lower: string; readonly upper: string } =>
  scale === 'share'
    ? { lower: `${percentText(lower)}%`, upper: `${percentText(upper)}%` }
    : { lower: lower.toFixed(2), upper: upper.toFixed(2) };

/** How the recent trend was tested; nothing where there was nothing to test. */
export const howTrend = ({ method, p, window, points }: TrendReading): readonly HowEntry[] => {
  if (p === null) return [];
  const shared = { window, points };
  if (method === 'mann-kendall')
    return [entry('trend-ranks', `S = Σ sgn(xⱼ − xᵢ), p = ${chanceText(p)}`, shared)];
  const formula = 'χ² = N(NΣtx − XΣtn)² ÷ (X(N − X)(NΣt²n − (Σtn)²))';
  return [entry('trend', `${formula}, p = ${chanceText(p)}`, shared)];
};
