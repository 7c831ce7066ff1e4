import { describe, expect, test } from 'vitest';
import { bulletX } from './bullet';
import { labelPlaces, funnelRange, type Funnel } from './funnel-option';
import { rankingOption, rankingRange, type Ranking } from './ranking-option';
import { smallMultipleBand, smallMultiplePath } from './small-multiple';
import { sparklinePath } from './sparkline';
import { tileLayout } from './tile-layout';

describe('a sparkline', () => {
  const size = { width: 100, height: 24 };

  test('breaks where a period has no figure', () => {
    const { path, points } = sparklinePath([1, 2, null, 3], null, size);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(points).toHaveLength(3);
  });

  test('keeps the target inside the picture', () => {
    const { targetY } = sparklinePath([94, 95], 98.5, size);
    expect(targetY).toBeGreaterThanOrEqual(0);
    expect(targetY).toBeLessThanOrEqual(24);
  });

  test('without figures draws nothing', () => {
    expect(sparklinePath([null, null], null, size)).toMatchObject({ path: '', points: [], targetY: null });
  });
});

test('a bullet row places the ends of the scale at its ends and rests outliers there', () => {
  const scale = { low: 88, high: 100 };
  expect(bulletX(scale, 88)).toBe(8);
  expect(bulletX(scale, 100)).toBe(242);
  expect(bulletX(scale, 60)).toBe(8);
});

test('a small multiple breaks where a period has no figure', () => {
  const path = smallMultiplePath({
    values: [90, null, 95],
    limits: [null, null, null],
    signals: [null, null, null],
    target: null,
    range: { min: 80, max: 100, step: 10 },
    firstLabel: '',
    lastLabel: '',
  });
  expect(path.match(/M/g)).toHaveLength(2);
});

test('a small multiple draws normal variation as steps within its range, open where none is known', () => {
  const band = smallMultipleBand({
    values: [90, 91, 95],
    limits: [{ lower: 60, upper: 99 }, null, { lower: 85, upper: 100 }],
    signals: ['common', null, 'concern'],
    target: null,
    range: { min: 80, max: 100, step: 10 },
    firstLabel: '',
    lastLabel: '',
  });
  expect(band.match(/M/g)).toHaveLength(2);
  // 80 lies at the bottom of the drawing, and a lower limit of 60 rests there.
  expect(band).toContain('V102.0');
  expect(band).not.toMatch(/NaN|undefined/);
});

describe('a tile map', () => {
  test('shifts odd rows by half a tile and overlaps none', () => {
    const { hexagons, width, height } = tileLayout(
      [
        { column: 0, row: 0 },
        { column: 0, row: 1 },
        { column: 1, row: 0 },
      ],
      50,
    );
    const [first, below, beside] = hexagons;
    expect((below?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(((beside?.x ?? 0) - (first?.x ?? 0)) / 2, 6);
    expect((beside?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThanOrEqual(50 * Math.sqrt(3));
    for (const { x, y } of hexagons) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThan(height);
    }
  });
});

describe('a ranking', () => {
  const aRanking = (given: Partial<Ranking>): Ranking => ({
    units: [
      {
        name: '海丰县',
        rank: '1',
        own: true,
        value: 96.6,
        valueText: '96.6',
        interval: { lower: 93.6, upper: 98.2 },
        intervalText: '93.6～98.2',
        rankText: '1～3',
        light: 'met',
      },
    ],
    target: { value: 94.8, label: '目标 94.8' },
    whole: { value: 94.2, label: '全市 94.2' },
    headings: { interval: '95% 区间', rank: '名次区间' },
    readings: [],
    cap: 100,
    scale: { low: 88, high: 100 },
    narrow: false,
    ...given,
  });

  test('has an axis that holds intervals, target and the whole', () => {
    const range = rankingRange(aRanking({}));
    expect(range.min).toBeLessThanOrEqual(93.6);
    expect(range.max).toBeGreaterThanOrEqual(98.2);
  });

  test('labels of target and whole part to the sides on which they stand', () => {
    const labels = (ranking: Ranking): unknown =>
      (
        rankingOption(ranking)['series'] as { markLine: { data: { label: { align: string } }[] } }[]
      )[1]?.markLine.data.map((line) => line.label.align);
    expect(labels(aRanking({}))).toEqual(['left', 'right']);
    expect(labels(aRanking({ whole: { value: 96, label: '全市 96.0' } }))).toEqual(['right', 'left']);
    expect(labels(aRanking({ whole: null }))).toEqual(['left']);
  });
});

describe('a funnel', () => {
  const dot = (name: string, total: number, value: number) =>
    ({ name, total, value, light: 'met', isOutside: false }) as const;
  const aFunnel = (units: Funnel['units']): Funnel => ({
    units,
    lines: [
      { total: 1, lo998: 0, lo95: 0, hi95: 100, hi998: 100 },
      { total: 286, lo998: 89, lo95: 91, hi95: 97, hi998: 98 },
    ],
    centre: { value: 94.2, label: '全市 94.2' },
    names: { axis: '抽检数（批）', limit95: '95%', limit998: '99.8%' },
    readings: [],
    narrow: false,
  });

  test('has an axis that holds every unit and never passes 100', () => {
    const range = funnelRange(aFunnel([dot('华侨区', 46, 93.5), dot('陆丰市', 286, 90.6)]));
    expect(range.min).toBeLessThanOrEqual(90.6);
    expect(range.max).toBe(100);
  });

  test('writes the names of neighbours to different sides', () => {
    const funnel = aFunnel([dot('华侨区', 46, 91), dot('红海湾', 62, 91)]);
    const [one, other] = labelPlaces(funnel, funnelRange(funnel), 320);
    expect(one).toBe('bottom');
    expect(other).not.toBe('bottom');
  });
});
