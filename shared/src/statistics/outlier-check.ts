import { betaBinomCdf, betaBinomSf } from './beta-binomial';
import { requireCounts, type Counts } from './counts';

/** How surprising new counts are after the history. */
export type OutlierCheck =
  | { readonly status: 'no-samples' | 'insufficient-history' }
  | {
      /** `confirm` below 0.2 %, `warn` below 2 %. */
      readonly status: 'ok' | 'warn' | 'confirm';
      readonly pTooManyFailures: number;
      readonly pTooFewFailures: number;
      readonly pTwo: number;
    };

/** Fewer past samples than these say nothing. */
const fewestSamples = 30;

/**
 * The beta-binomial predictive from the pooled history (at most the last eight periods), Jeffreys prior: history is
 * itself a sample and may be 100 %. Both directions: suspiciously perfect counts too (statistics.md j).
 */
export function outlierCheck(counts: Counts, history: Counts): OutlierCheck {
  const { x, n } = counts;
  requireCounts(x, n);
  requireCounts(history.x, history.n);
  if (n === 0) return { status: 'no-samples' };
  if (history.n < fewestSamples) return { status: 'insufficient-history' };
  const shape = { a: history.n - history.x + 0.5, b: history.x + 0.5 };
  const pTooManyFailures = betaBinomSf(n - x, n, shape);
  const pTooFewFailures = betaBinomCdf(n - x, n, shape);
  const pTwo = Math.min(1, 2 * Math.min(pTooManyFailures, pTooFewFailures));
  const status = pTwo < 0.002 ? 'confirm' : pTwo < 0.02 ? 'warn' : 'ok';
  return { status, pTooManyFailures, pTooFewFailures, pTwo };
}
