import type { ObservationKey } from './types';

/** One text per observation key, for maps; the separator occurs in no code. */
export const keyText = (key: ObservationKey): string =>
  `${key.indicator}|${key.unit}|${key.period}|${key.basis}`;
