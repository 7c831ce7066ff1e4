import type { ReactElement } from 'react';
import type { AxisRange } from './axis-range';
import { palette } from './palette';

/** One unit's course; every unit of a row is drawn on the same range so that heights compare. */
export interface SmallMultipleData {
  readonly values: readonly (number | null)[];
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
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${box.left} ${down(tick, range)}H${width - box.right}`} stroke={palette.line2} />
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
      {lastValue !== null && (
        <circle
          cx={across(lastIndex, values.length)}
          cy={down(lastValue, range)}
          r={3.5}
          fill={palette.city}
        />
      )}
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
