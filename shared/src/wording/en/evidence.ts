import type { HowCode } from '../../evaluation';
import type { AlertLevel, AlertRule } from '../../statistics';
import type {
  controlZh,
  decompositionZh,
  funnelZh,
  howWordsZh,
  matrixZh,
  mixZh,
  periodKindZh,
  planningZh,
  rankZh,
  trendZh,
} from '../zh/evidence';

/* What the evidence says in English, piece for piece as in Chinese. */

type Same<T> = Readonly<Record<keyof T, string>>;

/** Names of single periods, in the plural. */
export const periodKindEn: Same<typeof periodKindZh> = {
  year: 'years',
  half: 'half-years',
  third: 'four-month periods',
  quarter: 'quarters',
  month: 'months',
  span: 'periods',
};

/** A control chart: what varies, and what that means for the target. */
export const controlEn: Same<typeof controlZh> = {
  insufficient: 'Only {count} periods are known; fewer than 6 do not show what is normal',
  shift:
    'Since {from}, {count} {kind} in a row lie {side} the baseline mean of {centre}; the {meaning} is real',
  outside: '{period} at {value} lies outside normal variation ({lower}–{upper}); the {meaning} is real',
  trend: 'Seven {kind} in a row up to {period} are {direction}; the {meaning} is real',
  nearLimit: 'Two of the last three {kind} lie near a limit: perhaps {meaning} has begun',
  common: '{period} lies within normal variation around {centre}, which needs no explanation',
  metAll: ', and every one reached the target',
  metSome: ', and {met} of them reached the target',
  metFew: '; but only {met} of them reached the target',
  metNone: '; but none of them reached the target',
  consistentFail: '; at this level the target is always missed',
  consistentPass: '; at this level the target is always met',
  inconsistent: '; at this level the target is met now and then',
  trial: ' (fewer than 12 periods: trial limits)',
  dispersion: '; the periods scatter {dispersion} times as much as chance explains, so judge with care',
  above: 'above',
  below: 'below',
  rising: 'rising',
  falling: 'falling',
  improvement: 'improvement',
  concern: 'decline',
  neutral: 'change',
  stop: '.',
};

/** Whether the latest periods show a trend. */
export const trendEn: Same<typeof trendZh> = {
  improvement: 'The last {window} periods are {direction} overall: a trend for the better',
  concern: 'The last {window} periods are {direction} overall: a trend for the worse',
  neutral: 'The last {window} periods are {direction} overall',
  'too-few-points': 'Only {count} of the last {window} periods have figures; a trend needs 5',
  'no-variation': 'Nothing varies in the last {window} periods, so there is no trend',
  'too-few-failures': 'The last {window} periods have too few failures to show a trend',
  'not-significant': 'The last {window} periods show no significant trend',
  'single-point-driven': 'A single one of the last {window} periods makes the slope, which is no trend',
  rising: 'rising',
  falling: 'falling',
  seasonal: ' (not seasonally adjusted)',
  stop: '.',
};

/** Units compared in a funnel. */
export const funnelEn: Same<typeof funnelZh> = {
  low998: '{units} below the 99.8% limit (stands out)',
  low95: '{units} below the 95% limit (worth a look)',
  high998: '{units} above the 99.8% limit (stands out)',
  high95: '{units} above the 95% limit',
  none: 'all {count} units within the 95% limits, so their differences may be sampling error',
  byChance: '; among {count} units chance alone raises a 95% flag {chance}% of the time',
  centrePooled: 'Around the overall {centre}: ',
  centreTarget: 'Around the target of {centre}: ',
  centreReference: 'Around the reference of {centre}: ',
  dispersion: '; the units differ {dispersion} times as much as chance explains',
  widened: ', and the limits are widened for it',
  empty: 'There are no figures to compare',
  join: '; ',
  listComma: ', ',
  stop: '.',
};

/** A sheet of units and indicators taken together. */
export const matrixEn: Same<typeof matrixZh> = {
  scope:
    'A red cell of a sampled indicator is judged within its own row: a gap too large for luck, worth asking about. Among all {count} sampled cells a few would stray by luck alone; by the stricter rule for the whole sheet (Benjamini–Hochberg, at most {rate}% false alarms)',
  none: ', none is confidently off its target',
  below: ', confidently below target: {cells}[[ and {more} more]]',
  noneBelow: ', none is confidently below its target',
  above: '; confidently above target: {count}',
  listComma: ', ',
  cell: '{unit} {indicator}',
  stop: '.',
};

