import { yearSpan, yearOf, type PeriodCode, type Span } from '../calendar';
import { pooledFigure, resolveFigure, stateFigure, weightedFigure, type Figure } from '../observation';
import type { Indicator, ReportingUnit, UnitCode } from '../programme';
import type { EvaluationContext } from './context';
import type { Derivation } from './types';

/** The figure of an indicator and unit over a span, with how it was come by and what it lacks. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly derivation: Derivation;
  readonly complete: boolean;
  /** `unit`, or `unit@day` for the first day that no figure covers. */
  readonly missing: readonly string[];
  /** Standard error of a weighted rate, 0…1; null for everything counted or given. */
  readonly standardError: number | null;
}

/** Registers, lists and scores tell a state; what is sampled or counted over time tells a flow. */
const tellsState = (indicator: Indicator): boolean =>
  indicator.measure === 'register-coverage' || indicator.measure === 'count' || indicator.measure === 'score';

const own = (
  context: EvaluationContext,
  indicator: Indicator,
  unit: UnitCode,
  span: Span,
  period: PeriodCode,
): FoundFigure | null => {
  const entries = context.ledger.entries(indicator.code, unit);
  if (entries.length === 0) return null;
  if (tellsState(indicator)) {
    const { yearStart } = context.index.programme;
    const year = yearSpan(yearOf(period, yearStart), yearStart);
    const entry = stateFigure(entries, year.start, span.end);
    if (entry === null) return null;
    return { figure: entry.figure, derivation: 'reported', complete: true, missing: [], standardError: null };
  }
  const resolved = resolveFigure(entries, span);
  if (resolved === null) return null;
  // Campaigns leave days between them; that is their nature and nothing is missing.
  const missing = indicator.frequency === 'round' ? [] : resolved.gaps.map((day) => `${unit}@${day}`);
  return {
    figure: resolved.figure,
    derivation: resolved.derivation,
    complete: missing.length === 0,
    missing,
    standardError: null,
  };
};

const isPooled = (indicator: Indicator): indicator is Indicator & { readonly combination: 'pooled' } =>
  indicator.combination === 'pooled';

const ofParts = (
  context: EvaluationContext,
  indicator: Indicator,
  unit: UnitCode,
  span: Span,
  period: PeriodCode,
): FoundFigure | null => {
  const parts = context.index
    .addends(unit)
    .map((part) => ({ unit: part.code, found: own(context, indicator, part.code, span, period) }));
  if (parts.every((part) => part.found === null)) return null;
  const addends = parts.map((part) => ({ unit: part.unit, figure: part.found?.figure ?? null }));
  const inside = parts.flatMap((part) => part.found?.missing ?? []);
  if (isPooled(indicator)) {
    const sum = pooledFigure(indicator, addends);
    if (sum.figure === null) return null;
    const missing = [...sum.missing, ...sum.rateOnly, ...inside];
    return {
      figure: sum.figure,
      derivation: 'summed-units',
      complete: missing.length === 0,
      missing,
      standardError: null,
    };
  }
  if (indicator.combination === 'weighted' && indicator.weights !== undefined) {
    const strata = indicator.weights.map(({ unit: part, weight }) => ({
      unit: part,
      weight,
      figure: addends.find((addend) => addend.unit === part)?.figure ?? null,
    }));
    const weighted = weightedFigure(strata);
    if (weighted.figure === null) return null;
    return {
      figure: weighted.figure,
      derivation: 'summed-units',
      complete: true,
      missing: inside,
      standardError: weighted.standardError,
    };
  }
  return null;
};

/**
 * What is known of an indicator and unit over a span: what the unit itself reported for it; for the whole,
 * else its parts combined as the programme says (statistics.md c and l). A reported figure always wins over
 * a sum, so that the city's own word stands beside a county that has not reported yet.
 */
export const figureFor = (
  context: EvaluationContext,
  indicator: Indicator,
  unit: ReportingUnit,
  span: Span,
  period: PeriodCode,
): FoundFigure | null => {
  const reported = own(context, indicator, unit.code, span, period);
  if (unit.kind !== 'whole' || indicator.reportedBy === 'whole') return reported;
  if (reported?.derivation === 'reported') return reported;
  return ofParts(context, indicator, unit.code, span, period) ?? reported;
};
