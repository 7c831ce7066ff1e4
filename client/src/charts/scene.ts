/** A drawing as plain shapes, so that ECharts and a first paint in SVG draw the very same picture. */
export type Shape =
  | {
      readonly kind: 'sector';
      readonly cx: number;
      readonly cy: number;
      readonly inner: number;
      readonly outer: number;
      /** Radians, clockwise from three o'clock. */
      readonly start: number;
      readonly end: number;
      readonly fill: string;
      readonly opacity: number;
    }
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly stroke: string;
      readonly width: number;
      readonly cap: 'butt' | 'round';
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly Point[];
      readonly fill: string;
      readonly stroke: string;
      readonly width: number;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly at: Point;
      readonly fill: string;
      readonly size: number;
      readonly bold: boolean;
      readonly align: 'left' | 'center' | 'right';
      readonly baseline: 'top' | 'bottom';
    };

/** x to the right, y down, in pixels. */
export type Point = readonly [x: number, y: number];

/** Shapes in the order in which they are painted. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
