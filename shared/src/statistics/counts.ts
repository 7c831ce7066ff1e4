/** `x` passes found among `n` inspected: whole numbers with 0 ≤ x ≤ n. */
export interface Counts {
  readonly x: number;
  readonly n: number;
}

/** True for whole numbers 0 ≤ x ≤ n that a float still holds exactly. */
export const areCounts = (x: number, n: number): boolean =>
  Number.isSafeInteger(x) && Number.isSafeInteger(n) && x >= 0 && x <= n;

/** Throws a RangeError `invalid_counts` unless 0 ≤ x ≤ n are whole: a fault of the caller, not of the data. */
export function requireCounts(x: number, n: number): void {
  if (!areCounts(x, n)) throw new RangeError(`invalid_counts: ${x} of ${n}`);
}
