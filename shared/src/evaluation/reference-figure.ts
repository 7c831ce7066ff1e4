import { observationSpan, yearOf, yearSpan, type Basis, type PeriodCode } from '../calendar';
import type { Figure } from '../observation';
import type { Indicator, UnitCode } from '../programme';
import type { EvaluationContext } from './context';

/** What a reference unit is known to have, and whether a final figure may still come. */
export interface ReferenceFigure {
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure;
  /** True while the figure speaks of other days than the one it is compared with (暂定). */
  readonly provisional: boolean;
}

/**
 * The reference to compare a span with: the same days; else, for a running total, the latest cumulative or
 * yearly figure of the same year (暂定, statistics.md b). Null while there is none: 待省数据.
 */
export const referenceFigure = (
  context: EvaluationContext,
  indicator: Indicator,
  reference: UnitCode,
  period: PeriodCode,
  basis: Basis,
): ReferenceFigure | null => {
  const entries = context.ledger.entries(indicator.code, reference);
  if (entries.length === 0) return null;
  const { yearStart } = context.index.programme;
  const span = observationSpan(period, basis, yearStart);
  const exact = entries.find((entry) => entry.start === span.start && entry.end === span.end);
  if (exact !== undefined) {
    return {
      unit: reference,
      period: exact.period,
      basis: exact.basis,
      figure: exact.figure,
      provisional: false,
    };
  }
  const year = yearSpan(yearOf(period, yearStart), yearStart);
  if (span.start !== year.start) return null;
  let latest: (typeof entries)[number] | undefined;
  for (const entry of entries) {
    if (entry.start !== year.start || entry.end > year.end) continue;
    if (entry.end > span.end) continue;
    if (latest === undefined || entry.end >= latest.end) latest = entry;
  }
  if (latest === undefined) return null;
  return {
    unit: reference,
    period: latest.period,
    basis: latest.basis,
    figure: latest.figure,
    provisional: true,
  };
};
