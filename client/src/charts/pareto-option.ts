import type { EChartsCoreOption } from 'echarts/core';
import { fontFamily, palette } from './palette';
import { readingTooltip, type Reading } from './trend-option';

/** Failing items, most frequent first; `readings` in the same order. */
export interface ParetoChart {
  readonly bars: readonly {
    readonly name: string;
    readonly failures: number;
    /** What stands behind the bar: `12，累计 54%`. */
    readonly label: string;
    /** One of the few that make most of the findings. */
    readonly isVital: boolean;
  }[];
  readonly readings: readonly Reading[];
}

/** The index of the series that hovering and the arrow keys read. */
export const paretoSeries = 0;

/** Height of the chart for so many bars, pixels. */
export const paretoHeight = (bars: number): number => 12 + 30 * bars;

/** Bars lying down, so that long names of substances can be read; the running share stands behind each. */
export const paretoOption = ({ bars, readings }: ParetoChart): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily },
  grid: { left: 118, right: 108, top: 4, bottom: 8 },
  tooltip: readingTooltip(readings, 'item'),
  xAxis: { type: 'value', min: 0, show: false },
  yAxis: {
    type: 'category',
    inverse: true,
    data: bars.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.ink, fontSize: 13, width: 104, overflow: 'truncate' },
  },
  series: [
    {
      type: 'bar',
      barMaxWidth: 16,
      data: bars.map(({ failures, isVital }) => ({
        value: failures,
        itemStyle: { color: isVital ? palette.miss : palette.axis },
      })),
      label: {
        show: true,
        position: 'right',
        color: palette.ink2,
        fontSize: 12,
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => bars[dataIndex]?.label ?? '',
      },
    },
  ],
});