/** How surely units hold their places. */
export const rankEn: Same<typeof rankZh> = {
  first: '{unit} is first (95% interval of rank {range})',
  firstShared: '{count} units share the first place',
  last: ', {unit} last ({range})',
  lastAlone: ', {unit} is last (95% interval of rank {range})',
  lastShared: ', {count} share the last',
  level: 'All {count} units have the same rate',
  allSettled: '; the order of all is settled',
  noneSettled: '; no unit can be told from all others, so the order means nothing',
  endsSettled: '; first and last can be told apart, neighbours cannot',
  someSettled: '; only {units} can be told from all others',
  one: 'Only {best} has figures, so there is nothing to rank',
  none: 'There is nothing to rank',
  range: '{lower}–{upper}',
  listComma: ', ',
  stop: '.',
};

/** What a total is made of, and how it is known. */
export const mixEn: typeof mixZh = {
  sampled: { of: 'samples', seen: 'sampled' },
  counted: { of: 'cases', seen: 'counted' },
};

/** Why a total moved. */
export const decompositionEn: Same<typeof decompositionZh> = {
  moved: 'From {before} to {after}, {direction} {points} points',
  level: 'From {before} to {after}, level',
  effects: ': {rate} from the units themselves, {mix} from the mix of {of}',
  mixDominates: '; the change comes mainly from the mix of {of}',
  reversal: ', and no unit went {direction} with it',
  oneSided: '; {units} {seen} in one period only, so the two cannot be told apart',
  unknown: 'One period has no figures, so there is nothing to compare',
  rising: 'up',
  falling: 'down',
  listComma: ', ',
  stop: '.',
};

/** The planning aid. */
export const planningEn: Same<typeof planningZh> = {
  minimum: 'At least {count} {unit}, all of them passing, confirm {target}%',
  neverProved: 'The target is 100%: no number of samples proves it, and one failure breaks it',
  confirmed: 'The figures so far already confirm {target}%',
  confirm: '{count} more {unit} passing in a row would confirm {target}%',
  next: 'Of {samples} {unit} in the next period at most {bearable} may fail for the year so far to be on target',
  nextNone: 'All {samples} {unit} of the next period must pass for the year so far to be on target',
  nextLost: 'Even if all {samples} {unit} of the next period pass, the year so far stays below target',
  rest: 'Of the {samples} {unit} left this year at most {bearable} may fail',
  restNone: 'All {samples} {unit} left this year must pass',
  restLost: 'Even if all {samples} {unit} left this year pass, the target is missed',
  restSecured: 'Whatever the {samples} {unit} left this year show, the target is met',
  over: 'By this plan nothing more is sampled this year',
  outlook: 'Chance of meeting the target of the year: {chance}',
  tentative: ' (few samples so far: for orientation only)',
  stop: '.',
};

/** What an alert rule says. */
export const alertRulesEn: Readonly<Record<AlertRule, string>> = {
  R1: 'the target of the year is out of reach',
  R2: 'the year is over and short of its target',
  R3: 'far below target so far, with strong evidence',
  O1: 'significantly below target so far',
  O2: 'no failure more can be borne',
  O3: 'less than 10% chance for the year',
  Y1: 'failures come faster than the target bears',
  Y2: 'less than 30% chance for the year',
  Y3: 'the control chart shows a decline',
  Y4: 'significantly below the reference',
  B1: 'below what is asked in this period',
  B2: 'no figures in this period',
};

/** Names of levels. */
export const alertLevelsEn: Readonly<Record<AlertLevel, string>> = {
  red: 'Red alert',
  orange: 'Orange alert',
  yellow: 'Yellow alert',
  blue: 'Blue notice',
  none: 'No alert',
};

