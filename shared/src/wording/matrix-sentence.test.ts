import { expect, test } from 'vitest';
import type { MatrixCell } from '../evaluation';
import { matrixSentence } from '.';

const cell = (unit: string, stands: MatrixCell['stands']): MatrixCell => ({
  indicator: 'food',
  unit,
  p: 0.001,
  pAdjusted: stands === null ? 0.5 : 0.01,
  stands,
});

const said = (language: 'zh' | 'en', ...cells: readonly MatrixCell[]): string =>
  matrixSentence(
    { cells },
    { language, nameOf: (unit) => unit, indicatorOf: () => (language === 'zh' ? '食品' : 'food') },
  );

test('the sheet names what stays below its target, and counts what is above', () => {
  expect(said('zh', cell('陆丰市', 'below'), cell('城区', 'above'), cell('陆河县', null))).toBe(
    '抽检指标的红格只看这一项指标：差距大得不像碰巧，值得核查；全表 3 格抽检数据一起看，碰巧偏离的难免有几格，按更严的标准（BH 法，错报不超过 10%），能确认低于目标的有 1 格：陆丰市食品，能确认高于目标的有 1 格。',
  );
  expect(said('en', cell('Lufeng', 'below'))).toMatch(/confidently below target: Lufeng food\.$/);
});

test('it says so where nothing stands out, and names no more than four', () => {
  expect(said('zh', cell('城区', null))).toMatch(
    /碰巧偏离的难免有几格，按更严的标准（BH 法，错报不超过 10%），没有一格能确认偏离目标。$/,
  );
  expect(said('zh', cell('城区', 'above'))).toMatch(/没有一格能确认低于目标，能确认高于目标的有 1 格。$/);
  const five = ['甲', '乙', '丙', '丁', '戊'].map((unit) => cell(unit, 'below'));
  expect(said('zh', ...five)).toMatch(/有 5 格：甲食品、乙食品、丙食品、丁食品，另有 1 格。$/);
  expect(said('en', ...five)).toMatch(/ and 1 more\.$/);
});
