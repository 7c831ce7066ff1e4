const safe = Number.MAX_SAFE_INTEGER;

/** Two whole numbers that stand for their product. */
export type Product = readonly [number, number];

/**
 * Sign of left − right, exact at any size. Below 2^53 a float product is exact, and a larger true product can
 * never look smaller than 2^53, so the guard is sound; above it BigInt decides.
 */
export function compareProducts(left: Product, right: Product): -1 | 0 | 1 {
  const l = left[0] * left[1];
  const r = right[0] * right[1];
  if (l <= safe && l >= -safe && r <= safe && r >= -safe) return l < r ? -1 : l > r ? 1 : 0;
  const exact = BigInt(left[0]) * BigInt(left[1]) - BigInt(right[0]) * BigInt(right[1]);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}

/** ⌊a·b ÷ c⌋ for whole a, b ≥ 0 and c ≥ 1, exact at any size. */
export function floorQuotient(a: number, b: number, c: number): number {
  const product = a * b;
  if (product <= safe) return (product - (product % c)) / c;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** ⌈a·b ÷ c⌉ for whole a, b ≥ 0 and c ≥ 1, exact at any size. */
export function ceilQuotient(a: number, b: number, c: number): number {
  const product = a * b;
  if (product <= safe) {
    const rest = product % c;
    return (product - rest) / c + (rest === 0 ? 0 : 1);
  }
  const divisor = BigInt(c);
  return Number((BigInt(a) * BigInt(b) + divisor - 1n) / divisor);
}
