import type { ControlPoint, IndicatorView, SeriesPoint } from '@zhibiao/shared/evaluation';
import { describe, expect, test } from 'vitest';
import { indicatorOf, shanwei, zhWords } from '../../ui/a-telling.fixture';
import { trendOf } from './trend-of';

const point = (period: string, passes: number, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  period,
  figure: { kind: 'counts', passes, total: 100 },
  rateText: `${passes}.0`,
  value: passes / 100,
  interval95: { lower: 0.85, upper: 0.97 },
  againstTarget: passes - 94.8,
  periodOnPeriod: null,
  yearOnYear: null,
  light: 'risk',
  reference: null,
  revisions: 1,
  ...more,
});

const charted = (period: string, value: number, more: Partial<ControlPoint> = {}): ControlPoint => ({
  period,
  value,
  lower: 0.8,
  upper: 1,
  type: 'common',
  variation: 'common',
  ...more,
});

const control: IndicatorView['control'] = {
  chart: 'p',
  scale: 'share',
  status: 'trial',
  centre: 0.92,
  points: [
    charted('2024-Q4', 0.92),
    charted('2025-Q1', 0.9),
    charted('2025-Q2', 0.7, { type: 'outside-low', variation: 'concern' }),
  ],
  variation: 'concern',
  last: { type: 'outside-low', period: '2025-Q2' },
  run: null,
  assurance: null,
  baseline: { from: '2024-Q4', to: '2025-Q1', points: 2 },
  dispersion: null,
};

const view = (more: Partial<IndicatorView['control']> = {}) => ({
  series: [point('2024-Q4', 92), point('2025-Q1', 90), point('2025-Q2', 70)],
  control: { ...control, ...more },
  targetText: '94.8',
});

const trend = (more: Partial<IndicatorView['control']> = {}) =>
  // The chart looks at the series, its limits and the target of the view, and at nothing else.
  trendOf(
    view(more) as unknown as IndicatorView,
    { words: zhWords, catalogue: shanwei, indicator: indicatorOf('manufacturing-pass-rate') },
    '全市',
  );

describe('what the trend draws', () => {
  test('shares become percent, and the year is named where it begins', () => {
    expect(trend().values).toEqual([92, 90, 70]);
    expect(trend().labels).toEqual(['四季度', '一季度', '二季度']);
    expect(trend().years).toEqual(['2024', '2025', '']);
    expect(trend()).toMatchObject({ target: 94.8, cap: 100 });
  });

  test('limits, centre, signals and the bracket of the baseline lie on the same scale', () => {
    expect(trend().control).toMatchObject({
      centre: 92,
      limits: [
        { lower: 80, upper: 100 },
        { lower: 80, upper: 100 },
        { lower: 80, upper: 100 },
      ],
      signals: ['common', 'common', 'concern'],
      baseline: { from: 0, to: 1, name: '基线期' },
    });
  });

  test('a baseline that began before the page has no bracket', () => {
    const before = { baseline: { from: '2022-Q1', to: '2025-Q1', points: 6 } };
    expect(trend(before).control?.baseline).toBeNull();
  });

  test('below six points, and for periods of another kind, nothing is called normal', () => {
    expect(trend({ status: 'insufficient' }).control).toBeNull();
    expect(trend({ points: [charted('2024', 0.9)] }).control).toBeNull();
  });

  test('a point reads its value, counts, interval, limits and signal', () => {
    const reading = trend().readings[2];
    expect(reading?.title).toBe('2025 年二季度');
    const rows = new Map(reading?.rows);
    expect(rows.get('全市')).toMatch(/^70\.0%.*70 \/ 100 批/);
    expect(rows.get('变化信号')).toBe('转差');
    expect(rows.get('正常波动范围')).toBe('80.0～100.0');
    expect([...rows.values()].join('')).not.toMatch(/NaN|undefined|null/);
  });
});
