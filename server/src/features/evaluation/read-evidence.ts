import {
  observationSpan,
  periodContaining,
  periodsOfYear,
  periodSpan,
  yearOf,
  yearSpan,
} from '@zhibiao/shared/calendar';
import {
  controlReading,
  howComputed,
  howControl,
  howSources,
  howTrend,
  ownKind,
  ratioOf,
  singleSeries,
  trendReading,
  type Assessment,
  type ControlReading,
  type EvaluationContext,
  type HowEntry,
  type HowSource,
  type IndicatorView,
  type PlanningQuestion,
  type SeriesFigure,
} from '@zhibiao/shared/evaluation';
import type { Indicator, ReportingUnit } from '@zhibiao/shared/programme';
import type { Ratio } from '@zhibiao/shared/statistics';
import type { HistoryEntry } from '../observation';

/** What the indicator page shows beside an assessment. */
export type IndicatorEvidence = Pick<IndicatorView, 'control' | 'trend' | 'how' | 'planning'>;

/** Where a figure came from: id for outside of its submission, name of the file and SHA-256 of its bytes. */
export type SourceFile = Pick<HowSource, 'submission' | 'file' | 'sha256'>;

/** The assessment that is explained, and the ledger's memory of what lies behind it. */
export interface EvidenceQuestion {
  readonly indicator: Indicator;
  readonly unit: ReportingUnit;
  readonly assessment: Assessment;
  /** Every revision of the unit's figures, and of its parts' where it is the whole. */
  readonly history: readonly HistoryEntry[];
  /** The files by the submission that brought them. */
  readonly files: ReadonlyMap<number, SourceFile>;
  /** How the changes against earlier periods came about. */
  readonly changes: readonly HowEntry[];
}

/** Normal variation, trend, computation and planning of one indicator and unit at the assessment's period. */
export const readEvidence = (context: EvaluationContext, question: EvidenceQuestion): IndicatorEvidence => {
  const { indicator, unit, assessment } = question;
  const { index } = context;
  const series = ownSeries(context, question);
  const control = readControl(series, question);
  const trend = trendReading(series, { kind: ownKind(context, indicator), improvement: 'increase' });
  const behind = revisionsBehind(context, question);
  return {
    control,
    trend,
    how: [
      ...howComputed(assessment, {
        indicator,
        addends: index.addends(unit.code).map(({ code }) => code),
        revisions: behind.length - new Set(behind.map(keyOf)).size,
      }),
      ...question.changes,
      ...howControl(control, series),
      ...howTrend(trend),
      ...howSources(sourcesOf(behind, question.files)),
    ],
    planning: planningOf(context, indicator, assessment),
  };
};

/** What is charted: whose figures, and the assessment that says up to when and against what. */
export type ChartQuestion = Pick<EvidenceQuestion, 'indicator' | 'unit' | 'assessment'>;

const ownSeries = (
  context: EvaluationContext,
  { indicator, unit, assessment }: ChartQuestion,
): readonly SeriesFigure[] => {
  const { yearStart } = context.index.programme;
  const { end } = periodSpan(assessment.period, yearStart);
  const last = periodContaining(end, ownKind(context, indicator), yearStart);
  return singleSeries(context, indicator, unit, last);
};

const readControl = (
  series: readonly SeriesFigure[],
  { indicator, assessment }: ChartQuestion,
): ControlReading =>
  controlReading(series, {
    target: askedOf(assessment, indicator),
    improvement: 'increase',
    ...(indicator.baseline === undefined ? {} : { baseline: indicator.baseline }),
  });

/** Normal variation of one part up to the assessment's period. */
export const readPartControl = (context: EvaluationContext, question: ChartQuestion): ControlReading =>
  readControl(ownSeries(context, question), question);

/** The number asked: a fraction for shares, points for scores; null where last year or a province is asked. */
export const askedOf = ({ legs }: Assessment, { measure }: Indicator): Ratio | null => {
  const leg = legs.find(({ comparator }) => comparator === 'value' || comparator === 'all');
  if (leg === undefined || leg.against === null) return null;
  return ratioOf(
    measure === 'score' ? { kind: 'score', score: leg.against } : { kind: 'rate', rate: leg.against },
  );
};

const keyOf = (entry: HistoryEntry): string => `${entry.unit}|${entry.basis}|${entry.period}`;

/** What stands of the revisions behind a figure, in the order of units and periods. */
const sourcesOf = (
  behind: readonly HistoryEntry[],
  files: EvidenceQuestion['files'],
): readonly HowSource[] => {
  const newest = new Map<string, HistoryEntry>();
  for (const entry of behind) {
    const known = newest.get(keyOf(entry));
    if (known === undefined || entry.id > known.id) newest.set(keyOf(entry), entry);
  }
  return [...newest]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { unit, period, basis, figure, submission, cell, recordedAt, by }]) =>
      figure === null
        ? []
        : [
            {
              unit,
              period,
              basis,
              figure,
              cell,
              recordedAt,
              by: by.name,
              ...(files.get(submission) ?? { submission: '', file: '', sha256: '' }),
            },
          ],
    );
};

/**
 * Revisions of the figures that the assessment rests on: of the very figure where it was reported so, else of
 * whatever was reported within the days it speaks of (for a difference, since the year began).
 */
export const revisionsBehind = (
  { index }: Pick<EvaluationContext, 'index'>,
  { indicator, unit, assessment, history }: Omit<EvidenceQuestion, 'files' | 'changes'>,
): readonly HistoryEntry[] => {
  const { yearStart } = index.programme;
  const { period, basis, derivation } = assessment;
  const { end, start } = observationSpan(period, basis, yearStart);
  const units = derivation === 'summed-units' ? index.addends(unit.code) : [unit];
  const codes = new Set(units.map(({ code }) => code));
  // A state holds until the next one, so it may have been reported for any days of the year so far.
  const tellsState = ['register-coverage', 'count', 'score'].includes(indicator.measure);
  const isWide = derivation === 'differenced' || (derivation === 'reported' && tellsState);
  const from = isWide ? yearSpan(yearOf(period, yearStart), yearStart).start : start;
  const isExact = derivation === 'reported' && !isWide;
  return history.filter((entry) => {
    if (!codes.has(entry.unit)) return false;
    const span = observationSpan(entry.period, entry.basis, yearStart);
    return isExact ? span.start === start && span.end === end : span.start >= from && span.end <= end;
  });
};

/** What a plan can still change: the counts of a running year that has one. */
const planningOf = (
  context: EvaluationContext,
  indicator: Indicator,
  assessment: Assessment,
): PlanningQuestion | null => {
  const { index, today } = context;
  const { yearStart } = index.programme;
  const { figure, budget, period } = assessment;
  const target = askedOf(assessment, indicator);
  if (budget === null || budget.planned === null || figure?.kind !== 'counts' || target === null) return null;
  const year = yearOf(period, yearStart);
  if (today > yearSpan(year, yearStart).end) return null;
  const { end } = periodSpan(period, yearStart);
  const toCome = periodsOfYear(year, ownKind(context, indicator)).filter(
    (later) => periodSpan(later, yearStart).start > end,
  );
  const { passes, total } = figure;
  return { passes, total, target, planned: budget.planned, firm: budget.firm, periodsLeft: toCome.length };
};
