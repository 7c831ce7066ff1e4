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
  RankedUnit,
  ReportingProgress,
  RevisionEntry,
  SeriesPoint,
  Stamp,
} from './views';
export type { EvaluationContext } from './context';
export { readBudget, readOutlook } from './year-reading';
export { ratioOf, compareRatios, toNumber } from './ratio-of';
export { pageKind, sheetKeys, type PageKind, type SheetKey } from './sheet-keys';
export { assessSheet } from './assess-sheet';
export { figureFor, spanRules, type FoundFigure } from './figure-for';
export { sheetSpan, type SheetSpan } from './sheet-span';
export { figureText } from './figure-text';
