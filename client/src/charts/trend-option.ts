import type { EChartsCoreOption } from 'echarts/core';
import { axisRange, type AxisRange } from './axis-range';
import { baselineBracket, centreColour, limitsColour, signalPoint, type Control } from './control-layer';
import { labelShifts } from './label-shifts';
import { fontFamily, palette } from './palette';
import { readingHtml, type Reading } from './reading-html';

export type { Reading } from './reading-html';

/** A course over periods, on the printed scale (percent or points). Arrays are as long as `labels`. */
export interface Trend {
  readonly labels: readonly string[];
  /** Year under its first period, empty elsewhere. */
  readonly years: readonly string[];
  readonly values: readonly (number | null)[];
  /** Periods whose published figure was corrected since. */
  readonly corrected: readonly boolean[];
  readonly intervals: readonly ({ readonly lower: number; readonly upper: number } | null)[];
  /** Normal variation; drawn in place of the intervals, for one band is enough. Null where there is none. */
  readonly control: Control | null;
  readonly references: readonly (number | null)[];
  readonly target: number | null;
  readonly names: { readonly unit: string; readonly reference: string; readonly target: string };
  /** What hovering or the arrow keys read at a period: a title and rows of name and value. */
  readonly readings: readonly Reading[];
  /** 100 for percentages, null for points. */
  readonly cap: number | null;
  /** The indicator's printed scale: the axis where nothing differs. */
  readonly scale: { readonly low: number; readonly high: number };
}

/** The axis that fits line, band, reference and target together. */
export const trendRange = (trend: Trend): AxisRange =>
  axisRange(
    [
      ...trend.values,
      ...trend.references,
      trend.target,
      ...bandOf(trend).flatMap((interval) => (interval === null ? [] : [interval.lower, interval.upper])),
    ].filter((value) => value !== null),
    trend.cap,
    7,
    trend.scale,
  );

const bandOf = ({ control, intervals }: Trend): Trend['intervals'] => control?.limits ?? intervals;

/** Points on their band (normal variation, else 95 %), the target as a solid line, the reference dashed. */
export const trendOption = (trend: Trend): EChartsCoreOption => {
  const range = trendRange(trend);
  const { control } = trend;
  const band = bandOf(trend);
  const bandLow = band.map((interval) => interval?.lower ?? null);
  const bandHeight = band.map((interval) => (interval === null ? null : interval.upper - interval.lower));
  const still = { emphasis: { disabled: true } };
  const hidden = {
    ...still,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    // Limits belong to one period's samples each and jump between them.
    ...(control === null ? {} : { step: 'middle' }),
  };
  const [ownShift, otherShift] = labelShifts(
    {
      own: newest(trend.values),
      other: newest(trend.references),
      target: trend.target,
      centre: control?.centre ?? null,
    },
    range,
  );
  const endLabel = {
    show: true,
    fontFamily,
    fontWeight: 700,
    textBorderColor: palette.paper,
    textBorderWidth: 3,
  };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 44, right: 92, top: 18, bottom: 42 },
    tooltip: readingTooltip(trend.readings),
    xAxis: {
      type: 'category',
      data: trend.labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.axis } },
      axisLabel: {
        color: palette.ink3,
        fontSize: 12,
        interval: 0,
        hideOverlap: true,
        formatter: (label: string, index: number) => {
          const year = trend.years[index] ?? '';
          return year === '' ? label : `${label}\n{year|${year}}`;
        },
        rich: { year: { color: palette.ink2, fontWeight: 700, fontSize: 12, padding: [4, 0, 0, 0] } },
      },
    },
    yAxis: valueAxis(range),
    series: [
      { type: 'line', stack: 'band', data: bandLow, ...hidden },
      {
        type: 'line',
        stack: 'band',
        data: bandHeight,
        ...hidden,
        areaStyle:
          control === null ? { color: palette.cityBand, opacity: 0.55 } : { color: limitsColour, opacity: 1 },
      },
      {
        ...still,
        type: 'line',
        data: trend.references,
        symbol: 'none',
        silent: true,
        connectNulls: true,
        lineStyle: { color: palette.province, width: 1.6, type: [5, 3] },
        endLabel: {
          ...endLabel,
          formatter: endText(trend.names.reference),
          color: palette.province,
          fontSize: 12,
          offset: [6, otherShift],
        },
      },
      {
        ...still,
        type: 'line',
        data: trend.values.map((value, at) => signalPoint(value, control?.signals[at] ?? null)),
        symbol: 'circle',
        symbolSize: 7,
        showAllSymbol: true,
        z: 5,
        lineStyle: { color: palette.city, width: 2 },
        itemStyle: { color: palette.city, borderColor: palette.paper, borderWidth: 1.2 },
        endLabel: {
          ...endLabel,
          formatter: endText(trend.names.unit),
          color: palette.city,
          fontSize: 13,
          offset: [6, ownShift],
        },
        markLine: levelLines(trend, range),
      },
      ...(control?.baseline == null ? [] : [baselineBracket(control.baseline, range.min)]),
      ...(trend.corrected.includes(true) ? [correctionRings(trend)] : []),
    ],
  };
};

