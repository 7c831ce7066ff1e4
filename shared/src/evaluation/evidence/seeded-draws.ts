/** Draws that look random and are the same for a seed: the core has no chance of its own. */
export interface SeededDraws {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  /** Beta with shapes a, b ≥ ½. */
  readonly beta: (a: number, b: number) => number;
}

/** Draws from a seed by mulberry32 (Tommy Ettinger, public domain). */
export const seededDraws = (seed: number): SeededDraws => {
  let state = seed | 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** Marsaglia's polar method, whose second value is kept for the next call. */
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square === 0 || square >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  };

  /** Marsaglia and Tsang (ACM TOMS 26:363, 2000) for shapes of at least ½; below 1 by their power trick. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal();
      const root = 1 + c * z;
      if (root <= 0) continue;
      const v = root * root * root;
      if (Math.log(1 - uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  return {
    uniform,
    beta: (a, b) => {
      const first = gamma(a);
      return first / (first + gamma(b));
    },
  };
};
