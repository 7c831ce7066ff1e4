/** Holm's step-down adjustment (Scandinavian Journal of Statistics 6:65, 1979), in the order given. */
export function holmAdjust(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  let highest = 0;
  for (const [rank, { p, index }] of ascending(pValues).entries()) {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * p));
    adjusted[index] = highest;
  }
  return adjusted;
}

/** p-values with their places, smallest first. */
export const ascending = (
  pValues: readonly number[],
): readonly { readonly p: number; readonly index: number }[] =>
  pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
