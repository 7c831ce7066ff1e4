import type { Light } from '@zhibiao/shared/evaluation';
import { lightColour, palette as lightPalette, type Palette } from './palette';
import type { Point, Scene, Shape } from './scene';

/** What a gauge shows, on the scale of its indicator: percent or points, never 0…1. */
export interface GaugeReading {
  readonly low: number;
  readonly high: number;
  readonly value: number | null;
  readonly target: number | null;
  /** Words beside the target's tick, `目标 94.8`. */
  readonly targetLabel: string;
  readonly reference: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly light: Light;
}

/** How large a gauge is drawn; `centreY` is where the arc's centre lies. */
export interface GaugeSize {
  readonly width: number;
  readonly height: number;
  readonly centreY: number;
  readonly radius: number;
  readonly thickness: number;
  /** Grows the marks with the arc, 1 on a card. */
  readonly scale: number;
  readonly font: number;
}

/** Beside all the lines of a full card. */
export const cardGauge: GaugeSize = {
  width: 244,
  height: 129,
  centreY: 97,
  radius: 75,
  thickness: 13,
  scale: 1,
  font: 12,
};
/** On a card with room to spare. */
export const roomyGauge: GaugeSize = {
  width: 260,
  height: 158,
  centreY: 121,
  radius: 96,
  thickness: 15,
  scale: 1.15,
  font: 12,
};
/** The expanded indicator on a phone. */
export const phoneGauge: GaugeSize = {
  width: 326,
  height: 166,
  centreY: 124,
  radius: 100,
  thickness: 16,
  scale: 1.2,
  font: 13,
};

/** The focus of the wall, on a canvas of 1920 by 1080. */
export const wallGauge: GaugeSize = {
  width: 900,
  height: 386,
  centreY: 292,
  radius: 246,
  thickness: 40,
  scale: 2.6,
  font: 28,
};

/**
 * Draws a target gauge: position on a labelled arc of 198 degrees, never the length of a fill, so that a
 * scale from 88 to 100 stays honest (screens.md 5). Marks outside the scale rest on its end.
 */
export const gaugeScene = (
  reading: GaugeReading,
  size: GaugeSize,
  palette: Palette = lightPalette,
): Scene => {
  const { radius: outer, scale } = size;
  const inner = outer - size.thickness;
  const centre: Point = [size.width / 2, size.centreY];
  const angle = angleOn(reading.low, reading.high);
  const at = (radius: number, value: number): Point => polar(centre, radius, angle(value));
  const sector = (
    span: readonly [number, number],
    radii: readonly [number, number],
    fill: string,
  ): Sector => ({
    kind: 'sector',
    cx: centre[0],
    cy: centre[1],
    inner: radii[0],
    outer: radii[1],
    start: angle(span[0]),
    end: angle(span[1]),
    fill,
    opacity: 1,
  });
  const ray = (value: number, radii: readonly [number, number], stroke: string, width: number): Ray => ({
    kind: 'line',
    from: at(radii[0], value),
    to: at(radii[1], value),
    stroke,
    width: width * scale,
    cap: 'round',
  });
  const tick = (value: number): Ray => ({
    ...ray(value, [inner - 2 * scale, outer + 6 * scale], palette.ink, 2.4),
    cap: 'butt',
  });

  const { low, high, target, interval, value, reference } = reading;
  const colour = lightColour(reading.light, palette);
  const shapes: Shape[] = [sector([low, high], [inner, outer], palette.track)];
  if (target !== null && target < high) shapes.push(sector([target, high], [inner, outer], palette.zone));
  if (interval !== null) {
    const band: readonly [number, number] = [inner - 6 * scale, inner - 2 * scale];
    shapes.push({ ...sector([interval.lower, interval.upper], band, colour), opacity: 0.55 });
  }
  if (target !== null) shapes.push(tick(target));
  if (value !== null) {
    const pointer: readonly [number, number] = [inner - 9 * scale, outer + 1.5 * scale];
    // A white halo keeps the pointer readable where it lies on the target's tick.
    shapes.push(ray(value, pointer, palette.paper, 8), ray(value, pointer, colour, 4.6));
    if (target !== null && Math.abs(angle(value) - angle(target)) * outer < 5 * scale)
      shapes.push(tick(target));
  }
  if (reference !== null)
    shapes.push(diamond(at(inner - 4 * scale, reference), { half: 5 * scale, width: 1.8 * scale }, palette));
  return {
    width: size.width,
    height: size.height,
    shapes: [...shapes, ...labels({ reading, size, at, angle, palette })],
  };
};

type Sector = Extract<Shape, { kind: 'sector' }>;
type Ray = Extract<Shape, { kind: 'line' }>;

/** Half the arc's opening below the horizontal: 9 degrees. */
const droop = (9 * Math.PI) / 180;

const angleOn =
  (low: number, high: number) =>
  (value: number): number => {
    const share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
    return Math.PI - droop + (Math.PI + 2 * droop) * share;
  };

const polar = (centre: Point, radius: number, angle: number): Point => [
  centre[0] + radius * Math.cos(angle),
  centre[1] + radius * Math.sin(angle),
];

const diamond = (
  [x, y]: Point,
  { half, width }: { readonly half: number; readonly width: number },
  palette: Palette,
): Shape => ({
  kind: 'polygon',
  points: [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ],
  fill: palette.paper,
  stroke: palette.province,
  width,
});

/** Both ends of the scale and the target; a target at the end replaces the end's number. */
const labels = ({
  reading,
  size,
  at,
  angle,
  palette,
}: {
  readonly reading: GaugeReading;
  readonly size: GaugeSize;
  readonly at: (radius: number, value: number) => Point;
  readonly angle: (value: number) => number;
  readonly palette: Palette;
}): Shape[] => {
  const label = (text: string, place: Point, rest: Partial<Extract<Shape, { kind: 'text' }>>): Shape => ({
    kind: 'text',
    text,
    at: place,
    fill: palette.ink3,
    size: size.font,
    bold: false,
    align: 'center',
    baseline: 'top',
    ...rest,
  });
  const middle = size.radius - size.thickness / 2;
  const below = ([x, y]: Point): Point => [x, y + 8 * size.scale];
  const { target } = reading;
  const atEnd = target !== null && target >= reading.high;
  const shapes = [
    label(`${reading.low}`, below(at(middle, reading.low)), {}),
    atEnd
      ? label(reading.targetLabel, below(at(middle, reading.high)), { fill: palette.ink, bold: true })
      : label(`${reading.high}`, below(at(middle, reading.high)), {}),
  ];
  if (target !== null && !atEnd) {
    const across = Math.cos(angle(target));
    const align = Math.abs(across) < 0.2 ? 'center' : across > 0 ? 'left' : 'right';
    shapes.push(
      label(reading.targetLabel, at(size.radius + 9 * size.scale, target), {
        fill: palette.ink,
        bold: true,
        align,
        baseline: 'bottom',
      }),
    );
  }
  return shapes;
};
