import { binomDensity } from './saddle-point';

/**
 * The regularised incomplete beta function I_y(a, b), by Lentz's continued fraction (Numerical Recipes 6.4) with
 * Loader's density in place of gamma functions. 0 < y < 1.
 */
export function incompleteBeta(y: number, { a, b }: { readonly a: number; readonly b: number }): number {
  if (y <= 0) return 0;
  if (y >= 1) return 1;
  // y^a·(1−y)^b ÷ B(a,b), with both gamma functions moved up by one.
  const front = (binomDensity(a, a + b, { p: y, q: 1 - y }) * (a * b)) / (a + b);
  return y < (a + 1) / (a + b + 2)
    ? (front * continued(y, a, b)) / a
    : 1 - (front * continued(1 - y, b, a)) / b;
}

const tiny = 1e-300;
const apart = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

function continued(y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * y) / (a + 1));
  let h = d;
  for (let i = 1; i < 1e7; i += 1) {
    const even = (i * (b - i) * y) / ((a + 2 * i - 1) * (a + 2 * i));
    d = 1 / apart(1 + even * d);
    c = apart(1 + even / c);
    h *= d * c;
    const odd = (-(a + i) * (a + b + i) * y) / ((a + 2 * i) * (a + 2 * i + 1));
    d = 1 / apart(1 + odd * d);
    c = apart(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}
