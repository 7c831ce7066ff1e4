import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demonstrationContext } from './demonstration-context.fixture';
import {
  assessSheet,
  controlReading,
  sheetKeys,
  singleSeries,
  trendReading,
  type Assessment,
} from '../evaluation';
import {
  assessmentSentences,
  controlSentence,
  overviewFocus,
  overviewHeadline,
  rankedSentence,
  trendSentence,
} from '../wording';

const context = demonstrationContext((path) =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8')),
);
const { index } = context;
const { indicators } = index.programme;

/** Every assessment of the demonstration, of its running year and the one before. */
const sheets: readonly (readonly Assessment[])[] = indicators.flatMap((indicator) =>
  [2024, 2025].flatMap((year) =>
    sheetKeys(context, indicator, year).map(({ period, basis }) =>
      assessSheet(context, indicator, period, basis),
    ),
  ),
);

const indicatorOf = (code: string) => {
  const indicator = index.indicator(code);
  if (indicator === undefined) throw new Error(code);
  return indicator;
};

const cleanZh = (said: string): void => {
  expect(said).not.toBe('');
  expect(said).not.toMatch(/undefined|NaN|null|[{}]|\[\[/);
  expect(said).not.toMatch(/[，；：、（。][，；：、）。]/);
  expect(said.replaceAll(/\d,(?=\d)/g, '')).not.toMatch(/[,;:()!?]|\s{2}/);
  expect(said).not.toMatch(/\p{Script=Han}\d|\d\p{Script=Han}/u);
};

const cleanEn = (said: string): void => {
  expect(said).not.toBe('');
  expect(said).not.toMatch(/undefined|NaN|null|[{}]|\[\[|\p{Script=Han}|[，；：。（）]/u);
  expect(said).not.toMatch(/\s{2}|[,;:.]{2}| [,;:.]/);
};

describe('everything the demonstration says', () => {
  test('covers every indicator and a few hundred assessments', () => {
    expect(sheets.flat().length).toBeGreaterThan(300);
    expect(new Set(sheets.flat().map(({ indicator }) => indicator)).size).toBe(indicators.length);
  });

  test('of an assessment is one clean sentence in each language, with its counts', () => {
    for (const assessment of sheets.flat()) {
      const { zh, en } = assessmentSentences(assessment, indicatorOf(assessment.indicator), index);
      cleanZh(zh);
      cleanEn(en);
      const { figure } = assessment;
      if (figure?.kind === 'counts' && figure.total > 0) {
        for (const said of [zh, en]) expect(said.replaceAll(',', '')).toContain(`${figure.total}`);
      }
    }
  });

  test('of a ranking and of the overview is clean as well', () => {
    for (const sheet of sheets) {
      const [whole, ...parts] = sheet;
      if (whole === undefined) continue;
      const units = parts
        .filter(({ value }) => value !== null)
        .map((assessment, at) => ({ rank: at + 1, assessment }));
      const said = rankedSentence(indicatorOf(whole.indicator), units, index);
      cleanZh(said.zh);
      cleanEn(said.en);
    }
    const wholes = sheets.flatMap(([whole]) =>
      whole?.period === '2025-Q3' && whole.basis === 'cumulative' ? [whole] : [],
    );
    for (const said of [overviewHeadline(wholes), overviewFocus(wholes, index)]) {
      cleanZh(said?.zh ?? '');
      cleanEn(said?.en ?? '');
    }
  });

  test('of normal variation and trend is clean for every unit', () => {
    for (const indicator of indicators) {
      for (const unit of [index.whole, ...index.parts]) {
        const series = singleSeries(context, indicator, unit, '2025-Q3');
        if (series.length === 0) continue;
        const control = controlReading(series, { target: null, improvement: 'increase' });
        const trend = trendReading(series, { kind: 'quarter', improvement: 'increase' });
        cleanZh(controlSentence(control, { language: 'zh' }));
        cleanEn(controlSentence(control, { language: 'en' }));
        cleanZh(trendSentence(trend, 'zh'));
        cleanEn(trendSentence(trend, 'en'));
      }
    }
  });
});
