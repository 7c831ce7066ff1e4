import { expect, test } from 'vitest';
import type { Reminder } from '../collection';
import { programmeIndex, type Indicator } from '../programme';
import { reminderText } from './reminder-text';

const text = (zh: string, en: string) => ({ zh, en });

const indicator: Indicator = {
  code: 'food',
  name: text('食品抽检合格率', 'Food pass rate'),
  shortName: text('食品', 'Food'),
  breakable: '食品',
  aliases: [],
  measure: 'sampled-proportion',
  combination: 'pooled',
  scheme: null,
  frequency: 'quarter',
  sampleUnit: text('批', 'batches'),
  failureWord: text('不合格', 'failing'),
  definition: text('x', 'x'),
  caution: null,
  departments: { lead: 'market', others: [] },
  deadlineDays: 10,
  scale: { low: 80, high: 100 },
  reportedBy: 'lower-units',
};

const unit = (code: string, zh: string, en: string, kind: 'whole' | 'part') => ({
  code,
  name: text(zh, en),
  shortName: text(zh, en),
  aliases: [],
  kind,
  parent: kind === 'part' ? 'city' : null,
  within: null,
  tile: null,
});

const index = programmeIndex(
  {
    code: 'test',
    name: text('t', 't'),
    title: text('t', 't'),
    policy: { title: text('p', 'p'), issuer: text('p', 'p'), issuedOn: '2023-09-26', status: 'issued' },
    units: 'test',
    yearStart: '01-01',
    departments: [{ code: 'market', name: text('市市场监管局', 'Market supervision') }],
    indicators: [indicator],
    targets: [],
    milestones: [],
    plans: [],
  },
  {
    code: 'test',
    name: text('t', 't'),
    units: [
      unit('city', '全市', 'City', 'whole'),
      unit('east', '东县', 'East', 'part'),
      unit('west', '西县', 'West', 'part'),
    ],
    excluded: [],
  },
);

const reminder: Reminder = {
  to: { kind: 'unit', unit: 'east' },
  daysLeft: 5,
  dueOn: '2025-10-10',
  period: '2025-Q3',
  owed: [{ indicator: 'food', units: ['east'] }],
};

test('a county is told what it owes by when, in both languages', () => {
  expect(reminderText(reminder, index, 'zh')).toEqual({
    title: '2025 年三季度还有 1 项待报，5 天后（2025-10-10）截止',
    body: '东县：\n2025 年三季度还有 1 项待报，5 天后（2025-10-10）截止。\n1. 食品抽检合格率\n请在“数据报送”下载模板，填好后上传。',
  });
  expect(reminderText({ ...reminder, daysLeft: 1 }, index, 'en').title).toBe(
    'Q3 2025: 1 figure owed, due in 1 day (2025-10-10)',
  );
});

test('the day after, a department is told whose figures are missing', () => {
  const late: Reminder = {
    ...reminder,
    to: { kind: 'department', department: 'market' },
    daysLeft: -1,
    owed: [{ indicator: 'food', units: ['east', 'west'] }],
  };
  expect(reminderText(late, index, 'zh').body).toBe(
    '市市场监管局：\n2025 年三季度有 2 项逾期未报，2025-10-10 已截止。\n1. 食品抽检合格率：东县、西县\n请尽快报送；确实没有发生的，抽检数填 0 并说明。',
  );
  expect(reminderText(late, index, 'en').body).toContain('1. Food pass rate: East, West');
});

test('a figure of the whole names no unit', () => {
  const whole: Reminder = {
    ...reminder,
    to: { kind: 'department', department: 'market' },
    owed: [{ indicator: 'food', units: ['city'] }],
  };
  expect(reminderText(whole, index, 'zh').body).toContain('1. 食品抽检合格率\n');
});
