import { ascending } from './holm-adjust';

/** Benjamini and Hochberg's adjustment (JRSS B 57:289, 1995), in the order given: reject those ≤ the rate chosen. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  let lowest = 1;
  const sorted = ascending(pValues);
  for (let rank = sorted.length; rank > 0; rank -= 1) {
    const entry = sorted[rank - 1];
    if (entry === undefined) continue;
    lowest = Math.min(lowest, (pValues.length / rank) * entry.p);
    adjusted[entry.index] = lowest;
  }
  return adjusted;
}
