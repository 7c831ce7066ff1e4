/** Ends and step of a labelled axis that fits the values; never from zero by habit, never beyond `cap`. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** Rounds outward to steps that give at most `ticks` of them. Without values: 0 to `cap`. */
export const axisRange = (values: readonly number[], cap: number | null, ticks = 7): AxisRange => {
  if (values.length === 0) return { min: 0, max: cap ?? 100, step: (cap ?? 100) / 5 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = steps.find((size) => (high - low) / size <= ticks - 1) ?? 20;
  const round = (value: number): number => Number(value.toFixed(6));
  const min = round(Math.max(0, Math.floor(low / step - 0.2) * step));
  const max = round(Math.ceil(high / step + 0.2) * step);
  return { min, max: cap === null ? max : Math.min(cap, max), step };
};
