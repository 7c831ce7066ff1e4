import type { Basis, PeriodCode } from '../../calendar';
import type { Figure } from '../../observation';
import { halfUp } from '../../statistics';
import { entry, type HowEntry } from './how-computed';

/** A figure and the period it speaks of. */
export interface DatedFigure {
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure | null;
}

/**
 * How a change against an earlier figure came about: both rates from their counts, then their difference. Empty
 * where either has no samples, for then no change is shown.
 */
export const howChanged = (
  code: 'year-on-year' | 'period-on-period',
  now: DatedFigure,
  before: DatedFigure,
): readonly HowEntry[] => {
  const [one, other] = [reckoned(now.figure), reckoned(before.figure)];
  if (one === null || other === null) return [];
  const sign = now.figure?.kind === 'score' ? '' : '%';
  const values = `${one.value}${sign} − ${other.value}${sign}`;
  const counts = one.counts === null || other.counts === null ? '' : `${one.counts} − ${other.counts} = `;
  return [
    entry(code, `${counts}${values} = ${differenceText(one.value, other.value)}`, {
      span: before.period,
      basis: before.basis,
      gapUnit: now.figure?.kind === 'score' ? 'score' : 'share',
    }),
  ];
};

const reckoned = (
  figure: Figure | null,
): { readonly counts: string | null; readonly value: string } | null => {
  if (figure === null) return null;
  if (figure.kind === 'score') return { counts: null, value: figure.score };
  if (figure.kind === 'rate') return { counts: null, value: figure.rate };
  const { passes, total } = figure;
  return total === 0 ? null : { counts: `${passes} ÷ ${total}`, value: halfUp(passes, total, 4) };
};

/** The difference of two printed numbers, with the decimals of the longer, so that the line adds up as it stands. */
const differenceText = (one: string, other: string): string => {
  const decimals = (text: string): number => text.split('.')[1]?.length ?? 0;
  const difference = Number(one) - Number(other);
  const size = Math.abs(difference).toFixed(Math.max(decimals(one), decimals(other)));
  if (Number(size) === 0) return size;
  return `${difference > 0 ? '+' : '−'}${size}`;
};
