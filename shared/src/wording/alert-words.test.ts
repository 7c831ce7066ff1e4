import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AlertFigures, StandingAlert } from '../alert';
import { loadProgramme, loadUnits } from '../programme';
import { alertReasons, alertSentence } from '.';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const units = loadUnits(json('data/units/shanwei.json'));
if (!units.ok) throw new Error('units');
const programme = loadProgramme(json('data/programmes/shanwei-2025.json'), units.value);
if (!programme.ok) throw new Error('programme');

const place = (code: string) => {
  const indicator = programme.value.indicators.find((one) => one.code === code);
  if (indicator === undefined) throw new Error(code);
  return { indicator, yearStart: '01-01' } as const;
};

const figures: AlertFigures = {
  rateText: '94.2',
  passes: 880,
  total: 934,
  target: '94.8',
  leg: 'value',
  against: '94.8',
  shortfall: 0.58,
  shortBy: 6,
  plan: { planned: 1240, firm: false, remaining: 10 },
  outlook: 0.05,
};

const anAlert = (more: Partial<StandingAlert> = {}, numbers: Partial<AlertFigures> = {}): StandingAlert => ({
  indicator: 'manufacturing-pass-rate',
  unit: '441500',
  year: 2025,
  level: 'orange',
  rules: ['O3', 'Y2', 'B1'],
  period: '2025-Q3',
  since: '2025-Q3',
  ...more,
  figures: { ...figures, ...numbers },
});

const zh = (alert: StandingAlert) => alertSentence(alert, place(alert.indicator), 'zh');

describe('what an alert says aloud', () => {
  test('the counts, what is left of the year, the chance, and the rules that hold', () => {
    const alert = anAlert();
    expect(zh(alert)).toBe(
      '2025 年 1—9 月累计，已抽检 934 批，不合格 54 批，合格率 94.2%，低于目标 94.8%（差 0.6 个百分点），按全年计划 1,240 批，只能再有 10 批不合格；达标把握 5%。全年达标把握不足 10%；本期未达到要求。',
    );
    expect(alertSentence(alert, place(alert.indicator), 'en')).toBe(
      'Jan–Sep 2025, cumulative: 934 batches, 54 failing, 94.2%, below the target of 94.8% by 0.6 percentage points; of 1,240 batches planned for the year only 10 more may fail; chance of meeting the target 5%. Less than 10% chance for the year; below what is asked in this period.',
    );
  });

  test('an allowance that is used up or overdrawn is said so', () => {
    const left = (remaining: number) => zh(anAlert({}, { plan: { planned: 1240, firm: true, remaining } }));
    expect(left(0)).toContain('按全年计划 1,240 批，不能再有不合格');
    expect(left(-3)).toContain('按全年计划 1,240 批，不合格已超出 3 批');
  });

  test('without counts, plan or figure it says what is there', () => {
    const bare = { passes: null, total: null, plan: null, outlook: null, shortBy: null };
    const alert = anAlert({ level: 'blue', rules: ['B1'] }, { ...bare, leg: 'province', against: '95.0' });
    expect(zh(alert)).toBe(
      '2025 年 1—9 月累计，为 94.2%，低于全省 95.0%（差 0.6 个百分点）。本期未达到要求。',
    );
    const missing = anAlert(
      { level: 'blue', rules: ['B2'] },
      { ...bare, rateText: null, leg: null, against: null, shortfall: 0 },
    );
    expect(zh(missing)).toBe('2025 年 1—9 月累计，还没有数据。本期没有数据。');
  });

  test('a year out of reach says nothing of its chances, and a weaker rule is not repeated', () => {
    expect(alertReasons(['R1', 'O3', 'Y1', 'Y2'], 'zh')).toBe('全年已无法达标');
    expect(alertReasons(['R3', 'O1', 'B1'], 'en')).toBe(
      'far below target so far, with strong evidence; below what is asked in this period',
    );
    expect(alertReasons([], 'zh')).toBe('');
  });
});
