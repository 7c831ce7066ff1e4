import type { Assessment } from '@zhibiao/shared/evaluation';
import { describe, expect, test } from 'vitest';
import { indicatorOf, shanwei, zhWords } from '../../ui/a-telling.fixture';
import { lightWord } from './assessment-words';
import {
  evidenceLine,
  excessLine,
  missingName,
  reasonText,
  targetName,
  totalHead,
  valueHead,
} from './judgement-words';

const food = indicatorOf('food-pass-rate');
const works = indicatorOf('completed-works-excellence');
const transport = indicatorOf('transport-first-acceptance');
const register = indicatorOf('infant-formula-system-inspection');

const judged = (given: Partial<Assessment>): Assessment => ({
  indicator: 'food-pass-rate',
  unit: '441581',
  period: '2025-Q3',
  basis: 'single',
  figure: { kind: 'counts', passes: 10, total: 12 },
  derivation: 'reported',
  complete: true,
  missing: [],
  rateText: '83.3',
  value: 10 / 12,
  verdict: 'short',
  legs: [{ comparator: 'value', verdict: 'short', against: '90', by: -6.7, reference: null }],
  light: 'risk',
  lightReason: 'short-within-noise',
  evidence: 'certain-short',
  interval95: null,
  shortBy: 1,
  budget: null,
  outlook: null,
  ...given,
});

describe('why a light is on', () => {
  test('full counts know no error of sampling, only few cases', () => {
    const few = judged({});
    expect([reasonText(zhWords, works, few), evidenceLine(zhWords, works, few)]).toEqual([
      '低于目标，数量少',
      '差距可能出于偶然',
    ]);
    const sampled = judged({ evidence: 'short-within-noise' });
    expect([reasonText(zhWords, food, sampled), evidenceLine(zhWords, food, sampled)]).toEqual([
      '低于目标，在误差内',
      '低于目标，在误差内',
    ]);
  });

  test('no evidence stands beside a light that is off, or a register on its way', () => {
    const off = judged({ light: 'none', lightReason: 'too-few-samples' });
    expect(evidenceLine(zhWords, works, off)).toBeNull();
    const onItsWay = judged({ light: 'met', lightReason: 'coverage-on-pace' });
    expect(evidenceLine(zhWords, register, onItsWay)).toBeNull();
    const closed = judged({ light: 'miss', lightReason: 'coverage-missed' });
    expect(evidenceLine(zhWords, register, closed)).toBe('全数统计，无抽样误差');
  });

  test('a quarter without cases is not judged; one without a figure is awaited', () => {
    const none = judged({
      figure: { kind: 'counts', passes: 0, total: 0 },
      value: null,
      light: 'none',
      lightReason: 'no-samples',
    });
    expect(lightWord(zhWords, none)).toBe('不判定');
    expect(reasonText(zhWords, transport, none)).toBe('本期没有项目');
    expect(reasonText(zhWords, food, none)).toBe('本期没有抽检');
    expect(lightWord(zhWords, { light: 'none', figure: null })).toBe('待数据');
  });
});

describe('what is beside a figure', () => {
  test('failures too many are told as what was measured', () => {
    expect(excessLine(zhWords, food, judged({ shortBy: 6 }))).toBe('同等样本下多 6 批不合格');
    expect(excessLine(zhWords, works, judged({}))).toBe('多 1 项未评优良');
    const all = judged({
      legs: [{ comparator: 'all', verdict: 'short', against: '100', by: -2.2, reference: null }],
    });
    expect(excessLine(zhWords, transport, all)).toBe('有 1 项一次验收不合格');
    expect(excessLine(zhWords, register, judged({ shortBy: 3 }))).toBe('还差 3 家');
    expect(excessLine(zhWords, food, judged({ shortBy: 0 }))).toBeNull();
  });

  test('columns are headed by what is counted', () => {
    const heads = [food, transport, register, indicatorOf('cluster-quality-centres')];
    expect(heads.map((indicator) => totalHead(zhWords, indicator))).toEqual([
      '抽检（批）',
      '验收（项）',
      '名册（家）',
      '总数（个）',
    ]);
    expect([food, works, register].map((indicator) => valueHead(zhWords, indicator))).toEqual([
      '合格率 %',
      '优良率 %',
      '覆盖率 %',
    ]);
  });

  test('a year without a target asks nothing, not a rise', () => {
    const rising = indicatorOf('service-satisfaction');
    expect(targetName(zhWords, food, judged({ legs: [] }), null)).toBe('—');
    expect(targetName(zhWords, rising, judged({}), null)).toBe('高于上年');
    expect(targetName(zhWords, food, judged({}), '98.5')).toBe('98.5%');
  });

  test('what is missing is a unit, and the period in which it is silent', () => {
    expect(missingName(zhWords, shanwei, food, '441523')).toBe('陆河县');
    expect(missingName(zhWords, shanwei, food, '441523@2024-07-01')).toBe('陆河县 2024 年三季度');
  });
});
