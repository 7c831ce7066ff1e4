import type { Indicator, UnitCode } from '../../programme';
import {
  compareProducts,
  halfUp,
  percentRatio,
  verdict,
  zeroFailureBound,
  type Ratio,
} from '../../statistics';
import type { Assessment, Leg } from '../types';

/** What charts, comparisons and the ledger add to an assessment. */
type EvidenceCode =
  | 'year-on-year'
  | 'period-on-period'
  | 'source'
  | 'more-sources'
  | 'centre'
  | 'mean'
  | 'limits'
  | 'limits-moving'
  | 'few-points'
  | 'signal'
  | 'trend'
  | 'trend-ranks'
  | 'matrix'
  | 'matrix-cell'
  | 'funnel'
  | 'funnel-limits'
  | 'funnel-unit'
  | 'homogeneity'
  | 'ranks'
  | 'rank-unit'
  | 'mix'
  | 'mix-unit';

/** What is explained; each has its words in both languages. */
export type HowCode =
  | 'counts'
  | 'rate'
  | 'weighted'
  | 'given'
  | 'reported'
  | 'summed-units'
  | 'summed-periods'
  | 'differenced'
  | 'missing'
  | 'revisions'
  | 'at-least'
  | 'all'
  | 'coverage'
  | 'province'
  | 'rising'
  | 'short-by'
  | 'interval'
  | 'interval-weighted'
  | 'zero-failures'
  | 'tail'
  | 'budget'
  | 'burn'
  | 'required'
  | 'outlook'
  | 'light'
  | EvidenceCode;

/** One step of a computation, ready to be put into words. */
export interface HowEntry {
  readonly code: HowCode;
  /** The reckoning in figures and signs, the same in every language; null where there is nothing to reckon. */
  readonly formula: string | null;
  /** What the words name. */
  readonly numbers: Readonly<Record<string, string | number>>;
}

/** What the assessment itself does not say. */
export interface HowContext {
  readonly indicator: Pick<Indicator, 'measure'>;
  /** The units whose counts make the whole's figure where it is summed. */
  readonly addends: readonly UnitCode[];
  /** Corrections in the ledger behind this figure: entries beyond the first of each key. */
  readonly revisions: number;
}

/**
 * How every number of an assessment came about, in the order in which it was reckoned: counts, rate, where they
 * come from, each comparison in whole numbers, interval, budget, outlook, light. Pages and exports say the same.
 */
export const howComputed = (assessment: Assessment, context: HowContext): readonly HowEntry[] => [
  ...figureEntries(assessment),
  ...sourceEntries(assessment, context),
  ...assessment.legs.flatMap((leg) => legEntry(assessment, leg)),
  ...shortEntry(assessment),
  ...intervalEntries(assessment, context),
  ...yearEntries(assessment),
  entry('light', null, { light: assessment.light, reason: assessment.lightReason }),
];

/** One step; what has nothing to reckon has no formula. */
export const entry = (
  code: HowCode,
  formula: string | null,
  numbers: HowEntry['numbers'] = {},
): HowEntry => ({
  code,
  formula,
  numbers,
});

/** Counts with samples, which is what most formulas speak of; null for everything else. */
const countsOf = ({ figure }: Assessment): { readonly x: number; readonly n: number } | null =>
  figure?.kind === 'counts' && figure.total > 0 ? { x: figure.passes, n: figure.total } : null;

const figureEntries = (assessment: Assessment): readonly HowEntry[] => {
  const { figure, derivation, rateText } = assessment;
  if (figure === null) return [];
  if (figure.kind !== 'counts') {
    const isWeighted = figure.kind === 'rate' && derivation === 'summed-units';
    const shown = { rate: rateText ?? '', scale: figure.kind };
    return [isWeighted ? entry('weighted', 'Σ(w·x/n) ÷ Σw', shown) : entry('given', null, shown)];
  }
  const { passes, total } = figure;
  const counts = entry('counts', null, { passes, total, failures: total - passes });
  if (total === 0) return [counts];
  const rate = entry('rate', `${passes} ÷ ${total} = ${halfUp(passes, total, 4)}%`, { rate: rateText ?? '' });
  return [counts, rate];
};

const sourceEntries = (
  { derivation, missing }: Assessment,
  { addends, revisions }: HowContext,
): readonly HowEntry[] => {
  if (derivation === null) return [];
  const units = derivation === 'summed-units' ? { units: addends.length } : {};
  return [
    entry(derivation, null, units),
    ...(missing.length === 0 ? [] : [entry('missing', null, { missing: missing.length })]),
    entry('revisions', null, { revisions }),
  ];
};

const legCodes: Readonly<Record<Leg['comparator'], HowCode>> = {
  value: 'at-least',
  all: 'all',
  coverage: 'coverage',
  province: 'province',
  rising: 'rising',
};

const legEntry = (assessment: Assessment, { comparator, against, by, verdict }: Leg): readonly HowEntry[] => {
  if (against === null || by === null) return [];
  const ratio = percentRatio(against);
  const counts = countsOf(assessment);
  const isScore = assessment.figure?.kind === 'score';
  // A reference printed from counts was compared with those counts, not with its text.
  const isExact = comparator !== 'province' && comparator !== 'rising';
  const formula = isScore
    ? `${assessment.rateText ?? ''} ${signOf(by)} ${against}`
    : isExact && counts !== null && ratio !== null
      ? crossProducts(counts, ratio)
      : `${assessment.rateText ?? ''}% ${signOf(by)} ${against}%`;
  return [entry(legCodes[comparator], formula, { against, verdict })];
};

