export { areCounts, requireCounts, type Counts } from './counts';
export {
  compareDecimals,
  fractionRatio,
  parseDecimal,
  percentRatio,
  powerOfTen,
  ratioOfPercent,
  type Decimal,
  type Ratio,
} from './decimal';
export { ceilQuotient, compareProducts, floorQuotient, type Product } from './products';
export { chance, chanceOf, type Chance } from './saddle-point';
export { binomCdf, binomSf } from './binomial';
export { betaBinomCdf, betaBinomQuantile, betaBinomSf, type Shape } from './beta-binomial';
export { normalQuantile } from './normal-quantile';
export { chiSquaredSf } from './chi-squared';
export { wilsonBounds, wilsonInterval, z95, z998, type Interval } from './wilson-interval';
export { exactInterval } from './exact-interval';
export { zeroFailureBound } from './zero-failure-bound';
export {
  censusVerdict,
  confidenceOf,
  isMet,
  passesMissing,
  verdict,
  type Confidence,
  type Verdict,
} from './verdict';
export { minimumSample } from './minimum-sample';
export { rateOnlyVerdict, type RateOnlyVerdict } from './rate-only-verdict';
export {
  compareWithBenchmark,
  newcombeInterval,
  type Benchmark,
  type BenchmarkVerdict,
} from './compare-with-benchmark';
export { reconstructCounts, type Reconstruction } from './reconstruct-counts';
export { pool, type Pool, type PoolRow } from './pool';
export { simpson, type Sign, type Simpson, type SimpsonParts, type Stratum } from './simpson';
export { funnelLimits, scoreLimits, type Limits } from './funnel-limits';
export {
  funnel,
  type Funnel,
  type FunnelFlag,
  type FunnelOptions,
  type FunnelReading,
  type FunnelUnit,
} from './funnel';
export { homogeneity, type Homogeneity } from './homogeneity';
export { overdispersion, type Overdispersion } from './overdispersion';
export { holmAdjust } from './holm-adjust';
export { benjaminiHochberg } from './benjamini-hochberg';
export type { Assurance, ChartStatus, Improvement, PointType, Variation } from './chart-rules';
export { lastVariation, pChart, type PChart, type PChartOptions, type PChartPoint } from './p-chart';
export { xmrChart, type XmrChart, type XmrOptions } from './xmr-chart';
export { mannKendall, type MannKendall } from './mann-kendall';
export { recentTrend, type RecentTrend } from './recent-trend';
export {
  allowedFailures,
  burnRate,
  failureBudget,
  type BudgetStatus,
  type FailureBudget,
  type Progress,
} from './failure-budget';
export { meetProbability, outlook, type Outlook } from './outlook';
export type { AlertStep } from './alert-facts';
export {
  alertLevel,
  alertRules,
  type AlertEvent,
  type AlertLevel,
  type AlertRule,
  type AlertState,
} from './alert-level';
export { cumulativeIssues, type CumulativeIssue, type DeclaredSeries } from './cumulative-issues';
export { outlierCheck, type OutlierCheck } from './outlier-check';
export { rateCheck, type RateCheck } from './rate-check';
export { repeatCheck, type RepeatCode } from './repeat-check';
export { suggestCorrections, type Edit, type Suggestion, type Typed } from './suggest-corrections';
export { compareMode, type ComparedBothWays } from './compare-mode';
export { displayText } from './display-text';
export { decimalText, gbt8170, halfUp } from './rounding';
export { variationOf } from './chart-rules';
