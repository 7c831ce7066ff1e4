import { halfUp, parseDecimal, rateCheck, suggestCorrections, type RateCheck } from '../../statistics';
import { timesHundred } from '../cells/read-rate';
import type { LooseIssue } from '../issue-list';
import { meantFigures, suggestionText } from './meant-figures';

/** A typed rate may be another than that of the counts by this many percentage points before it is told (rule P4). */
const tolerance = 0.05;
/** People round to fewer. */
const mostDecimals = 6;

/**
 * What a typed rate says beside its own counts (statistics.md j, rule P4). The counts win, so all of it is a warning;
 * a rate that was rounded to one side, or that hides a failure, is told however small the difference. Null where both
 * agree, or where it cannot be read as a rate.
 */
export const rateIssue = (
  counts: { readonly passes: number; readonly total: number },
  typed: { readonly text: string; readonly signed: boolean },
): LooseIssue | null => {
  const { passes, total } = counts;
  const rate = parseDecimal(typed.text);
  // What a sheet has computed comes with all its digits, the last of which are the machine's own.
  const isExact = rate !== null && rate.decimals <= mostDecimals;
  const found = total === 0 ? 'rate-without-samples' : isExact ? rateCheck(passes, total, rate) : 'mismatch';
  // 98 % of 97.62 % is honestly rounded, and yet reaches a target that the counts miss: both numbers are named (P4).
  const isRounded = found === 'ok' && !isNear(counts, typed.text);
  const code = isFraction(found, counts, typed)
    ? 'submission.rate-read-as-fraction'
    : isRounded
      ? 'submission.rate-rounded'
      : codes[found];
  if (code === null) return null;
  if (code === 'submission.rate-mismatch' && isNear(counts, typed.text)) return null;
  const params = {
    value: typed.text,
    percent: timesHundred(typed.text),
    computed: total === 0 ? '' : tidy(halfUp(passes, total, Math.max(2, isExact ? rate.decimals : 0))),
    passes,
    total,
    failures: total - passes,
  };
  const isSlip = code === 'submission.rate-mismatch';
  const meant = isSlip
    ? meantFigures(suggestCorrections({ x: passes, n: total, rate: typed.text }, null))
    : [];
  const [first] = meant;
  if (first === undefined) return { code, level: 'warning', params };
  const suggestion = suggestionText(first, { passes, total });
  return { code, level: 'warning', params: { ...params, suggestion }, meant };
};

const codes = {
  ok: null,
  // Refused before: counts that are none never make a row.
  'invalid-counts': null,
  'ok-hides-failure': 'submission.rate-hides-failure',
  'directed-rounding': 'submission.rate-directed-rounding',
  'fraction-scale': 'submission.rate-as-fraction',
  'failure-rate': 'submission.rate-of-failures',
  mismatch: 'submission.rate-mismatch',
  'rate-without-samples': 'submission.rate-without-samples',
} as const satisfies Readonly<Record<RateCheck, LooseIssue['code'] | null>>;

const isNear = ({ passes, total }: { passes: number; total: number }, text: string): boolean =>
  // A hair more than the tolerance: 98.45 and 98.5 differ by 0.0499999 in floats.
  Math.abs(Number(text) - (100 * passes) / total) <= tolerance + 1e-9;

/** 0.99 without a percent sign may stand for anything from 98.5 % to 99.5 %: half a point at most. */
const isFraction = (
  found: RateCheck,
  { passes, total }: { passes: number; total: number },
  { text, signed }: { text: string; signed: boolean },
): boolean => {
  if (signed || (found !== 'fraction-scale' && found !== 'mismatch' && found !== 'directed-rounding'))
    return false;
  const value = Number(text);
  if (value > 1 || total === 0) return false;
  const decimals = text.split('.')[1]?.length ?? 0;
  const half = Math.min(0.5, Math.max(tolerance, 50 / 10 ** decimals)) + 1e-9;
  return Math.abs(value * 100 - (100 * passes) / total) <= half;
};

const tidy = (percent: string): string => (percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent);
