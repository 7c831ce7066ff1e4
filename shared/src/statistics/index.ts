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
export { binomCdf, binomSf } from './binomial';
export { betaBinomCdf, betaBinomSf, type Shape } from './beta-binomial';
export { chance, chanceOf, type Chance } from './saddle-point';
export { wilsonBounds, wilsonInterval, z95, z998, type Interval } from './wilson-interval';
export {
  censusVerdict,
  confidenceOf,
  isMet,
  passesMissing,
  verdict,
  type Confidence,
  type Verdict,
} from './verdict';
export { rateOnlyVerdict, type RateOnlyVerdict } from './rate-only-verdict';
export {
  compareWithBenchmark,
  newcombeInterval,
  type Benchmark,
  type BenchmarkVerdict,
} from './compare-with-benchmark';
export { pool, type Pool, type PoolRow } from './pool';
export { displayText } from './display-text';
export { decimalText, gbt8170, halfUp } from './rounding';
export { holmAdjust } from './holm-adjust';
export { benjaminiHochberg } from './benjamini-hochberg';
export {
  allowedFailures,
  burnRate,
  failureBudget,
  type BudgetStatus,
  type FailureBudget,
  type Progress,
} from './failure-budget';
export { meetProbability, outlook, type Outlook } from './outlook';
