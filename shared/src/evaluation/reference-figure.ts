import type { Basis, PeriodCode } from '../calendar';
import { exactEntry, resolveFigure, type Figure } from '../observation';
import type { UnitCode } from '../programme';
import type { EvaluationContext } from './context';
import { spanRules } from './figure-for';
import type { SheetSpan } from './sheet-span';

/** What a reference unit is known to have, and whether a final figure may still come. */
export interface ReferenceFigure {
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly figure: Figure;
  /** True for everything but a whole year as published: the policy asks for the yearly average (暂定). */
  readonly provisional: boolean;
}

/**
 * The reference to compare a span with: what was published for just these days; else its shorter figures laid
 * end to end without a gap; else, for a running total, the latest one of the same year (statistics.md b).
 * Null while there is none: 待省数据.
 */
export const referenceFigure = (
  context: EvaluationContext,
  sheet: SheetSpan,
  reference: UnitCode,
): ReferenceFigure | null => {
  const { indicator, period, basis, span, yearDays } = sheet;
  const entries = context.ledger.entries(indicator.code, reference);
  if (entries.length === 0) return null;
  const exact = exactEntry(entries, span);
  if (exact !== null) {
    const provisional = span.start !== yearDays.start || span.end !== yearDays.end;
    return {
      unit: reference,
      period: exact.period,
      basis: exact.basis,
      figure: exact.figure,
      provisional,
    };
  }
  const summed = resolveFigure(entries, span, spanRules(indicator, { kind: 'reference' }));
  if (summed !== null && summed.complete) {
    return { unit: reference, period, basis, figure: summed.figure, provisional: true };
  }
  if (span.start !== yearDays.start) return null;
  let latest = '';
  for (const entry of entries) {
    if (entry.start === span.start && entry.end < span.end && entry.end > latest) latest = entry.end;
  }
  const entry = latest === '' ? null : exactEntry(entries, { start: span.start, end: latest });
  if (entry === null) return null;
  return {
    unit: reference,
    period: entry.period,
    basis: entry.basis,
    figure: entry.figure,
    provisional: true,
  };
};
