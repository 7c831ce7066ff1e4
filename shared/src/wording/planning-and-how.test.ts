import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demonstrationSubmissions } from '../demonstration';
import { assessSheet, howComputed, planningAid, type PlanningQuestion } from '../evaluation';
import { ledgerOf } from '../observation';
import { loadProgramme, loadUnits, programmeIndex } from '../programme';
import { howComputedLines, howComputedText, planningSentences, type Language } from '.';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const units = loadUnits(json('data/units/shanwei.json'));
if (!units.ok) throw new Error('units');
const programme = loadProgramme(json('data/programmes/shanwei-2025.json'), units.value);
if (!programme.ok) throw new Error('programme');
const index = programmeIndex(programme.value, units.value);
const indicatorOf = (code: string) => {
  const indicator = index.indicator(code);
  if (indicator === undefined) throw new Error(code);
  return indicator;
};

describe('the planning aid in words', () => {
  const manufacturing = indicatorOf('manufacturing-pass-rate');
  const said = (more: Partial<PlanningQuestion> = {}, language: Language = 'zh') =>
    planningSentences(
      planningAid({
        passes: 880,
        total: 934,
        target: { num: 948, den: 1000 },
        planned: 1240,
        firm: false,
        periodsLeft: 1,
        ...more,
      }),
      manufacturing,
      '94.8',
      language,
    );

  test('the last quarter is the rest of the year', () => {
    expect(said()).toEqual({
      minimum: '至少抽检 71 批且全部合格，才能在统计上确认达到 94.8%。',
      confirm: '再连续合格 413 批，就可以确认达到 94.8%。',
      next: null,
      rest: '年内余下 306 批中，不合格须控制在 10 批以内。',
      outlook: '全年达标把握 5%。',
    });
  });

  test('an earlier one is told by itself', () => {
    expect(said({ passes: 286, total: 300, periodsLeft: 3 })).toMatchObject({
      confirm: expect.stringMatching(/^再连续合格/),
      next: '下一期 314 批中，不合格不超过 17 批，期末累计就达标。',
      rest: '年内余下 940 批中，不合格须控制在 50 批以内。',
    });
  });

  test.each([
    [{ passes: 800 }, '年内余下 306 批即使全部合格，全年仍不达标。'],
    [{ passes: 870, planned: 1240 }, '年内余下 306 批必须全部合格，全年才达标。'],
    [{ passes: 934, planned: 940 }, '年内余下 6 批无论结果如何，全年都达标。'],
    [{ planned: 900 }, '按此计划，年内不再抽检。'],
  ])('%j leaves: %s', (more, rest) => {
    expect(said(more).rest).toBe(rest);
  });

  test('few samples are for orientation only, and enough of them confirm', () => {
    expect(said({ passes: 20, total: 20 }).outlook).toContain('仅供参考');
    expect(said({ passes: 934 }).confirm).toBe('现有数据已经可以确认达到 94.8%。');
  });

  test('100 % is never proved', () => {
    const transport = indicatorOf('transport-first-acceptance');
    const aid = planningAid({
      passes: 46,
      total: 46,
      target: { num: 1, den: 1 },
      planned: 62,
      firm: false,
      periodsLeft: 1,
    });
    expect(planningSentences(aid, transport, '100', 'zh')).toMatchObject({
      minimum: '目标是 100%，再多样本也不能证明；出现 1 项一次验收不合格即不达标。',
      confirm: null,
    });
    expect(planningSentences(aid, transport, '100', 'en').rest).toBe(
      'All 16 projects left this year must pass.',
    );
  });
});

describe('how it was computed, in words', () => {
  const context = {
    index,
    ledger: ledgerOf(
      demonstrationSubmissions(programme.value, units.value).flatMap(({ observations }) => observations),
      '01-01',
    ),
    today: '2025-10-16',
  };
  const lines = (code: string, period: string, language: Language, revisions = 0) => {
    const indicator = indicatorOf(code);
    const [whole] = assessSheet(context, indicator, period, 'cumulative');
    if (whole === undefined) throw new Error(code);
    const entries = howComputed(whole, {
      indicator,
      addends: index.parts.map((part) => part.code),
      revisions,
    });
    return howComputedLines(entries, indicator, { language });
  };

  test('manufacturing, line by line', () => {
    const text = howComputedText(lines('manufacturing-pass-rate', '2025-Q3', 'zh', 1), 'zh').split('\n');
    expect(text.slice(0, 5)).toEqual([
      '数量：抽检 934 批，不合格 54 批，其余 880 批',
      '比率：880 ÷ 934 = 94.2184%，显示为 94.2%',
      '来源：由 6 个县区的数量相加',
      '修订：有过 1 次更正',
      '与目标 94.8% 比较：880 × 1000 = 880000 < 948 × 934 = 885432，未达到',
    ]);
    expect(text).toContain('差额：⌈94.8% × 934⌉ − 880 = 886 − 880 = 6，还差 6 批合格');
    expect(text.at(-1)).toBe('灯：未达标（累计低于目标，全年达标把握不足 20%）');
  });

  test('every indicator and period says everything in both languages', () => {
    for (const { code } of index.programme.indicators) {
      for (const period of ['2024', '2025-Q1', '2025-Q3', '2025']) {
        for (const language of ['zh', 'en'] as const) {
          for (const { label, text } of lines(code, period, language)) {
            expect(`${label} ${text}`, `${code} ${period}`).not.toMatch(/[{}[\]]|undefined|NaN|null/);
            if (language === 'zh') expect(text).not.toMatch(/[\u3400-\u9fff][,:;(]/);
          }
        }
      }
    }
  });

  test('a figure that was never corrected says so', () => {
    expect(lines('food-pass-rate', '2025-Q3', 'zh').find(({ code }) => code === 'revisions')?.text).toBe(
      '没有更正过',
    );
  });
});