/** A ring around every point that was corrected after it was published. */
const correctionRings = ({ values, corrected }: Trend): object => ({
  type: 'line',
  silent: true,
  tooltip: { show: false },
  z: 6,
  data: values.map((value, at) => (corrected[at] === true ? value : null)),
  symbol: 'circle',
  symbolSize: 17,
  showAllSymbol: true,
  lineStyle: { opacity: 0 },
  itemStyle: { color: 'transparent', borderColor: correctionColour, borderWidth: 1.6 },
});

/** Ink, because a correction is neither a light nor a signal. */
export const correctionColour = palette.ink2;

/** The index of the series that hovering and the arrow keys read. */
export const trendSeries = 3;

/** A tooltip that says the prepared readings; what comes from data is escaped. */
export const readingTooltip = (readings: readonly Reading[], trigger: 'axis' | 'item' = 'axis'): object => ({
  trigger,
  confine: true,
  transitionDuration: 0,
  borderColor: '#AEBBC8',
  padding: [10, 12],
  textStyle: { color: palette.ink, fontSize: 13, fontFamily },
  axisPointer: { lineStyle: { color: '#8C9AAA', type: 'solid' } },
  formatter: (point: { dataIndex: number } | readonly { dataIndex: number }[]) => {
    const index = 'dataIndex' in point ? point.dataIndex : (point[0]?.dataIndex ?? -1);
    const reading = readings[index];
    return reading === undefined ? '' : readingHtml(reading);
  },
});

/** The value axis of every plot: light grid lines, labels in small ink. */
export const valueAxis = (range: AxisRange): object => ({
  type: 'value',
  min: range.min,
  max: range.max,
  interval: range.step,
  axisLabel: { color: palette.ink3, fontSize: 12, showMinLabel: true },
  splitLine: { lineStyle: { color: palette.line2 } },
});

/** The target, and the centre of normal variation behind it. */
const levelLines = ({ target, names, control, values }: Trend, range: AxisRange): object => ({
  silent: true,
  symbol: 'none',
  data: [
    ...(control?.centre == null
      ? []
      : [
          {
            yAxis: control.centre,
            lineStyle: { color: centreColour, width: 1, type: 'solid' },
            label: { show: false },
          },
        ]),
    ...(target === null ? [] : [{ yAxis: target }]),
  ],
  lineStyle: { color: palette.ink, width: 2, type: 'solid' },
  label: {
    // A function: in a text, `{a}` of a name would be filled in.
    formatter: () => names.target,
    // On the side of the line where the first points are not; at the top of the axis nothing lies above it.
    position:
      target !== null && target < range.max && (values[0] ?? 0) >= target
        ? 'insideStartBottom'
        : 'insideStartTop',
    color: palette.ink,
    fontSize: 12,
    fontWeight: 700,
    fontFamily,
    distance: [4, 5],
    textBorderColor: palette.paper,
    textBorderWidth: 3,
  },
});

/** Where a line ends: its label stands at the last point that has a figure. */
const newest = (values: readonly (number | null)[]): number | null =>
  values.filter((value) => value !== null).at(-1) ?? null;

const endText =
  (name: string) =>
  ({ value }: { readonly value: unknown }): string =>
    `${name} ${typeof value === 'number' ? value.toFixed(1) : ''}`;
