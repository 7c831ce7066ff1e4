import type { ReactElement } from 'react';
import type { GaugeReading } from './gauge-scene';
import { lightColour, palette } from './palette';

const width = 250;
const left = 8;

/** Pixel across a bullet row for a value; what lies outside the scale rests on its end. */
export const bulletX = (reading: Pick<GaugeReading, 'low' | 'high'>, value: number): number => {
  const share =
    (Math.min(reading.high, Math.max(reading.low, value)) - reading.low) / (reading.high - reading.low);
  return left + (width - 2 * left) * share;
};

/** The gauge bent straight: the same marks on a bar. The row's cells say the numbers. */
export const Bullet = ({
  reading,
  description,
}: {
  readonly reading: GaugeReading;
  readonly description: string;
}): ReactElement => {
  const x = (value: number): number => bulletX(reading, value);
  const y = 16;
  const { value, target, interval, reference } = reading;
  const colour = lightColour(reading.light);
  return (
    <svg
      width={width}
      height={40}
      viewBox={`0 0 ${width} 40`}
      role="img"
      aria-label={description}
      className="bullet"
    >
      <rect x={left} y={y - 6} width={width - 2 * left} height={12} fill={palette.track} />
      {target !== null && target < reading.high && (
        <rect x={x(target)} y={y - 6} width={x(reading.high) - x(target)} height={12} fill={palette.zone} />
      )}
      {interval !== null && (
        <rect
          x={x(interval.lower)}
          y={y - 2.5}
          width={x(interval.upper) - x(interval.lower)}
          height={5}
          fill={colour}
          opacity={0.5}
        />
      )}
      {value !== null && (
        <>
          <path d={`M${x(value)} ${y - 9}v18`} stroke={palette.paper} strokeWidth={8} strokeLinecap="round" />
          <path d={`M${x(value)} ${y - 9}v18`} stroke={colour} strokeWidth={4.6} strokeLinecap="round" />
        </>
      )}
      {target !== null && <path d={`M${x(target)} ${y - 13}v26`} stroke={palette.ink} strokeWidth={2.4} />}
      {reference !== null && (
        <path
          transform={`translate(${x(reference)} ${y})`}
          d="M0-5.5L5.5 0L0 5.5L-5.5 0z"
          fill={palette.paper}
          stroke={palette.province}
          strokeWidth={1.8}
        />
      )}
      <text x={left} y={38} fontSize={12} fill={palette.ink3}>
        {reading.low}
      </text>
      <text x={width - left} y={38} fontSize={12} fill={palette.ink3} textAnchor="end">
        {reading.high}
      </text>
    </svg>
  );
};
