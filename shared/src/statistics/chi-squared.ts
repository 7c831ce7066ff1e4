import { deviance, stirlingError } from './saddle-point';

/**
 * P(χ² ≥ x) with df degrees of freedom: the regularised upper incomplete gamma function Q(df/2, x/2), by series
 * below the mean and Lentz's continued fraction above (Numerical Recipes 6.2).
 */
export function chiSquaredSf(x: number, df: number): number {
  if (x <= 0) return 1;
  const a = df / 2;
  const y = x / 2;
  // y^a·e^−y ÷ Γ(a+1), written with Stirling's error so that nothing large cancels.
  const front = Math.exp(-stirlingError(a) - deviance(a, y)) / Math.sqrt(2 * Math.PI * a);
  return y < a + 1 ? 1 - front * series(y, a) : front * a * continued(y, a);
}

function series(y: number, a: number): number {
  let sum = 1;
  let term = 1;
  for (let i = a + 1; ; i += 1) {
    term *= y / i;
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

function continued(y: number, a: number): number {
  let b = y + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1e5; i += 1) {
    const term = -i * (i - a);
    b += 2;
    d = 1 / (term * d + b);
    c = b + term / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}
