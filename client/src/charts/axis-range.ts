/** Ends and step of a labelled axis that fits the values; never from zero by habit, never beyond `cap`. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/**
 * Rounds outward to steps that give at most `ticks` of them. Without values: 0 to `cap`. Where all values are one,
 * they make no scale of their own, and the axis is the indicator's `scale` if that holds them.
 */
export const axisRange = (
  values: readonly number[],
  cap: number | null,
  ticks = 7,
  scale?: { readonly low: number; readonly high: number },
): AxisRange => {
  if (values.length === 0) return { min: 0, max: cap ?? 100, step: (cap ?? 100) / 5 };
  const isFlat = Math.min(...values) === Math.max(...values);
  const held = [...values, ...(isFlat && scale !== undefined ? [scale.low, scale.high] : [])];
  const low = Math.min(...held);
  const high = Math.max(...held);
  const step = steps.find((size) => (high - low) / size <= ticks - 1) ?? 20;
  const round = (value: number): number => Number(value.toFixed(6));
  // The end of a scale is an end already; a value is given a little room.
  const room = isFlat && scale?.low === low ? 0 : 0.2;
  const min = round(Math.max(0, Math.floor(low / step - room) * step));
  const max = round(Math.ceil(high / step + 0.2) * step);
  return { min, max: cap === null ? max : Math.min(cap, max), step };
};
