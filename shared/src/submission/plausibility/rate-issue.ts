import type { DecimalText } from '../../programme';
import { halfUp, parseDecimal, rateCheck, type Counts, type RateCheck } from '../../statistics';
import { timesHundred } from '../cells/read-rate';
import type { LooseIssue } from '../issue-list';

/**
 * What a typed rate says beside its own counts (statistics.md j): exact to its last digit, stricter than the 0.05
 * points of import rule P4. Null where both agree, or where it cannot be read as a rate.
 */
export const rateIssue = ({ x, n }: Counts, typed: DecimalText): LooseIssue | null => {
  const rate = parseDecimal(typed);
  const found = rate === null ? 'ok' : rateCheck(x, n, rate);
  const told = tellings[found];
  if (rate === null || told === null) return null;
  const computed = n === 0 ? '' : halfUp(x, n, Math.min(10, Math.max(2, rate.decimals)));
  const params = {
    value: typed,
    percent: timesHundred(typed),
    computed,
    passes: x,
    total: n,
    failures: n - x,
  };
  return { ...told, params };
};

const tellings: Readonly<Record<RateCheck, Pick<LooseIssue, 'code' | 'level'> | null>> = {
  ok: null,
  // Refused before: counts that are none never make a row.
  'invalid-counts': null,
  'ok-hides-failure': { code: 'submission.rate-hides-failure', level: 'warning' },
  'directed-rounding': { code: 'submission.rate-directed-rounding', level: 'warning' },
  'fraction-scale': { code: 'submission.rate-as-fraction', level: 'error' },
  'failure-rate': { code: 'submission.rate-of-failures', level: 'error' },
  mismatch: { code: 'submission.rate-disagrees', level: 'error' },
  'rate-without-samples': { code: 'submission.rate-without-samples', level: 'error' },
};
