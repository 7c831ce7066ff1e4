import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingMeaning, measureOf } from './heading-meaning';
import { isMissingWord, passesRateOf, readFraction, readValueCell } from './value-cell';

test('a cell of any form says counts, a rate, or that there is nothing', () => {
  const read = (text: string) => {
    const { value, flag } = readValueCell(text);
    return [...Object.values(value), ...(flag === null ? [] : [flag])].join(' ').trim();
  };
  expect(['94.1', '98.10%', '98.36(待核)', '81.2分', '９８．９％'].map(read)).toEqual([
    'rate 94.1',
    'rate 98.10%',
    'rate 98.36 待核',
    'rate 81.2',
    'rate 98.9%',
  ]);
  expect(['100%（3/3）', '0/4', '3／3', '一次验收4个，合格3个', '0/0'].map(read)).toEqual([
    'counts 3 3 100%',
    'counts 0 4',
    'counts 3 3',
    'counts 3 4',
    'counts 0 0',
  ]);
  expect(['—', '/', '', '无竣工项目', '尚未反馈', '待公布'].map(read)).toEqual(Array(6).fill('missing'));
  expect(['约98', '↑0.2个百分点', '3/4/5', '持平', '105%'].map(read)).toEqual(Array(5).fill('other'));
  expect([isMissingWord('无锡市'), isMissingWord('未来3年')]).toEqual([true, false]);
});

test('counts in words need both numbers, and a failure is never taken for a pass', () => {
  expect(readFraction('共4个，合格3个')).toEqual({ passes: '3', total: '4' });
  expect(readFraction('验收4个，不合格3个')).toBeNull();
  expect(readFraction('合格3个')).toBeNull();
});

test('a rate of failures becomes the rate of passes, to the last digit', () => {
  expect(['0.44%', '0', '8.34%', '100%', '2', 'x'].map(passesRateOf)).toEqual([
    '99.56%',
    '100%',
    '91.66%',
    '0%',
    '98%',
    null,
  ]);
  fc.assert(
    fc.property(fc.nat(10_000), (hundredths) => {
      const text = (hundredths / 100).toFixed(2);
      expect(Number.parseFloat(passesRateOf(text) ?? '')).toBeCloseTo(100 - hundredths / 100, 9);
    }),
  );
});

test('headings are understood by how they are put together, and 不合格 is never 合格', () => {
  const meanings = {
    '样品抽检\n数量/批次': 'total',
    '合格样品\n数量/批次': 'passes',
    '不合格样品\n数量/批次': 'failures',
    '样品\n不合格率': 'failingRate',
    总体不合格率: 'failingRate',
    监督抽检批次: 'total',
    '检查项（条）': 'total',
    '符合项（条）': 'passes',
    符合率: 'rate',
    '一次验收合格数/验收工程数（个）': 'fraction',
    '优良数/竣工数': 'fraction',
    抽检组数: 'total',
    合格组数: 'passes',
    食品种类: 'category',
    产品类别: 'category',
    检测方式: 'scheme',
    统计期间: 'period',
    发布日期: 'published',
    '2025年\n目标值': 'ignored',
    '较上年\n同期': 'ignored',
    序号: 'ignored',
    '抽查项目数（个）': null,
    心情: null,
  } as const;
  for (const [heading, meaning] of Object.entries(meanings))
    expect(headingMeaning(heading), heading).toBe(meaning);
  expect([measureOf('检查项（条）'), measureOf('抽查项目数（个）'), measureOf('合格率')]).toEqual([
    '条',
    '个',
    '',
  ]);
  expect(headingMeaning('心情', { roles: { 心情: 'note' } })).toBe('note');
});
