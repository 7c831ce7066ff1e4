import type { ReactElement } from 'react';
import type { AxisRange } from './axis-range';
import { limitsColour, signalColours, type Signal } from './control-layer';
import { palette } from './palette';

/** One unit's course; every unit of a row is drawn on the same range so that heights compare. */
export interface SmallMultipleData {
  readonly values: readonly (number | null)[];
  /** Normal variation of each period, held to the range; null where it is not known. */
  readonly limits: readonly ({ readonly lower: number; readonly upper: number } | null)[];
  /** What each value shows; only what is not common cause is drawn. */
  readonly signals: readonly (Signal | null)[];
  readonly target: number | null;
  readonly range: AxisRange;
  readonly firstLabel: string;
  readonly lastLabel: string;
}

const width = 150;
const height = 122;
const box = { left: 26, right: 6, top: 8, bottom: 20 };

/** Where the line runs, in pixels of a 150 × 122 drawing; broken where a period has no figure. */
export const smallMultiplePath = ({ values, range }: SmallMultipleData): string => {
  let pen = 'M';
  let path = '';
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    path += `${pen}${across(index, values.length).toFixed(1)} ${down(value, range).toFixed(1)}`;
    pen = 'L';
  });
  return path;
};

/**
 * The band of normal variation as steps, one period wide each: limits belong to a period's samples and do not run from
 * one to the next.
 */
export const smallMultipleBand = ({ limits, range }: SmallMultipleData): string => {
  const half = (width - box.left - box.right) / Math.max(1, limits.length) / 2;
  return limits
    .map((limit, index) => {
      if (limit === null) return '';
      const from = (across(index, limits.length) - half).toFixed(1);
      const to = (across(index, limits.length) + half).toFixed(1);
      return `M${from} ${down(limit.upper, range).toFixed(1)}H${to}V${down(limit.lower, range).toFixed(1)}H${from}Z`;
    })
    .join('');
};

const isMarked = (signal: Signal | null): signal is 'improvement' | 'concern' =>
  signal === 'improvement' || signal === 'concern';

/** A triangle that points the way of the change (screens.md 2.3). */
const signalPath = (signal: 'improvement' | 'concern', x: number, y: number): string =>
  signal === 'improvement' ? `M${x} ${y - 4}l4 7h-8z` : `M${x} ${y + 4}l4 -7h-8z`;

/** A small line chart with the target; its numbers stand in the head and foot beside it. */
export const SmallMultiple = ({
  data,
  description,
}: {
  readonly data: SmallMultipleData;
  readonly description: string;
}): ReactElement => {
  const { range, target, values } = data;
  const steps = Math.round((range.max - range.min) / range.step);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => range.min + index * range.step);
  const lastIndex = values.length - 1;
  const lastValue = values[lastIndex] ?? null;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={description}
      style={{ display: 'block' }}
    >
      <path d={smallMultipleBand(data)} fill={limitsColour} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${box.left} ${down(tick, range)}H${width - box.right}`} stroke={palette.line} />
          <text x={box.left - 4} y={down(tick, range) + 4} fontSize={11} textAnchor="end" fill={palette.ink3}>
            {Number(tick.toFixed(1))}
          </text>
        </g>
      ))}
      {target !== null && (
        <path
          d={`M${box.left} ${down(target, range)}H${width - box.right}`}
          stroke={palette.ink}
          strokeWidth={1.2}
        />
      )}
      <path
        d={smallMultiplePath(data)}
        fill="none"
        stroke={palette.city}
        strokeWidth={1.6}
        strokeLinejoin="round"
      />
      {lastValue !== null && !isMarked(data.signals[lastIndex] ?? null) && (
        <circle
          cx={across(lastIndex, values.length)}
          cy={down(lastValue, range)}
          r={3.5}
          fill={palette.city}
        />
      )}
      {values.map((value, index) => {
        const signal = data.signals[index] ?? null;
        if (value === null || !isMarked(signal)) return null;
        return (
          // Points never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <path
            key={index}
            d={signalPath(signal, across(index, values.length), down(value, range))}
            fill={signalColours[signal]}
            stroke="#fff"
            strokeWidth={0.6}
          />
        );
      })}
      <text x={box.left} y={height - 4} fontSize={11} fill={palette.ink3}>
        {data.firstLabel}
      </text>
      <text x={width - box.right} y={height - 4} fontSize={11} fill={palette.ink3} textAnchor="end">
        {data.lastLabel}
      </text>
    </svg>
  );
};

const across = (index: number, count: number): number =>
  box.left + ((width - box.left - box.right) * (index + 0.5)) / Math.max(1, count);

const down = (value: number, range: AxisRange): number => {
  const held = Math.min(range.max, Math.max(range.min, value));
  return box.top + ((height - box.top - box.bottom) * (range.max - held)) / (range.max - range.min);
};
