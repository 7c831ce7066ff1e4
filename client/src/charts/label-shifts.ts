import type { AxisRange } from './axis-range';

/** What stands at the right end of a trend, on the printed scale: two labelled values and two level lines. */
export interface TrendEnd {
  readonly own: number | null;
  readonly other: number | null;
  readonly target: number | null;
  /** The baseline mean of normal variation. */
  readonly centre: number | null;
}

/** Height of the plotting area in pixels: 306 less the grid's top and bottom. */
const plotHeight = 246;
const labelHeight = 17;
/** Closer than this, in pixels, a line would strike through a label. */
const clearance = labelHeight / 2 + 1;

/**
 * How far the end labels move from their points, in pixels, downward: off the lines of target and baseline, without
 * crossing the target, then apart from each other.
 */
export const labelShifts = (
  { own, other, target, centre }: TrendEnd,
  range: AxisRange,
): readonly [own: number, other: number] => {
  const down = (value: number): number => ((range.max - value) / (range.max - range.min)) * plotHeight;
  const lines = [target, centre].filter((line) => line !== null).map(down);
  /** The clear place nearest to `wanted` among those that are allowed. */
  const place = (wanted: number, isAllowed: (at: number) => boolean): number => {
    const [nearest = wanted] = [wanted, ...lines.flatMap((line) => [line - clearance, line + clearance])]
      .filter((at) => isAllowed(at) && lines.every((line) => Math.abs(at - line) >= clearance))
      .sort((one, another) => Math.abs(one - wanted) - Math.abs(another - wanted));
    return nearest;
  };
  const onItsSide = (value: number): number =>
    place(down(value), (at) => target === null || at < down(target) === value >= target);
  const under = (at: number, value: number): number =>
    place(Math.max(at + labelHeight, down(value)), (lower) => lower >= at + labelHeight);
  if (own === null || other === null) {
    return [
      own === null ? 0 : onItsSide(own) - down(own),
      other === null ? 0 : onItsSide(other) - down(other),
    ];
  }
  let [ownAt, otherAt] = [onItsSide(own), onItsSide(other)];
  if (Math.abs(ownAt - otherAt) < labelHeight) {
    if (own >= other) otherAt = under(ownAt, other);
    else ownAt = under(otherAt, own);
  }
  return [ownAt - down(own), otherAt - down(other)];
};
