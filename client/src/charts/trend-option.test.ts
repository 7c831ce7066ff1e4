import { describe, expect, test } from 'vitest';
import { signalColours, type Control } from './control-layer';
import { palette } from './palette';
import { readingTooltip, trendOption, trendRange, trendSeries, type Trend } from './trend-option';

const aTrend = (given: Partial<Trend>): Trend => ({
  labels: ['一季度', '二季度', '三季度'],
  years: ['2025', '', ''],
  values: [95.3, null, 94.6],
  corrected: [false, false, false],
  intervals: [{ lower: 92.3, upper: 97.2 }, null, { lower: 91.6, upper: 96.6 }],
  control: null,
  references: [93.8, 94, 93.9],
  target: 94.8,
  names: { unit: '全市', reference: '全省', target: '目标 94.8' },
  readings: [
    { title: '2025 年一季度', rows: [['全市', '95.3%']] },
    { title: '2025 年二季度', rows: [] },
    { title: '<b>', rows: [['a & b', '"1"']] },
  ],
  cap: 100,
  scale: { low: 88, high: 100 },
  ...given,
});

const control: Control = {
  limits: [{ lower: 88, upper: 97.5 }, null, { lower: 87.5, upper: 97.5 }],
  centre: 92.5,
  signals: ['improvement', null, 'concern'],
  baseline: { from: 0, to: 2, name: '基线期' },
};

type Series = { data: unknown[]; markLine?: { data: unknown[] } };
const seriesOf = (trend: Trend): Series[] => trendOption(trend)['series'] as Series[];

describe('a trend', () => {
  test('leaves a gap where a period has no figure', () => {
    expect(seriesOf(aTrend({}))[trendSeries]?.data).toEqual([95.3, null, 94.6]);
  });

  test('draws its band as the lower bound and the height above it', () => {
    const [low, height] = seriesOf(aTrend({}));
    expect(low?.data).toEqual([92.3, null, 91.6]);
    expect(height?.data[2]).toBeCloseTo(5, 9);
  });

  test('draws normal variation in place of its band', () => {
    const [low, height] = seriesOf(aTrend({ control }));
    expect(low?.data).toEqual([88, null, 87.5]);
    expect(height?.data).toEqual([9.5, null, 10]);
    expect(trendRange(aTrend({ control })).min).toBeLessThanOrEqual(87.5);
  });

  test('shows signals by shape, and leaves points without one alone', () => {
    const points = seriesOf(aTrend({ control }))[trendSeries]?.data;
    expect(points?.[0]).toMatchObject({ value: 95.3, symbol: 'triangle', symbolRotate: 0 });
    expect(points?.[1]).toBeNull();
    expect(points?.[2]).toMatchObject({ value: 94.6, symbol: 'triangle', symbolRotate: 180 });
    const steady: Control = { ...control, signals: ['common', null, null] };
    expect(seriesOf(aTrend({ control: steady }))[trendSeries]?.data).toMatchObject([
      { symbol: 'circle' },
      null,
      94.6,
    ]);
  });

  test('gives no signal the colour of a light', () => {
    const lights = [palette.met, palette.risk, palette.miss, palette.none].map((one) => one.toLowerCase());
    for (const colour of Object.values(signalColours)) expect(lights).not.toContain(colour.toLowerCase());
  });

  test('draws the centre behind the target, and a bracket only where a baseline is known', () => {
    const series = seriesOf(aTrend({ control }));
    expect(series[trendSeries]?.markLine?.data).toMatchObject([{ yAxis: 92.5 }, { yAxis: 94.8 }]);
    expect(series).toHaveLength(trendSeries + 2);
    expect(seriesOf(aTrend({ control: { ...control, baseline: null } }))).toHaveLength(trendSeries + 1);
  });

  test('puts a ring around what was corrected after it was published, and around nothing else', () => {
    const rings = seriesOf(aTrend({ corrected: [false, false, true] })).at(-1);
    expect(rings?.data).toEqual([null, null, 94.6]);
    expect(seriesOf(aTrend({}))).toHaveLength(trendSeries + 1);
  });

  test('has a target line only where a target is known', () => {
    expect(seriesOf(aTrend({}))[trendSeries]?.markLine?.data).toEqual([{ yAxis: 94.8 }]);
    expect(seriesOf(aTrend({ target: null }))[trendSeries]?.markLine?.data).toEqual([]);
  });

  test('has an axis that holds band, target and reference', () => {
    const range = trendRange(aTrend({}));
    expect(range.min).toBeLessThanOrEqual(91.6);
    expect(range.max).toBeGreaterThanOrEqual(97.2);
  });

  test('writes the target under its line, but above it where the line is the top of the plot', () => {
    const position = (trend: Trend): unknown => {
      const { markLine } = seriesOf(trend)[trendSeries] as { markLine?: { label?: { position?: unknown } } };
      return markLine?.label?.position;
    };
    expect(position(aTrend({}))).toBe('insideStartBottom');
    const all = { values: [100, 92.3, 100], intervals: [null, null, null], references: [null, null, null] };
    expect(position(aTrend({ ...all, target: 100 }))).toBe('insideStartTop');
  });

  test('keeps its end label off the target where the newest period has no figure', () => {
    const late = { values: [98, 100, null], intervals: [null, null, null], references: [null, null, null] };
    const series = seriesOf(aTrend({ ...late, target: 100 }))[trendSeries] as {
      endLabel?: { offset?: readonly [number, number] };
    };
    expect(series.endLabel?.offset?.[1]).toBeLessThan(-9);
  });

  test('of one value only has the scale of its indicator', () => {
    const level = { values: [100, 100], intervals: [null, null], references: [null, null], target: 100 };
    expect(trendRange(aTrend({ ...level, scale: { low: 90, high: 100 } }))).toEqual({
      min: 90,
      max: 100,
      step: 2,
    });
  });

  test('escapes in its tooltip what comes from data', () => {
    const { formatter } = readingTooltip(aTrend({}).readings) as {
      formatter: (point: { dataIndex: number }) => string;
    };
    const html = formatter({ dataIndex: 2 });
    expect(html).toContain('&#60;b&#62;');
    expect(html).toContain('a &#38; b');
    expect(html).toContain('&#34;1&#34;');
  });
});
