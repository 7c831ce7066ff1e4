import { addDays, type PlainDate } from '../calendar';
import {
  pooledFigure,
  resolveFigure,
  stateFigure,
  weightedFigure,
  type Figure,
  type SpanRules,
} from '../observation';
import type { Indicator, ReportingUnit, UnitCode } from '../programme';
import type { EvaluationContext } from './context';
import type { SheetSpan } from './sheet-span';
import type { Derivation } from './types';

/** What is known of an indicator and unit over a span, how it was come by and what it lacks. */
export interface FoundFigure {
  /** Null where parts are known but their whole cannot be told: a weighted rate without one of its strata. */
  readonly figure: Figure | null;
  readonly derivation: Derivation;
  readonly complete: boolean;
  /** `unit`, or `unit@day` for the first day that no figure covers. */
  readonly missing: readonly string[];
  /** Last day the figure speaks of where it tells a state; else that of the span. */
  readonly asOf: PlainDate;
  /** True for a weighted rate: made of counts, so nothing was rounded before it came here. */
  readonly weighted: boolean;
  /** Standard error of a weighted rate, 0…1; null for everything else. */
  readonly standardError: number | null;
}

/** Figures of parts that were found already, so that the whole need not look for them again. */
export type FoundParts = ReadonlyMap<UnitCode, FoundFigure | null>;

/**
 * What is known of an indicator and unit over a span. What the unit itself reported for just these days always
 * wins, so that the city's own word stands beside a county that has not reported yet. Else, for the whole, its
 * own shorter figures laid end to end if they leave no gap, or its parts combined as the programme says
 * (statistics.md c and l); where both lack something, the one that speaks for more samples.
 */
export const figureFor = (
  context: EvaluationContext,
  sheet: SheetSpan,
  unit: ReportingUnit,
  parts?: FoundParts,
): FoundFigure | null => {
  const own = ownFigure(context, sheet, unit);
  if (unit.kind !== 'whole' || !isCombined(sheet.indicator)) return own;
  if (own !== null && (own.derivation === 'reported' || own.complete)) return own;
  const combined = ofParts(context, sheet, unit, parts);
  if (own === null || combined === null) return combined ?? own;
  return combined.complete || samples(combined) >= samples(own) ? combined : own;
};

const samples = ({ figure }: FoundFigure): number => (figure?.kind === 'counts' ? figure.total : -1);

/** Whether the programme lets the whole be made of its parts. */
const isCombined = (indicator: Indicator): boolean =>
  indicator.reportedBy === 'lower-units' ||
  (indicator.combination === 'weighted' && indicator.weights !== undefined);

/** Registers, lists and scores tell a state; what is sampled or counted over time tells a flow. */
const tellsState = ({ measure }: Indicator): boolean =>
  measure === 'register-coverage' || measure === 'count' || measure === 'score';

const nothing: readonly string[] = [];

/** What the unit itself reported, for these days or for others that add up to them. */
const ownFigure = (context: EvaluationContext, sheet: SheetSpan, unit: ReportingUnit): FoundFigure | null => {
  const { indicator, span, dueThrough } = sheet;
  const entries = context.ledger.entries(indicator.code, unit.code);
  if (entries.length === 0) return null;
  if (tellsState(indicator)) {
    const entry = stateFigure(entries, sheet.yearDays.start, span.end);
    if (entry === null) return null;
    const isLate = entry.end < dueThrough;
    const missing = isLate ? [`${unit.code}@${addDays(entry.end, 1)}`] : nothing;
    return found(entry.figure, 'reported', missing, entry.end);
  }
  const resolved = resolveFigure(entries, span, spanRules(indicator, unit));
  if (resolved === null) return null;
  const missing =
    resolved.gaps.length === 0
      ? nothing
      : resolved.gaps.filter((day) => day <= dueThrough).map((day) => `${unit.code}@${day}`);
  return found(resolved.figure, resolved.derivation, missing, span.end);
};

const found = (
  figure: Figure,
  derivation: Derivation,
  missing: readonly string[],
  asOf: PlainDate,
): FoundFigure => ({
  figure,
  derivation,
  complete: missing.length === 0,
  missing,
  asOf,
  weighted: false,
  standardError: null,
});

const rules: Readonly<Record<'sums' | 'finished', Readonly<Record<'usual' | 'rounds', SpanRules>>>> = {
  sums: { usual: { sums: true, byEnd: false }, rounds: { sums: true, byEnd: true } },
  finished: { usual: { sums: false, byEnd: false }, rounds: { sums: false, byEnd: true } },
};

/**
 * Counts of a `given` rate, and of the whole of a `weighted` one, do not add up to it (statistics.md l); a
 * stratum of a weighted rate is a plain share and does.
 */
export const spanRules = (
  { combination, frequency }: Pick<Indicator, 'combination' | 'frequency'>,
  unit: Pick<ReportingUnit, 'kind'>,
): SpanRules => {
  const adds = combination === 'pooled' || (combination === 'weighted' && unit.kind === 'part');
  return rules[adds ? 'sums' : 'finished'][frequency === 'round' ? 'rounds' : 'usual'];
};

const isPooled = (indicator: Indicator): indicator is Indicator & { readonly combination: 'pooled' } =>
  indicator.combination === 'pooled';

const ofParts = (
  context: EvaluationContext,
  sheet: SheetSpan,
  unit: ReportingUnit,
  known?: FoundParts,
): FoundFigure | null => {
  const { indicator } = sheet;
  const findPart = (part: ReportingUnit): FoundFigure | null =>
    known?.get(part.code) ?? (known?.has(part.code) === true ? null : ownFigure(context, sheet, part));
  if (isPooled(indicator)) return pooledParts(indicator, sheet, context.index.addends(unit.code), findPart);
  if (indicator.combination === 'weighted') return weightedParts(context, sheet, findPart);
  return null;
};

const pooledParts = (
  indicator: Indicator & { readonly combination: 'pooled' },
  sheet: SheetSpan,
  units: readonly ReportingUnit[],
  findPart: (part: ReportingUnit) => FoundFigure | null,
): FoundFigure | null => {
  const parts = units.map((part) => ({ unit: part.code, found: findPart(part) }));
  const sum = pooledFigure(
    indicator,
    parts.map((part) => ({ unit: part.unit, figure: part.found?.figure ?? null })),
  );
  if (sum.figure === null) return null;
  const gaps = parts.flatMap((part) => part.found?.missing ?? nothing);
  return found(sum.figure, 'summed-units', [...sum.missing, ...sum.rateOnly, ...gaps], sheet.span.end);
};

const weightedParts = (
  context: EvaluationContext,
  sheet: SheetSpan,
  findPart: (part: ReportingUnit) => FoundFigure | null,
): FoundFigure | null => {
  const parts = (sheet.indicator.weights ?? []).map(({ unit: code, weight }) => {
    const stratum = context.index.unit(code);
    return { unit: code, weight, found: stratum === undefined ? null : findPart(stratum) };
  });
  if (parts.every((part) => part.found === null)) return null;
  const weighted = weightedFigure(
    parts.map((part) => ({ unit: part.unit, weight: part.weight, figure: part.found?.figure ?? null })),
  );
  const missing = [...weighted.missing, ...parts.flatMap((part) => part.found?.missing ?? nothing)];
  return {
    figure: weighted.figure,
    derivation: 'summed-units',
    complete: missing.length === 0,
    missing,
    asOf: sheet.span.end,
    weighted: true,
    standardError: weighted.standardError,
  };
};
