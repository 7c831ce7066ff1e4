import type { Alert } from '@zhibiao/shared/alert';

/** Orders alerts for a reader: below target before at risk, the whole before its parts, then the larger gap. */
export const worstFirst = (alerts: readonly Alert[], isWhole: (unit: string) => boolean): readonly Alert[] =>
  [...alerts].sort(
    (a, b) =>
      weight[a.light] - weight[b.light] ||
      Number(isWhole(b.unit)) - Number(isWhole(a.unit)) ||
      b.shortfall - a.shortfall ||
      a.id - b.id,
  );

const weight = { miss: 0, risk: 1 } as const;
