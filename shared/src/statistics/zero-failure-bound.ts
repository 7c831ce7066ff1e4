/**
 * The exact one-sided 95 % lower bound of the rate when all of n ≥ 1 passed: 0.05^(1/n), where the chance of no
 * failure is still 5 %. All that "no failures" can show.
 */
export const zeroFailureBound = (n: number): number => Math.pow(0.05, 1 / n);
