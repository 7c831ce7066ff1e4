import type { Light } from '@zhibiao/shared/evaluation';
import type { EChartsCoreOption } from 'echarts/core';
import { axisRange, type AxisRange } from './axis-range';
import { fontFamily, palette } from './palette';
import { readingTooltip, valueAxis, type Reading } from './trend-option';
import { unitDot } from './unit-dot';

/** Units of unequal size between the limits that chance draws; rates on the printed scale, percent. */
export interface Funnel {
  /** By rising number of samples; `readings` in the same order. */
  readonly units: readonly FunnelDot[];
  readonly lines: readonly FunnelLimits[];
  readonly centre: { readonly value: number; readonly label: string };
  readonly names: { readonly axis: string; readonly limit95: string; readonly limit998: string };
  readonly readings: readonly Reading[];
  readonly narrow: boolean;
}

/** One unit: samples to the right, rate upward. */
export interface FunnelDot {
  readonly name: string;
  readonly total: number;
  readonly value: number;
  readonly light: Light;
  /** Beyond a limit, so that the name is printed with its value and in bold. */
  readonly isOutside: boolean;
}

/** The limits at so many samples, percent. */
export interface FunnelLimits {
  readonly total: number;
  readonly lo998: number;
  readonly lo95: number;
  readonly hi95: number;
  readonly hi998: number;
}

/** Height of the funnel in pixels, as the ranking of six units beside it. */
export const funnelHeight = 330;

/** The index of the series that hovering and the arrow keys read. */
export const funnelSeries = 0;

/** The value axis holds every unit and the outer limits of the larger half of them; tiny samples run off it. */
export const funnelRange = ({ units, lines, centre }: Funnel): AxisRange => {
  const middle = units[Math.floor((units.length - 1) / 2)]?.total ?? 0;
  const limits = lines.find(({ total }) => total >= middle);
  return axisRange(
    [
      ...units.map(({ value }) => value),
      centre.value,
      ...(limits === undefined ? [] : [limits.lo998, limits.hi998]),
    ],
    100,
    6,
  );
};

/** Exact limits at 95 % solid and at 99.8 % dashed around the centre, units as dots with their names. */
export const funnelOption = (funnel: Funnel): EChartsCoreOption => {
  const range = funnelRange(funnel);
  const { units, lines, centre, names, narrow } = funnel;
  const samples = samplesAxis(units.at(-1)?.total ?? 1, narrow ? 5 : 9);
  const places = labelPlaces(funnel, range, samples.max);
  const limit = (key: 'lo998' | 'lo95' | 'hi95' | 'hi998'): object => ({
    type: 'line',
    silent: true,
    symbol: 'none',
    emphasis: { disabled: true },
    data: lines.map((line) => [line.total, line[key]]),
    lineStyle: { color: palette.axis, width: 1.4, type: key.endsWith('998') ? [5, 4] : 'solid' },
  });
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: margins(funnel),
    tooltip: readingTooltip(funnel.readings, 'item'),
    xAxis: {
      type: 'value',
      min: 0,
      max: samples.max,
      interval: samples.step,
      name: names.axis,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: palette.ink3, fontSize: 12 },
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.axis } },
      axisLabel: { color: palette.ink3, fontSize: 12 },
      splitLine: { show: false },
    },
    yAxis: valueAxis(range),
    series: [
      {
        type: 'scatter',
        z: 5,
        clip: false,
        data: units.map((unit, index) => ({
          value: [unit.total, unit.value],
          ...unitDot(unit.light),
          label: {
            show: true,
            // A function: in a text, `{a}` of a name would be filled in.
            formatter: () => labelText(unit),
            position: places[index] ?? 'top',
            distance: 5,
            color: palette.ink,
            fontFamily,
            fontSize: 12,
            fontWeight: unit.isOutside ? 700 : 400,
            textBorderColor: palette.paper,
            textBorderWidth: 3,
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ yAxis: centre.value }],
          lineStyle: { color: palette.city, width: 2, type: 'solid' },
          label: {
            formatter: () => centre.label,
            position: narrow ? 'insideStartTop' : 'end',
            color: palette.city,
            fontFamily,
            fontWeight: 700,
            fontSize: 12,
            distance: narrow ? [4, 3] : 6,
            textBorderColor: palette.paper,
            textBorderWidth: 3,
          },
        },
      },
      limit('hi998'),
      limit('hi95'),
      limit('lo95'),
      limit('lo998'),
      {
        type: 'custom',
        silent: true,
        clip: false,
        data: [[samples.max, centre.value]],
        renderItem: limitNames(funnel, range, samples.max),
      },
    ],
  };
};

interface RenderApi {
  readonly coord: (place: readonly [number, number]) => readonly [number, number];
}

