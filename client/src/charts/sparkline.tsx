import type { ReactElement } from 'react';
import { palette } from './palette';

/** Where the line and the target of a sparkline run, in pixels. */
export interface SparklinePath {
  readonly points: readonly (readonly [number, number])[];
  /** The line, broken where a period has no figure. */
  readonly path: string;
  readonly targetY: number | null;
}

/** Lays out values over equal steps; the scale fits values and target. All units are those of the values. */
export const sparklinePath = (
  values: readonly (number | null)[],
  target: number | null,
  size: { readonly width: number; readonly height: number },
): SparklinePath => {
  const pad = 4;
  const known = [...values, target].filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number): number =>
    pad + ((size.width - 2 * pad) * index) / Math.max(1, values.length - 1);
  const y = (value: number): number => size.height - pad - ((size.height - 2 * pad) * (value - low)) / span;
  const points: (readonly [number, number])[] = [];
  let path = '';
  let pen = 'M';
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    const place = [x(index), y(value)] as const;
    points.push(place);
    path += `${pen}${place[0].toFixed(1)} ${place[1].toFixed(1)}`;
    pen = 'L';
  });
  return { points, path, targetY: target === null || known.length === 0 ? null : y(target) };
};

/** The last periods as a line, the newest dotted, the target dashed. No axis: the numbers stand beside it. */
export const Sparkline = ({
  values,
  target,
  width = 100,
  height = 24,
  label,
}: {
  readonly values: readonly (number | null)[];
  readonly target: number | null;
  readonly width?: number;
  readonly height?: number;
  readonly label?: string | undefined;
}): ReactElement => {
  const { path, points, targetY } = sparklinePath(values, target, { width, height });
  const [lastX, lastY] = points[points.length - 1] ?? [0, 0];
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ display: 'block', flex: 'none' }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {targetY !== null && (
        <path d={`M0 ${targetY}H${width}`} stroke={palette.ink} strokeDasharray="3 2.5" opacity={0.65} />
      )}
      <path d={path} fill="none" stroke={palette.city} strokeWidth={1.6} strokeLinejoin="round" />
      {points.length > 0 && <circle cx={lastX} cy={lastY} r={2.8} fill={palette.city} />}
    </svg>
  );
};
