import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Reading } from './trend-option';
import './plot.css';

const PlotChart = lazy(() => import('./plot-chart').then((module) => ({ default: module.PlotChart })));

/**
 * A chart with axes: one sentence for those who do not see it, the arrow keys read what hovering reads (a
 * slider along its points), and T asks for the table behind it.
 */
export const Plot = ({
  option,
  height,
  series,
  readings,
  vertical = false,
  description,
  onTable,
}: {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly series: number;
  readonly readings: readonly Reading[];
  /** True where points lie below each other, so that up and down move. */
  readonly vertical?: boolean;
  readonly description: string;
  readonly onTable: () => void;
}): ReactElement => {
  const [reading, setReading] = useState<number | null>(null);
  const move = (step: number): void =>
    setReading((at) => {
      const from = at ?? (step > 0 ? -1 : readings.length);
      return Math.min(readings.length - 1, Math.max(0, from + step));
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    const [back, forward] = vertical ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key === back) move(-1);
    else if (event.key === forward) move(1);
    else if (event.key === 'Escape') setReading(null);
    else if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey && !event.altKey) onTable();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const read = readings[reading ?? -1];
  return (
    <div
      className="plot"
      role="slider"
      aria-label={description}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuemin={1}
      aria-valuemax={readings.length}
      aria-valuenow={(reading ?? 0) + 1}
      aria-valuetext={
        read === undefined ? '' : [read.title, ...read.rows.map((row) => row.join(' '))].join(' ')
      }
      tabIndex={0}
      data-arrows
      onKeyDown={onKeyDown}
      onBlur={() => setReading(null)}
      style={{ height }}
    >
      <Suspense fallback={null}>
        <PlotChart option={option} height={height} series={series} reading={reading} />
      </Suspense>
    </div>
  );
};
