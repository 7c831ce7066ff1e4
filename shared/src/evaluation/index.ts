export type {
  Assessment,
  BudgetReading,
  Derivation,
  Evidence,
  Interval,
  Leg,
  LegKind,
  Light,
  LightReason,
  OutlookReading,
  Verdict,
} from './types';
export type {
  ComparisonRow,
  ComparisonView,
  IndicatorView,
  OverviewCard,
  OverviewView,
  PartPoint,
  RankedUnit,
  ReportingProgress,
  RevisionEntry,
  PointCorrection,
  SeriesPoint,
  Stamp,
} from './views';
export type { EvaluationContext } from './context';
export { comparedPeriod } from './compared-period';
export { mostWorrying } from './most-worrying';
export { outlookWord, readBudget, readOutlook } from './year-reading';
export { ratioOf, compareRatios, toNumber } from './ratio-of';
export { pageKind, sheetKeys, type PageKind, type SheetKey } from './sheet-keys';
export { assessSheet } from './assess-sheet';
export { figureFor, spanRules, type FoundFigure } from './figure-for';
export { sheetSpan, type SheetSpan } from './sheet-span';
export { figureText } from './figure-text';
export { figureValue } from './figure-value';
export {
  controlReading,
  isConcern,
  type ControlOptions,
  type ControlPoint,
  type ControlReading,
  type ControlRun,
} from './evidence/control-reading';
export type { SeriesFigure } from './evidence/series-values';
export { trendReading, type TrendReading, type TrendReason } from './evidence/trend-reading';
export {
  funnelReading,
  type FunnelCentre,
  type FunnelLine,
  type FunnelPoint,
  type FunnelReading,
  type UnitCounts,
} from './evidence/funnel-reading';
export {
  falseAlarms,
  matrixReading,
  type MatrixCell,
  type MatrixCounts,
  type MatrixReading,
} from './evidence/matrix-reading';
export { seededDraws, type SeededDraws } from './evidence/seeded-draws';
export { rankIntervals, type RankInterval, type RankOptions } from './evidence/rank-intervals';
export { decomposition, type DecomposedPart, type Decomposition } from './evidence/decomposition';
export { planningAid, type Bearable, type PlanningAid, type PlanningQuestion } from './evidence/planning-aid';
export { howComputed, type HowCode, type HowContext, type HowEntry } from './evidence/how-computed';
export { howChanged, type DatedFigure } from './evidence/how-changed';
export { howControl, howSources, howTrend, type HowSource } from './evidence/how-charted';
export { howFunnel, howMatrix, howMix, howRanks } from './evidence/how-compared';
export { ownKind, seriesReader, singleSeries } from './evidence/single-series';