const signOf = (by: number): string => (by < 0 ? '<' : by > 0 ? '>' : '=');

/** The decision itself: passes × den against num × total, in whole numbers. */
const crossProducts = ({ x, n }: { readonly x: number; readonly n: number }, { num, den }: Ratio): string => {
  const side = compareProducts([x, den], [num, n]) >= 0 ? '≥' : '<';
  const product = (a: number, b: number): string => `${a} × ${b} = ${BigInt(a) * BigInt(b)}`;
  return `${product(x, den)} ${side} ${product(num, n)}`;
};

/** The number asked of the figure, where it is asked of shares. */
const askedOf = ({ legs }: Assessment): { readonly text: string; readonly ratio: Ratio } | null => {
  const leg = legs.find(({ comparator }) => comparator === 'value' || comparator === 'all');
  const ratio = leg?.against == null ? null : percentRatio(leg.against);
  return leg?.against == null || ratio === null ? null : { text: leg.against, ratio };
};

const shortEntry = (assessment: Assessment): readonly HowEntry[] => {
  const counts = countsOf(assessment);
  const asked = askedOf(assessment);
  const { shortBy } = assessment;
  if (counts === null || asked === null || shortBy === null || shortBy === 0) return [];
  const needed = counts.x + shortBy;
  const formula = `⌈${asked.text}% × ${counts.n}⌉ − ${counts.x} = ${needed} − ${counts.x} = ${shortBy}`;
  return [entry('short-by', formula, { shortBy })];
};

const intervalEntries = (assessment: Assessment, { indicator }: HowContext): readonly HowEntry[] => {
  const { interval95 } = assessment;
  const counts = countsOf(assessment);
  if (interval95 === null) return [];
  const bounds = { lower: percentText(interval95.lower), upper: percentText(interval95.upper) };
  if (counts === null) return [entry('interval-weighted', 'r ± 1.96·√Σ(w²·p(1−p)/n) ÷ Σw', bounds)];
  const { x, n } = counts;
  const wilson = `(2x + z² ∓ z·√(z² + 4x(1 − x/n))) ÷ (2(n + z²)), x = ${x}, n = ${n}, z = 1.959964`;
  return [
    entry('interval', wilson, bounds),
    ...(x === n ? [zeroFailures(n)] : []),
    ...(indicator.measure === 'sampled-proportion' ? tailEntry(assessment, counts) : []),
  ];
};

const zeroFailures = (n: number): HowEntry =>
  entry('zero-failures', `0.05^(1/${n})`, { bound: percentText(zeroFailureBound(n)) });

const tailEntry = (
  assessment: Assessment,
  { x, n }: { readonly x: number; readonly n: number },
): readonly HowEntry[] => {
  const asked = askedOf(assessment);
  const found = asked === null ? null : verdict(x, n, asked.ratio);
  if (asked === null || found === null || found.tail === null) return [];
  const side = found.status === 'met' ? '≥' : '≤';
  const formula = `P(X ${side} ${x} | n = ${n}, p = ${asked.text}%) = ${chanceText(found.tail)}`;
  return [entry('tail', formula, { evidence: found.confidence })];
};

const yearEntries = (assessment: Assessment): readonly HowEntry[] => {
  const { budget, outlook } = assessment;
  const counts = countsOf(assessment);
  const asked = askedOf(assessment);
  if (budget === null || counts === null || asked === null || budget.allowed === null) return [];
  const { x, n } = counts;
  const { allowed, used, remaining, burnRate, requiredRate, status } = budget;
  const planned = Math.max(budget.planned ?? n, n);
  const left = remaining ?? 0;
  const rest = planned - n;
  const { num, den } = asked.ratio;
  const share = halfUp(den - num, den, Math.max(0, String(den).length - 3));
  const allowance = `⌊${planned} × ${share}%⌋ = ${allowed}`;
  const entries = [
    entry('budget', `${allowance}, ${allowed} − ${used} = ${allowed - used}`, {
      allowed,
      used,
      left,
      status,
    }),
  ];
  if (burnRate !== null) {
    entries.push(entry('burn', `(${used} ÷ ${n}) ÷ ${share}% = ${burnRate.toFixed(2)}`));
  }
  if (requiredRate !== null && rest > 0) {
    const required = Math.max(0, planned - allowed - x);
    const formula = `(${planned} − ${allowed} − ${x}) ÷ ${rest} = ${required} ÷ ${rest} = ${percentText(requiredRate)}%`;
    entries.push(entry('required', required === 0 ? '0' : formula));
  }
  if (outlook !== null && rest > 0 && allowed - used >= 0) {
    const law = `K ~ BetaBinomial(${rest}, ${used} + ½, ${x} + ½)`;
    const formula = `P(K ≤ ${allowed - used}), ${law} = ${chanceText(outlook.probability)}`;
    entries.push(entry('outlook', formula, { word: outlook.word, tentative: outlook.tentative ? 1 : 0 }));
  }
  return entries;
};

/** A rate in percent with two decimals, without the sign: for the eye only. */
export const percentText = (rate: number): string => (100 * rate).toFixed(2);

/** A probability with two leading digits, small ones as a power of ten. */
export const chanceText = (p: number): string =>
  p >= 0.001 || p === 0 ? p.toPrecision(2) : p.toExponential(1);
