import { compareAlertLevels, type Alert } from '@zhibiao/shared/alert';

/** Orders alerts for a reader: by level, the whole before its parts, then the larger gap. */
export const worstFirst = (alerts: readonly Alert[], isWhole: (unit: string) => boolean): readonly Alert[] =>
  [...alerts].sort(
    (a, b) =>
      compareAlertLevels(a.level, b.level) ||
      Number(isWhole(b.unit)) - Number(isWhole(a.unit)) ||
      b.figures.shortfall - a.figures.shortfall ||
      a.id - b.id,
  );
