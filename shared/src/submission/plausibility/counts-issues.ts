import { cumulativeIssues, halfUp, outlierCheck, repeatCheck, type Counts } from '../../statistics';
import type { LooseIssue } from '../issue-list';
import type { PlausibilityHistory } from './plausibility-history';

/** A running total must not fall, in samples, passes or failures; each is told by itself. */
export const runningTotalIssues = (now: Counts, history: PlausibilityHistory): readonly LooseIssue[] => {
  const before = history.cumulative.at(-1);
  if (before === undefined) return [];
  const found = cumulativeIssues({ series: [before, now], declared: 'cumulative', planned: null });
  return found.flatMap((issue): LooseIssue[] => {
    if (issue.code === 'no-new-samples') {
      return [{ code: 'submission.no-new-samples', level: 'warning', params: { total: now.n } }];
    }
    if (issue.code !== 'cumulative-decrease') return [];
    const level = 'error';
    switch (issue.field) {
      case 'n':
        return [{ code: 'submission.running-total-falls', level, params: { now: now.n, before: before.n } }];
      case 'x':
        return [{ code: 'submission.running-passes-fall', level, params: { now: now.x, before: before.x } }];
      case 'f': {
        const params = { now: now.n - now.x, before: before.n - before.x };
        return [{ code: 'submission.running-failures-fall', level, params }];
      }
    }
  });
};

/** Single periods that rise like running totals and, added up, exceed the plan. */
export const looksCumulativeIssues = (
  now: Counts,
  { singles, declared, planned: plannedFor }: PlausibilityHistory,
): readonly LooseIssue[] => {
  const last = declared === 0 ? undefined : singles[0];
  if (last === undefined || now.n <= last.n || now.x < last.x || now.n - now.x < last.n - last.x) return none;
  const series = [...singles.slice(0, declared).reverse(), now];
  const planned = plannedFor();
  if (cumulativeIssues({ series, declared: 'single', planned }).length === 0) return none;
  const sum = series.reduce((total, { n }) => total + n, 0);
  const params = { periods: series.length, sum, ...(planned === null ? {} : { planned }) };
  return [{ code: 'submission.looks-cumulative', level: 'warning', params }];
};

/** What a single period shows beside the ones before it: too many or too few failures, repeats, unusual size. */
export const periodIssues = (now: Counts, { singles }: PlausibilityHistory): readonly LooseIssue[] => {
  const outliers = outlierIssues(now, singles);
  const repeats = repeatIssues(now, singles);
  const sizes = sizeIssues(now, singles);
  // Nearly every row is in order, and fifty thousand are asked.
  return outliers.length + repeats.length + sizes.length === 0 ? none : [...outliers, ...repeats, ...sizes];
};

const none: readonly LooseIssue[] = [];

/** Past periods taken together, as the outlier check and the suggestions want them. */
export const pooledHistory = (singles: readonly Counts[]): Counts => {
  let x = 0;
  let n = 0;
  for (const counts of singles) {
    x += counts.x;
    n += counts.n;
  }
  return { x, n };
};

const outlierIssues = (now: Counts, singles: readonly Counts[]): readonly LooseIssue[] => {
  const history = pooledHistory(singles);
  if (isOrdinary(now, history)) return none;
  const found = outlierCheck(now, history);
  if (found.status !== 'warn' && found.status !== 'confirm') return none;
  const failures = now.n - now.x;
  const isMany = found.pTooManyFailures < found.pTooFewFailures;
  const failed = history.n - history.x;
  const params = {
    ...(isMany ? { many: failures } : { few: failures }),
    total: now.n,
    ...(failed === 0 ? { pastAll: history.n } : { pastSome: history.n, pastFailed: failed }),
    usual: halfUp(history.x, history.n, 2),
    periods: singles.length,
    // The thresholds themselves where it is rarer still: digits beyond them would promise too much.
    ...(found.status === 'confirm' ? { below: '0.2' } : { chance: (100 * found.pTwo).toFixed(1) }),
  };
  const code = found.status === 'confirm' ? 'submission.outlier-confirm' : 'submission.outlier';
  return [{ code, level: 'warning', params }];
};

/** Standard deviations up to which no tail is as thin as 1 %: towards the longer tail, and towards the shorter. */
const safe = { long: 1.8, short: 1.25 };

/**
 * So near to what the history predicts (beta-binomial, prior ½) that the check would be silent: most rows need no
 * distribution summed up. Far more samples than the history has are left to the check, because its short tail then
 * ends nearer. A test tries the bounds out.
 */
export const isOrdinary = ({ x, n }: Counts, history: Counts): boolean => {
  if (n > 3 * history.n) return false;
  const a = history.n - history.x + 0.5;
  const b = history.x + 0.5;
  const whole = a + b;
  const gap = n - x - (n * a) / whole;
  const most = gap > 0 === a < b ? safe.long : safe.short;
  return gap * gap <= (most * most * (n * a * b * (whole + n))) / (whole * whole * (whole + 1));
};

const repeatIssues = (now: Counts, singles: readonly Counts[]): readonly LooseIssue[] =>
  repeatCheck(now, singles).map((code) => ({
    code: code === 'repeat-same-counts' ? 'submission.repeats-counts' : 'submission.repeats-perfect-counts',
    level: 'warning',
    params: { passes: now.x, total: now.n },
  }));

/** Below so many samples the size of a period says nothing; the repeat check draws the same line. */
const fewestSamples = 20;
/** A median of fewer periods is no custom. */
const fewestPeriods = 3;

/** More than three times the usual number of samples, or less than a third. */
const sizeIssues = (now: Counts, singles: readonly Counts[]): readonly LooseIssue[] => {
  if (isUsualBesideMost(now, singles)) return none;
  const usual = median(singles.map(({ n }) => n));
  if (usual === null || Math.max(now.n, usual) < fewestSamples) return none;
  if (now.n <= 3 * usual && 3 * now.n >= usual) return none;
  return [{ code: 'submission.samples-unusual', level: 'warning', params: { total: now.n, usual } }];
};

/** Usual beside more than half of the periods, both ways: then beside their median too, which need not be sought. */
const isUsualBesideMost = (now: Counts, singles: readonly Counts[]): boolean => {
  let notMany = 0;
  let notFew = 0;
  for (const { n } of singles) {
    if (now.n <= 3 * n) notMany += 1;
    if (3 * now.n >= n) notFew += 1;
  }
  return 2 * Math.min(notMany, notFew) > singles.length;
};

const median = (values: readonly number[]): number | null => {
  if (values.length < fewestPeriods) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};
