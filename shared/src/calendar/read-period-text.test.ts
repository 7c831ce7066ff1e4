import { describe, expect, test } from 'vitest';
import { readPeriodText } from '.';

/** `code` or `code basis`, or the reason of a refusal. */
function read(text: string, options?: Parameters<typeof readPeriodText>[1]): string {
  const reading = readPeriodText(text, options);
  if (!reading.ok) return reading.reason;
  return reading.basis === null ? reading.period : `${reading.period} ${reading.basis}`;
}

// The spellings of workbook 04 of the reference material, which were collected from real notices.
describe('spellings found in real workbooks', () => {
  test.each([
    ['2024年第一季度', '2024-Q1'],
    ['2024年一季度', '2024-Q1'],
    ['2024年1季度', '2024-Q1'],
    ['2024Q1', '2024-Q1'],
    ['24年Q2', '2024-Q2'],
    ['2024年第3季度', '2024-Q3'],
    ['二〇二四年第三季度', '2024-Q3'],
    ['二○二四年第三季度', '2024-Q3'],
    ['2024年7月至9月', '2024-Q3'],
    ['2024年1-3月', '2024-Q1 cumulative'],
    ['2024年上半年', '2024-S1'],
    ['2024年1—6月', '2024-Q2 cumulative'],
    ['2024年1~9月', '2024-Q3 cumulative'],
    ['2024年１－９月', '2024-Q3 cumulative'],
    ['2024年前三季度', '2024-Q3 cumulative'],
    ['截至2024年9月底', '2024-Q3 cumulative'],
    ['2024年下半年', '2024-S2'],
    ['2024年全年', '2024'],
    ['2024年度', '2024'],
    ['2024年1-12月', '2024'],
    ['2024年12月', '2024-M12'],
    ['2024.12', '2024-M12'],
    ['2024-12', '2024-M12'],
    ['202412', '2024-M12'],
    ['2024年10月16日至12月10日', '2024-10-16/2024-12-10'],
    ['2023年7月1日—2024年6月30日', '2023-07-01/2024-06-30'],
    ['2023年第四季度（第五期）', '2023-Q4'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['2024.1', 'unreadable'],
    ['2024年元旦春节专项', 'unreadable'],
    ['2024年第五季度', 'unreadable'],
    ['2024年13月', 'unreadable'],
    ['去年同期', 'unreadable'],
    ['2023-2024年度', 'unreadable'],
    ['2024年第1期', 'unreadable'],
    ['三季度（7-9月）', 'unreadable'],
    ['第四季度', 'unreadable'],
    ['截止9月末', 'unreadable'],
    ['2024-12-01', 'date'],
  ])('%s is refused: %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['三季度（7-9月）', '2024-Q3'],
    ['第四季度', '2024-Q4'],
    ['截止9月末', '2024-Q3 cumulative'],
    ['2023年第四季度', '2023-Q4'],
  ])('with 2024 in the title %s is %s', (text, expected) =>
    expect(read(text, { year: 2024 })).toBe(expected),
  );
});

describe('codes and plain English', () => {
  test.each([
    ['2025-Q1', '2025-Q1'],
    ['2025q1', '2025-Q1'],
    ['Q1 2025', '2025-Q1'],
    ['2025', '2025'],
    ['2025-A1', '2025'],
    ['2025-S2', '2025-S2'],
    ['2025-T2', '2025-T2'],
    ['2025-M09', '2025-M09'],
    ['2025H1', '2025-S1'],
    ['H1 2025', '2025-S1'],
    ['2025-03', '2025-M03'],
    ['2025/03', '2025-M03'],
    ['Sep 2025', '2025-M09'],
    ['September 2025', '2025-M09'],
    ['Jan–Sep 2025, cumulative', '2025-Q3 cumulative'],
    ['Q3 2025, cumulative', '2025-Q3 cumulative'],
    ['2025-05-01/2025-06-30', '2025-05-01/2025-06-30'],
    ['2024-10-16 to 2024-12-10', '2024-10-16/2024-12-10'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('Chinese spellings with spaces, full-width digits and words of basis', () => {
  test.each([
    [' 2025 年 第 1 季度 ', '2025-Q1'],
    ['２０２５年第１季度', '2025-Q1'],
    ['2025\u200b年一季度', '2025-Q1'],
    ['2025年3月', '2025-M03'],
    ['2025年3月份', '2025-M03'],
    ['2025年十一月', '2025-M11'],
    ['2025年', '2025'],
    ['2025年1—8月', '2025-M08 cumulative'],
    ['截至2025年8月底', '2025-M08 cumulative'],
    ['截至 2025 年 9 月 30 日', '2025-Q3 cumulative'],
    ['2025年4—6月', '2025-Q2'],
    ['2025年5—8月', '2025-05-01/2025-08-31'],
    ['2025年一至三季度', '2025-Q3 cumulative'],
    ['2025年前8个月', '2025-M08 cumulative'],
    ['2025 年三季度累计', '2025-Q3 cumulative'],
    ['2025年三季度（累计）', '2025-Q3 cumulative'],
    ['2025年三季度（当期）', '2025-Q3 single'],
    ['2025 年 1—9 月累计', '2025-Q3 cumulative'],
    ['2024年三季度（7-9月）', '2024-Q3'],
    ['2025年1月1日至2025年3月31日', '2025-Q1 cumulative'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('what is refused rather than guessed', () => {
  test.each([
    ['2025-03-31', 'date'],
    ['2025/3/31', 'date'],
    ['20250331', 'date'],
    ['31 March 2025', 'date'],
    ['March 31, 2025', 'date'],
    ['3/31/2025', 'date'],
    ['2025年3月31日', 'date'],
    ['2025-03-31 00:00:00', 'date'],
    ['45747', 'date'],
    ['2205Q1', 'year-range'],
    ['1925', 'year-range'],
    ['1999年一季度', 'year-range'],
    ['225', 'unreadable'],
    ['25', 'unreadable'],
    ['225年一季度', 'unreadable'],
    ['', 'unreadable'],
    ['2025年累计', 'unreadable'],
    ['2025-M13', 'unreadable'],
    ['202513', 'unreadable'],
    ['2025年9—1月', 'unreadable'],
    ['2025年三季度（4-6月）', 'unreadable'],
    ['1-9月（当期）', 'unreadable'],
    ['一季度'.repeat(60), 'unreadable'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));
});

test('with a year that starts in July calendar months find their place in the programme year', () => {
  const july = { yearStart: '07-01' } as const;
  expect(read('2023年7月1日—2024年6月30日', july)).toBe('2023');
  expect(read('2024年第一季度', july)).toBe('2023-Q3');
  expect(read('2023年7—9月', july)).toBe('2023-Q1 cumulative');
  expect(read('2024年1—9月', july)).toBe('2024-01-01/2024-09-30');
  expect(read('截至2024年3月底', july)).toBe('2023-Q3 cumulative');
});
