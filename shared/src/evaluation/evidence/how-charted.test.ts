import { describe, expect, test } from 'vitest';
import type { Figure } from '../../observation';
import { controlReading } from './control-reading';
import { howControl, howSources, howTrend } from './how-charted';
import type { SeriesFigure } from './series-values';
import { trendReading } from './trend-reading';

const counts = (passes: number, total: number): Figure => ({ kind: 'counts', passes, total });

const quarters = (figures: readonly (Figure | null)[]): readonly SeriesFigure[] =>
  figures.map((figure, at) => ({
    period: `${2022 + Math.floor(at / 4)}-Q${1 + (at % 4)}`,
    figure,
  }));

const told = (series: readonly SeriesFigure[]) =>
  howControl(controlReading(series, { target: null, improvement: 'increase' }), series);

describe('how normal variation was computed', () => {
  test('the centre is the sum of the baseline, the limits are those of the last quarter', () => {
    const [centre, limits, signal] = told(
      quarters([90, 92, 91, 93, 92, 91, 92].map((passes) => counts(passes, 100))),
    );
    expect(centre).toMatchObject({
      code: 'centre',
      formula: '641 ÷ 700 = 91.57%',
      numbers: { from: '2022-Q1', to: '2023-Q3', points: 7 },
    });
    expect(limits).toMatchObject({ code: 'limits', numbers: { last: '2023-Q3' } });
    expect(limits?.formula).toContain('n = 100, p = 91.57%');
    expect(signal).toMatchObject({ code: 'signal', numbers: { signal: 'common' } });
  });

  test('rates alone rest on moving ranges, and few points on nothing', () => {
    const rates = quarters(['90', '91', '92', '91', '93', '92'].map((rate) => ({ kind: 'rate', rate })));
    expect(told(rates).map(({ code }) => code)).toEqual(['mean', 'limits-moving', 'signal']);
    expect(told(rates.slice(0, 5))).toEqual([
      expect.objectContaining({ code: 'few-points', numbers: { points: 5 } }),
    ]);
    expect(told(quarters([null, null]))).toEqual([]);
  });

  test('a trend tells its test, and nothing where none was made', () => {
    const options = { kind: 'quarter', improvement: 'increase' } as const;
    const series = quarters([90, 92, 91, 93, 92, 91].map((passes) => counts(passes, 100)));
    expect(howTrend(trendReading(series, options))).toMatchObject([
      { code: 'trend', numbers: { window: 8, points: 6 } },
    ]);
    expect(howTrend(trendReading(series.slice(0, 4), options))).toEqual([]);
  });
});

describe('the sources of a number', () => {
  const source = {
    unit: 'east',
    period: '2025-Q3',
    basis: 'single',
    figure: counts(89, 97),
    submission: '9f86d081884c7d659a2feaa0c55ad015',
    file: 'q3.csv',
    sha256: 'a'.repeat(64),
    by: { zh: '统计员', en: 'Statistician' },
    cell: 'q3.csv!F4',
    recordedAt: '2025-10-08T01:30:00.000Z',
  } as const;

  test('name the submission, the file, the cell and the moment, a file once', () => {
    expect(howSources([source])).toEqual([
      {
        code: 'source',
        formula: '89 / 97',
        numbers: {
          reporter: 'east',
          span: '2025-Q3',
          basis: 'single',
          byZh: '统计员',
          byEn: 'Statistician',
          cell: 'F4',
          submission: '9f86d081884c7d659a2feaa0c55ad015',
          file: 'q3.csv',
          sha256: 'a'.repeat(64),
          at: '2025-10-08T01:30:00.000Z',
        },
      },
    ]);
    const [sheet] = howSources([{ ...source, cell: '抽检!E4', file: '' }]);
    expect(sheet?.numbers).toMatchObject({ cell: '抽检!E4' });
    expect(sheet?.numbers).not.toHaveProperty('file');
  });

  test('beyond forty are counted', () => {
    const many = howSources(Array.from({ length: 45 }, () => source));
    expect(many).toHaveLength(41);
    expect(many.at(-1)).toMatchObject({ code: 'more-sources', numbers: { more: 5 } });
  });
});