/** The names of the lower limits in the margin, at the height where their lines end, below the centre's name. */
const limitNames =
  ({ lines, centre, names, narrow }: Funnel, range: AxisRange, most: number) =>
  (_: unknown, api: RenderApi): object | null => {
    const last = lines.at(-1);
    if (last === undefined) return null;
    const [x, centreAt] = api.coord([most, centre.value]);
    const height = (value: number): number => api.coord([most, Math.max(range.min, value)])[1];
    const inner = Math.max(height(last.lo95), centreAt + (narrow ? 0 : labelHeight));
    const outer = Math.max(height(last.lo998), inner + labelHeight);
    const text = (content: string, y: number): object => ({
      type: 'text',
      style: {
        text: content,
        x: x + 6,
        y,
        textVerticalAlign: 'middle',
        fill: palette.ink3,
        font: `12px ${fontFamily}`,
      },
    });
    return { type: 'group', children: [text(names.limit95, inner), text(names.limit998, outer)] };
  };

const labelHeight = 16;

/** Around the plot; at the right stand the names of the limits and, where there is room, of the centre. */
const margins = ({
  centre,
  narrow,
}: Funnel): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} => ({
  left: 42,
  right: narrow ? 44 : Math.max(60, 1.08 * textWidth(centre.label) + 14),
  top: 16,
  bottom: 48,
});

const labelText = ({ name, value, isOutside }: FunnelDot): string =>
  isOutside ? `${name} ${value.toFixed(1)}` : name;

/** From 0 to a round number that leaves room beyond the largest unit. */
const samplesAxis = (largest: number, ticks: number): { readonly max: number; readonly step: number } => {
  const wanted = (largest * 1.04) / ticks;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  const step = [1, 2, 4, 5, 10].map((size) => size * power).find((size) => size >= wanted) ?? 10 * power;
  return { max: step * Math.max(1, Math.ceil((largest * 1.04) / step)), step };
};

/** Where a name stands beside its dot. */
export type LabelPlace = 'top' | 'bottom' | 'right' | 'left';

/**
 * Where each name stands so that names cover neither each other nor a dot: away from the centre if it can, otherwise
 * wherever there is room. Reckoned for the width at which the chart is narrowest on its kind of screen.
 */
export const labelPlaces = (funnel: Funnel, range: AxisRange, most: number): readonly LabelPlace[] => {
  const { units, centre, narrow } = funnel;
  const { left, right, top, bottom } = margins(funnel);
  const width = (narrow ? 330 : 600) - left - right;
  const height = funnelHeight - top - bottom;
  const dots = units.map((unit) => ({
    x: (unit.total / most) * width,
    y: ((range.max - unit.value) / (range.max - range.min)) * height,
  }));
  const taken: Box[] = dots.map(({ x, y }) => ({ x0: x - 7, x1: x + 7, y0: y - 7, y1: y + 7 }));
  const middle = ((range.max - centre.value) / (range.max - range.min)) * height;
  if (narrow) taken.push({ x0: 0, x1: textWidth(centre.label) + 8, y0: middle - labelHeight, y1: middle });
  const line: Box = { x0: 0, x1: width, y0: middle - 1, y1: middle + 1 };
  return units.map((unit, index) => {
    const dot = dots[index] ?? { x: 0, y: 0 };
    const wide = textWidth(labelText(unit));
    const away: readonly LabelPlace[] =
      unit.value >= centre.value ? ['top', 'bottom', 'right', 'left'] : ['bottom', 'top', 'right', 'left'];
    const free = away
      .map((place) => ({ place, box: labelBox(dot, wide, place) }))
      .filter(
        ({ box }) =>
          box.x0 >= 0 &&
          box.x1 <= width &&
          box.y0 >= -top &&
          box.y1 <= height &&
          taken.every((other, at) => at === index || !overlap(box, other)),
      );
    // A name may lie on the centre's line before it covers another name.
    const chosen = free.find(({ box }) => !overlap(box, line)) ?? free[0];
    if (chosen === undefined) return away[0] ?? 'top';
    taken.push(chosen.box);
    return chosen.place;
  });
};

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

const labelBox = (
  { x, y }: { readonly x: number; readonly y: number },
  wide: number,
  place: LabelPlace,
): Box => {
  const gap = 11;
  switch (place) {
    case 'top':
      return { x0: x - wide / 2, x1: x + wide / 2, y0: y - gap - labelHeight, y1: y - gap };
    case 'bottom':
      return { x0: x - wide / 2, x1: x + wide / 2, y0: y + gap, y1: y + gap + labelHeight };
    case 'right':
      return { x0: x + gap, x1: x + gap + wide, y0: y - labelHeight / 2, y1: y + labelHeight / 2 };
    case 'left':
      return { x0: x - gap - wide, x1: x - gap, y0: y - labelHeight / 2, y1: y + labelHeight / 2 };
  }
};

const overlap = (one: Box, other: Box): boolean =>
  one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;

/** About how wide a text of 12 pixels is: Han characters are square, others little more than half of it. */
const textWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 12 : 6.8), 0);
