import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  controlReading,
  decomposition,
  funnelReading,
  howControl,
  howFunnel,
  howMatrix,
  howMix,
  howRanks,
  howSources,
  howTrend,
  matrixReading,
  rankIntervals,
  trendReading,
  type HowEntry,
  type SeriesFigure,
} from '../evaluation';
import { loadProgramme, loadUnits } from '../programme';
import { howComputedLines, howComputedText } from '.';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
const register = loadUnits(json('units/shanwei.json'));
if (!register.ok) throw new Error('units');
const programme = loadProgramme(json('programmes/shanwei-2025.json'), register.value);
if (!programme.ok) throw new Error('programme');
const food = programme.value.indicators.find(({ code }) => code === 'food-pass-rate');
if (food === undefined) throw new Error('food');

const units = [
  { unit: 'east', passes: 183, total: 190 },
  { unit: 'west', passes: 259, total: 286 },
];

const series = (figureOf: (at: number) => SeriesFigure['figure'], count: number): readonly SeriesFigure[] =>
  Array.from({ length: count }, (_, at) => ({
    period: `${2023 + Math.floor(at / 4)}-Q${1 + (at % 4)}`,
    figure: figureOf(at),
  }));

const charted = (given: readonly SeriesFigure[]): readonly HowEntry[] => [
  ...howControl(controlReading(given, { target: null, improvement: 'increase' }), given),
  ...howTrend(trendReading(given, { kind: 'quarter', improvement: 'increase' })),
];

const target = { num: 948, den: 1000 };
const source = {
  unit: 'west',
  period: '2025-Q3',
  basis: 'cumulative',
  figure: { kind: 'counts', passes: 259, total: 286 },
  submission: '9f86d081884c7d659a2feaa0c55ad015',
  sha256: `2cf24dba5fb0${'0'.repeat(52)}`,
  by: { zh: '市统计员', en: 'Statistician' },
  file: '三季度.xlsx',
  cell: '抽检!E4',
  recordedAt: '2025-10-08T01:30:00.000Z',
} as const;

const everything: readonly HowEntry[] = [
  ...charted(series((at) => ({ kind: 'counts', passes: 90 + at, total: 100 }), 7)),
  ...charted(series((at) => ({ kind: 'rate', rate: `${90 + at}.5` }), 7)),
  ...charted(series((at) => ({ kind: 'score', score: `${80 + at}.5` }), 3)),
  ...howMatrix(matrixReading(units.map((unit) => ({ ...unit, indicator: 'rate', target })))),
  ...howFunnel(funnelReading(units)),
  ...howRanks(rankIntervals(units), units),
  ...howMix(decomposition(units, units)),
  ...howSources(Array.from({ length: 41 }, () => source)),
];

describe('charts, comparisons and sources', () => {
  test.each(['zh', 'en'] as const)('are told in full in %s', (language) => {
    for (const { label, text } of howComputedLines(everything, food, { language })) {
      expect(`${label} ${text}`).not.toMatch(/[{}[\]]|undefined|NaN|null/);
      if (language === 'zh') expect(text).not.toMatch(/[\u3400-\u9fff][,:;(]|，，|。。|至\d/);
    }
  });

  test('a source names its unit, span, author, file, cell, moment and fingerprint', () => {
    const words = { language: 'zh', unitName: () => '陆丰市' } as const;
    const lines = howComputedLines(howSources([source]), food, words);
    expect(howComputedText(lines, 'zh')).toBe(
      '陆丰市 2025 年 1—9 月累计：259 / 286，市统计员报送“三季度.xlsx” 抽检!E4，2025-10-08 09:30 入库，文件指纹 2cf24dba5fb0',
    );
    const nowhere = howComputedLines(howSources([{ ...source, file: '', cell: '' }]), food, words);
    expect(nowhere[0]?.text).toBe('259 / 286，市统计员报送，2025-10-08 09:30 入库');
  });
});
