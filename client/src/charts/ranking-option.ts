import type { Light } from '@zhibiao/shared/evaluation';
import type { EChartsCoreOption } from 'echarts/core';
import { axisRange, type AxisRange } from './axis-range';
import { fontFamily, lightColour, palette } from './palette';
import { readingTooltip, type Reading } from './trend-option';
import { unitDot } from './unit-dot';

/** Units in order, the best first, on the printed scale. */
export interface Ranking {
  readonly units: readonly RankedDot[];
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly whole: { readonly value: number; readonly label: string } | null;
  /** Over the columns at the right; an empty one for ranks leaves their column out. */
  readonly headings: { readonly interval: string; readonly rank: string };
  readonly readings: readonly Reading[];
  /** 100 for percentages, null for points. */
  readonly cap: number | null;
  /** The indicator's printed scale: the axis where nothing differs. */
  readonly scale: { readonly low: number; readonly high: number };
  /** On a phone the intervals stand in the table alone. */
  readonly narrow: boolean;
}

/** One row: a name with its rank, the value, its interval, and both as text at the right. */
export interface RankedDot {
  readonly name: string;
  readonly rank: string;
  readonly own: boolean;
  readonly value: number;
  readonly valueText: string;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly intervalText: string;
  /** The ranks it may hold, `1～3`. */
  readonly rankText: string;
  readonly light: Light;
}

/** The axis that fits every dot, interval, the whole and the target. */
export const rankingRange = ({ units, target, whole, cap, scale, narrow, headings }: Ranking): AxisRange =>
  axisRange(
    [
      ...units.flatMap(({ value, interval }) =>
        interval === null ? [value] : [value, interval.lower, interval.upper],
      ),
      ...[target, whole].flatMap((line) => (line === null ? [] : [line.value])),
    ],
    cap,
    narrow ? 4 : headings.rank === '' ? 9 : 6,
    scale,
  );

/** Dots with intervals, target and whole as lines; the axis is cut where the figures are, and labelled. */
export const rankingOption = (ranking: Ranking): EChartsCoreOption => {
  const range = rankingRange(ranking);
  const { units, narrow } = ranking;
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: narrow ? 96 : 112, right: columnsOf(ranking).width, top: 30, bottom: 28 },
    tooltip: readingTooltip(ranking.readings, 'item'),
    xAxis: {
      type: 'value',
      min: range.min,
      max: range.max,
      interval: range.step,
      axisLabel: { color: palette.ink3, fontSize: 12 },
      splitLine: { lineStyle: { color: palette.line2 } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: units.map((unit) => unit.name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        color: palette.ink,
        fontSize: 13,
        align: 'left',
        margin: narrow ? 88 : 98,
        formatter: (name: string, index: number) => {
          const unit = units[index];
          return `{rank|${unit?.rank ?? ''}}{${unit?.own === true ? 'own' : 'name'}|${withoutBraces(name)}}`;
        },
        rich: {
          rank: { color: palette.ink3, width: 22, fontSize: 13 },
          name: { color: palette.ink, fontSize: 13 },
          own: { color: palette.city, fontSize: 13, fontWeight: 700 },
        },
      },
    },
    series: [
      {
        type: 'custom',
        silent: true,
        data: units.map((_, index) => [0, index]),
        renderItem: intervalBar(units, range),
      },
      {
        type: 'scatter',
        z: 5,
        data: units.map((unit, index) => ({
          value: [unit.value, index],
          ...unitDot(unit.light),
        })),
        markLine: { silent: true, symbol: 'none', data: lines(ranking) },
      },
      {
        type: 'custom',
        silent: true,
        data: units.map((_, index) => [range.max, index]),
        renderItem: figures(ranking, range),
      },
    ],
  };
};

/** Braces would end the style of the text that they stand in; their wide sisters look alike. */
const withoutBraces = (name: string): string => name.replaceAll('{', '｛').replaceAll('}', '｝');

/** The index of the series that hovering and the arrow keys read. */
export const rankingSeries = 1;

interface RenderApi {
  readonly coord: (place: readonly [number, number]) => readonly [number, number];
}

const intervalBar =
  (units: readonly RankedDot[], range: AxisRange) =>
  ({ dataIndex }: { readonly dataIndex: number }, api: RenderApi): object | null => {
    const unit = units[dataIndex];
    if (unit === undefined || unit.interval === null) return null;
    const from = api.coord([Math.max(range.min, unit.interval.lower), dataIndex]);
    const to = api.coord([Math.min(range.max, unit.interval.upper), dataIndex]);
    return {
      type: 'line',
      shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
      style: { stroke: lightColour(unit.light), lineWidth: 4, opacity: 0.4 },
    };
  };

/** How far right of the axis each column ends, and all of them together; on a phone intervals leave room for ranks. */
const columnsOf = ({
  narrow,
  headings,
}: Ranking): { readonly interval: number; readonly rank: number; readonly width: number } => {
  const ranks = headings.rank === '' ? 0 : narrow ? 44 : 66;
  const interval = narrow ? 52 : 156;
  return { interval, rank: interval + ranks, width: interval + ranks + 12 };
};

const figures =
  (ranking: Ranking, range: AxisRange) =>
  ({ dataIndex }: { readonly dataIndex: number }, api: RenderApi): object | null => {
    const { units, headings, narrow } = ranking;
    const columns = columnsOf(ranking);
    const unit = units[dataIndex];
    if (unit === undefined) return null;
    const [x, y] = api.coord([range.max, dataIndex]);
    const text = (content: string, right: number, style: object, at = y): object => ({
      type: 'text',
      style: {
        text: content,
        x: x + right,
        y: at,
        textAlign: 'right',
        textVerticalAlign: 'middle',
        ...style,
      },
    });
    const value = { fill: palette.ink, font: `700 13px ${fontFamily}` };
    const small = { fill: palette.ink3, font: `12px ${fontFamily}` };
    return {
      type: 'group',
      children: [
        text(unit.valueText, narrow ? 52 : 56, value),
        ...(narrow ? [] : [text(unit.intervalText, columns.interval, small)]),
        text(unit.rankText, columns.rank, { ...small, fill: palette.ink2 }),
        // The first row carries the headings, which stand where the labels of target and whole do.
        ...(dataIndex > 0 || headings.rank === ''
          ? []
          : [
              ...(narrow ? [] : [text(headings.interval, columns.interval, small, 20)]),
              text(headings.rank, columns.rank, small, 20),
            ]),
      ],
    };
  };

const lines = ({ target, whole }: Ranking): object[] => {
  const wholeIsLeft = target === null || whole === null || whole.value <= target.value;
  const line = (
    { value, label }: { readonly value: number; readonly label: string },
    colour: string,
    dashed: boolean,
    left: boolean,
  ): object => ({
    xAxis: value,
    lineStyle: dashed
      ? { color: colour, width: 1.4, type: [4, 3] }
      : { color: colour, width: 2, type: 'solid' },
    label: {
      formatter: () => label,
      color: colour,
      fontFamily,
      fontWeight: 700,
      fontSize: 12,
      // The axis runs downward, so its start is the top.
      position: 'start',
      align: left ? 'right' : 'left',
      offset: [left ? -4 : -3, 0],
    },
  });
  return [
    ...(target === null ? [] : [line(target, palette.ink, false, !wholeIsLeft)]),
    ...(whole === null ? [] : [line(whole, palette.city, true, wholeIsLeft)]),
  ];
};