/** What every step of a computation is called, and what it says beside its formula. */
export const howEn: Readonly<Record<HowCode, readonly [label: string, text: string]>> = {
  counts: ['Counts', '{total} {unit}: {passes} passing, {failures} {failureWord}'],
  rate: ['Rate', '{formula}, shown as {rate}%'],
  weighted: ['Weighted rate', '{formula}, shown as {rate}%'],
  given: ['As published', '{rate}{rateUnit}, compared by its published decimals'],
  reported: ['Source', 'reported as it stands'],
  'summed-units': ['Source', 'sum of the counts of {units} units'],
  'summed-periods': ['Source', 'sum of the counts of shorter periods'],
  differenced: ['Source', 'difference of two running totals'],
  missing: ['Missing', '{missing} figures are missing, so the sum is incomplete'],
  revisions: ['Corrections', '[[{revisions} so far]][[{unrevised}]]'],
  'at-least': ['Against the target of {against}', '{formula}: {verdict}'],
  all: ['Against the target of 100%', '{formula}: {verdict}'],
  coverage: ['Against the {against} asked', '{formula}: {verdict}'],
  province: ['Against the reference of {against}', '{formula}: {verdict}'],
  rising: ['Against last year’s {against}', '{formula}: {verdict}'],
  'year-on-year': ['Year on year (against {span})', '{formula} {gapUnit}'],
  'period-on-period': ['Against the period before ({span})', '{formula} {gapUnit}'],
  'short-by': ['Shortfall', '{formula}: {shortBy} more {unit} had to pass'],
  interval: ['95% interval (Wilson)', '{lower}%–{upper}%; {formula}'],
  'interval-weighted': ['95% interval (approximate)', '{lower}%–{upper}%; {formula}'],
  'zero-failures': [
    'Bound without failures',
    '{formula}: shows no more than a true rate of at least {bound}%',
  ],
  tail: ['Exact test', '{formula}: {evidence}'],
  budget: ['Failures left', '{formula}'],
  burn: ['Pace of failures', '{formula}; 1 is exactly what the target bears'],
  required: ['Rate needed from now on', '{formula}'],
  outlook: [
    'Outlook of the year',
    '{formula}; prior Beta(½, ½), assuming the rest resembles the year so far[[; {tentative}]]',
  ],
  light: ['Light', '{light} ({reason})'],
  source: [
    '{reporter}, {span}',
    '{formula}, reported by {by}[[ in “{file}”]][[ {cell}]], recorded {at}[[, file fingerprint {fingerprint}]]',
  ],
  'more-sources': ['More sources', '{more} more, to be seen under submissions'],
  centre: ['Baseline mean', '{points} periods from {from} to {to} together: {formula}'],
  mean: ['Baseline mean', 'mean of {points} periods from {from} to {to}: {formula}'],
  limits: ['Normal variation ({last})', '{lower}–{upper}; exact binomial: {formula}'],
  'limits-moving': [
    'Normal variation ({last})',
    '{lower}–{upper}; {formula}, MR being the mean step from one period to the next',
  ],
  'few-points': ['Normal variation', 'only {points} of the 6 periods it takes'],
  signal: ['Signal', '{signal}'],
  trend: [
    'Recent trend',
    '{points} of the last {window} periods: {formula}; a trend takes p < 0.002 and more than one period behind it',
  ],
  'trend-ranks': [
    'Recent trend',
    '{points} of the last {window} periods, Mann–Kendall: {formula}; a trend takes p < 0.05',
  ],
  matrix: [
    'The sheet together',
    '{cells} cells, each tested exactly and two-sided against its target, corrected by Benjamini–Hochberg: {formula}; off target below {rate}%',
  ],
  'matrix-cell': ['{reporter}, {about}', '{formula}, corrected {adjusted}'],
  funnel: ['Centre of the funnel', '{centre}: {formula}'],
  'funnel-limits': [
    'Limits of the funnel',
    'exact binomial: {formula}; the upper limit mirrors the lower one of failures',
  ],
  'funnel-unit': [
    'Funnel, {reporter}',
    '95% limits {lower}%–{upper}%; {formula}, {adjusted} after Holm’s correction',
  ],
  homogeneity: ['One rate for all', '{formula}'],
  ranks: [
    'Rank ranges',
    'true rates drawn 2000 times from {formula}; ranks between 2.5% and 97.5%; the seed is fixed',
  ],
  'rank-unit': ['Rank, {reporter}', '{rank}, 95% range {lower}–{upper}; {formula}'],
  mix: ['Where the change comes from', 'own changes + mix of {of} = change: {formula} (percentage points)'],
  'mix-unit': ['Contribution, {reporter}', 'mean share of {of} × own change: {formula} (percentage points)'],
};

/** Words that steps of a computation borrow. */
export const howWordsEn: Same<typeof howWordsZh> = {
  met: 'met',
  short: 'short',
  'no-data': 'not comparable',
  points: 'percentage points',
  unrevised: 'none',
  tentative: 'few samples, for orientation only',
  colon: ': ',
  'confidently-met': 'confidently above target',
  'met-within-noise': 'above target, within noise',
  'short-within-noise': 'below target, within noise',
  'confidently-short': 'confidently below target',
  'certain-met': 'full count, certainly met',
  'certain-short': 'full count, certainly short',
  'light-met': 'on target',
  'light-risk': 'at risk',
  'light-miss': 'below target',
  'light-none': 'not judged',
  common: 'normal variation',
  'outside-high': 'above the upper limit',
  'outside-low': 'below the lower limit',
  'trend-up': '7 periods rising in a row',
  'trend-down': '7 periods falling in a row',
  'two-of-three-high': 'two of three near the upper limit',
  'two-of-three-low': 'two of three near the lower limit',
  'shift-high': '7 or more in a row above the baseline mean',
  'shift-low': '7 or more in a row below the baseline mean',
  pooled: 'all units together',
  target: 'the target',
  reference: 'the reference',
};
