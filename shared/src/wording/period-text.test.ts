import { expect, test } from 'vitest';
import { readPeriodText } from '../calendar';
import { periodShortText, periodText } from './period-text';

test.each([
  ['2025-Q3', 'single', '2025 年三季度', 'Q3 2025'],
  ['2025-Q3', 'cumulative', '2025 年 1—9 月累计', 'Jan–Sep 2025, cumulative'],
  ['2025-Q1', 'cumulative', '2025 年 1—3 月累计', 'Jan–Mar 2025, cumulative'],
  ['2025', 'single', '2025 年', '2025'],
  ['2025', 'cumulative', '2025 年', '2025'],
  ['2025-S1', 'single', '2025 年上半年', 'H1 2025'],
  ['2025-M09', 'single', '2025 年 9 月', 'Sep 2025'],
  ['2025-M08', 'cumulative', '2025 年 1—8 月累计', 'Jan–Aug 2025, cumulative'],
  ['2025-T2', 'single', '2025 年 5—8 月', 'May–Aug 2025'],
  ['2024-10-16/2024-12-10', 'single', '2024 年 10 月 16 日至 12 月 10 日', '2024-10-16 to 2024-12-10'],
] as const)('%s %s is %s', (code, basis, zh, en) => {
  expect(periodText(code, basis, 'zh')).toBe(zh);
  expect(periodText(code, basis, 'en')).toBe(en);
});

test('short names leave the year out', () => {
  expect(periodShortText('2025-Q3', 'single', 'zh')).toBe('三季度');
  expect(periodShortText('2025-Q3', 'cumulative', 'zh')).toBe('1—9 月');
  expect(periodShortText('2025-Q3', 'cumulative', 'en')).toBe('Jan–Sep');
  expect(periodShortText('2025-S2', 'single', 'zh')).toBe('下半年');
  expect(periodShortText('2025', 'single', 'zh')).toBe('2025 年');
});

test('an assessment year from July to June names both calendar years', () => {
  expect(periodText('2025', 'single', 'zh', '07-01')).toBe('2025—2026 年度');
  expect(periodText('2025-Q3', 'cumulative', 'zh', '07-01')).toBe('2025 年 7 月—2026 年 3 月累计');
  expect(periodText('2025-Q3', 'single', 'en', '07-01')).toBe('Q3 2025/26');
});

test('what a page writes can be read again', () => {
  const codes = ['2025-Q1', '2025-Q3', '2025-M09', '2025-S1', '2025', '2024-10-16/2024-12-10'];
  for (const language of ['zh', 'en'] as const) {
    for (const code of codes) {
      expect(readPeriodText(periodText(code, 'single', language))).toMatchObject({ ok: true, period: code });
    }
    for (const code of ['2025-Q2', '2025-Q3', '2025-M08']) {
      const reading = readPeriodText(periodText(code, 'cumulative', language));
      expect(reading).toEqual({ ok: true, period: code, basis: 'cumulative' });
    }
  }
});
