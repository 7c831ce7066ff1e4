import { fontFamily, palette } from './palette';

/** What a point of a control chart shows, apart from any light (screens.md 2.3). */
export type Signal = 'improvement' | 'concern' | 'common' | 'neutral';

/** Normal variation of a course, on the printed scale. Arrays are as long as the course's labels. */
export interface Control {
  readonly limits: readonly ({ readonly lower: number; readonly upper: number } | null)[];
  readonly centre: number | null;
  readonly signals: readonly (Signal | null)[];
  /** Places of the first and last figure that set the centre. */
  readonly baseline: { readonly from: number; readonly to: number; readonly name: string } | null;
}

/** Colours of signals; never those of a light. */
export const signalColours: Readonly<Record<Signal, string>> = {
  improvement: '#1D66B0',
  concern: '#C2570C',
  common: '#66758A',
  neutral: palette.ink2,
};

/** The grey of normal variation. */
export const limitsColour = '#E9EDF2';
/** Thin lines that belong to the band: the centre and the bracket. */
export const centreColour = '#8796A6';

/** A point in the shape of its signal: up triangle, down triangle, dot. */
export const signalPoint = (value: number | null, signal: Signal | null): number | object | null => {
  if (value === null || signal === null) return value;
  const triangle = signal === 'improvement' || signal === 'concern';
  return {
    value,
    symbol: triangle ? 'triangle' : 'circle',
    symbolSize: triangle ? [12, 11] : 8,
    symbolRotate: signal === 'concern' ? 180 : 0,
    itemStyle: { color: signalColours[signal] },
  };
};

interface Drawing {
  readonly coord: (at: readonly number[]) => readonly number[];
  readonly value: (dimension: number) => number;
}

/** The bracket above the axis that says which figures set the centre. */
export const baselineBracket = (
  { from, to, name }: NonNullable<Control['baseline']>,
  floor: number,
): object => ({
  type: 'custom',
  silent: true,
  tooltip: { show: false },
  z: 3,
  data: [[from, floor]],
  renderItem: (_: unknown, { coord }: Drawing) => {
    const [left = 0, bottom = 0] = coord([from, floor]);
    const [right = 0] = coord([to, floor]);
    const y = bottom - 9;
    const style = { stroke: centreColour, lineWidth: 1 };
    const line = (x1: number, y1: number, x2: number, y2: number): object => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style,
    });
    return {
      type: 'group',
      children: [
        line(left, y, right, y),
        line(left, y - 4, left, y + 4),
        line(right, y - 4, right, y + 4),
        {
          type: 'text',
          style: {
            text: name,
            x: (left + right) / 2,
            y: y - 5,
            align: 'center',
            verticalAlign: 'bottom',
            fontSize: 12,
            fontFamily,
            fill: palette.ink3,
            stroke: palette.paper,
            lineWidth: 3,
          },
        },
      ],
    };
  },
});
