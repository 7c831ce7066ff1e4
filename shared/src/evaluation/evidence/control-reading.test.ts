import { describe, expect, test } from 'vitest';
import type { Figure } from '../../observation';
import { controlReading, type ControlOptions } from './control-reading';
import type { SeriesFigure } from './series-values';

/** Quarters from 2022-Q1 on. */
const quarters = (figures: readonly (Figure | null)[]): readonly SeriesFigure[] =>
  figures.map((figure, at) => ({ period: `${2022 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, figure }));
const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });
const rate = (text: string): Figure => ({ kind: 'rate', rate: text });
const score = (text: string): Figure => ({ kind: 'score', score: text });

const rising = { target: { num: 948, den: 1000 }, improvement: 'increase' } satisfies ControlOptions;

/** 制造业 of the demonstration: 280 batches a quarter, then 2025 as it was counted. */
const history = [92.4, 91.9, 92.8, 92.2, 92.6, 92.9, 94.3, 94.0, 94.4, 94.6, 93.9, 94.7];
const manufacturing = quarters([
  ...history.map((percent) => counts(Math.round(2.8 * percent), 280)),
  counts(286, 300),
  counts(295, 318),
  counts(299, 316),
]);

describe('a control chart of counts', () => {
  test('nine quarters above the first six are a real improvement, of which one reached the target', () => {
    const reading = controlReading(manufacturing, { ...rising, baseline: 6 });
    expect(reading).toMatchObject({
      chart: 'p',
      scale: 'share',
      status: 'firm',
      variation: 'improvement',
      last: { type: 'shift-high', period: '2025-Q3' },
      run: { side: 'above', from: '2023-Q3', to: '2025-Q3', points: 9, met: 1 },
      baseline: { from: '2022-Q1', to: '2023-Q2', points: 6 },
      assurance: 'inconsistent',
      dispersion: null,
    });
    expect(reading.centre).toBeCloseTo(0.9244, 4);
  });

  test('the centre stays at the first twelve figures unless a person chooses others', () => {
    expect(controlReading(manufacturing, rising).baseline).toEqual({
      from: '2022-Q1',
      to: '2024-Q4',
      points: 12,
    });
    expect(controlReading(manufacturing, { ...rising, baseline: null }).baseline?.points).toBe(15);
    expect(controlReading(manufacturing.slice(0, 8), rising).baseline?.points).toBe(8);
  });

  test('below six figures there is only the run of values', () => {
    const reading = controlReading(manufacturing.slice(0, 5), rising);
    expect(reading).toMatchObject({ status: 'insufficient', centre: null, variation: null, run: null });
    expect(reading.points.map(({ value }) => value)).toEqual([259, 257, 260, 258, 259].map((x) => x / 280));
    expect(reading.points.every(({ lower, type }) => lower === null && type === null)).toBe(true);
  });

  test('eleven figures give trial limits, twelve firm ones', () => {
    expect(controlReading(manufacturing.slice(0, 11), rising).status).toBe('trial');
    expect(controlReading(manufacturing.slice(0, 12), rising).status).toBe('firm');
  });

  test('a missing quarter is a gap that breaks the run', () => {
    const broken = manufacturing.map((one, at) => (at === 12 ? { ...one, figure: null } : one));
    const reading = controlReading(broken, { ...rising, baseline: 6 });
    expect(reading.points[12]).toEqual({
      period: '2025-Q1',
      value: null,
      lower: null,
      upper: null,
      type: null,
      variation: null,
    });
    expect(reading.run).toMatchObject({ from: '2025-Q2', points: 2 });
    expect(reading.variation).toBe('common');
  });

  test('a quarter far below is a concern where more is better, and an improvement where less is', () => {
    const fall = quarters([...Array.from({ length: 11 }, () => counts(270, 280)), counts(240, 280)]);
    expect(controlReading(fall, rising)).toMatchObject({
      variation: 'concern',
      last: { type: 'outside-low' },
    });
    expect(controlReading(fall, { target: null, improvement: 'decrease' })).toMatchObject({
      variation: 'improvement',
      assurance: null,
    });
  });

  test('thousands of samples that scatter more than chance say so', () => {
    const wild = quarters(Array.from({ length: 12 }, (_, at) => counts(at % 2 === 0 ? 1900 : 1950, 2000)));
    expect(controlReading(wild, rising).dispersion).toBeGreaterThan(1.5);
    const few = quarters(Array.from({ length: 12 }, (_, at) => counts(at % 2 === 0 ? 190 : 200, 200)));
    expect(controlReading(few, rising).dispersion).toBeNull();
  });

  test('limits lie within 0…1 and around the value wherever nothing stands out', () => {
    for (const { value, lower, upper, type } of controlReading(manufacturing, rising).points) {
      if (value === null || lower === null || upper === null) throw new Error('a gap');
      expect(0 <= lower && lower < upper && upper <= 1).toBe(true);
      if (type?.startsWith('outside') !== true) expect(lower <= value && value <= upper).toBe(true);
    }
  });
});

describe('a control chart of finished figures', () => {
  test('rates alone make an individuals chart in shares', () => {
    const rates = ['98.1', '98.3', '98.2', '98.4', '98.2', '98.3', '98.1', '96.0'];
    const reading = controlReading(quarters(rates.map(rate)), {
      ...rising,
      target: { num: 98, den: 100 },
    });
    expect(reading).toMatchObject({ chart: 'xmr', scale: 'share', status: 'trial', variation: 'concern' });
    expect(reading.points[7]).toMatchObject({ value: 0.96, type: 'outside-low' });
    expect(reading.run).toMatchObject({ side: 'below', points: 1, met: 0 });
  });

  test('counts among rates are read as the rate they make', () => {
    const mixed = [counts(981, 1000), ...['98.1', '98.1', '98.1', '98.1', '98.1'].map(rate)];
    const reading = controlReading(quarters(mixed), rising);
    expect(reading).toMatchObject({ chart: 'xmr', variation: 'common', run: null });
    expect(reading.centre).toBeCloseTo(0.981, 12);
  });

  test('scores keep their points', () => {
    const years = ['79.6', '80.8', '81.9', '82.4', '83.0', '83.3'].map(score);
    const reading = controlReading(quarters(years), { target: null, improvement: 'increase' });
    expect(reading).toMatchObject({ chart: 'xmr', scale: 'points', assurance: null });
    expect(reading.centre).toBeCloseTo(81.833, 3);
    expect(reading.run?.met).toBeNull();
  });

  test('nothing at all is an empty chart', () => {
    expect(controlReading([], rising)).toMatchObject({ status: 'insufficient', points: [] });
    expect(controlReading(quarters([null, counts(0, 0)]), rising).points.map(({ value }) => value)).toEqual([
      null,
      null,
    ]);
  });

  test('a reading survives being sent', () => {
    const reading = controlReading(manufacturing, rising);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });
});
