import { expect, test } from 'vitest';
import { wordingComplaints } from './wording.mjs';

const rulesOf = (path: string, text: string): readonly string[] =>
  wordingComplaints(path, text).map(({ line, rule }) => `${line} ${rule}`);

test('a half-width mark beside Chinese fails, a full-width one passes', () => {
  expect(rulesOf('shared/src/wording/zh.ts', "export const a = '抽检数,合格数';")).toEqual([
    '1 half-width-punctuation',
  ]);
  for (const mark of [':', ';', '(', '!', '?']) {
    expect(rulesOf('shared/src/wording/zh.ts', `export const a = '达标${mark}';`)).toHaveLength(1);
  }
  expect(
    rulesOf('shared/src/wording/zh.ts', "export const a = '达标（98.5%）：抽检 65 批，合格 64 批。';"),
  ).toEqual([]);
});

test('templates are read with what stands around the gaps', () => {
  const template = 'export const a = (n: number) => `\\n共 ${n} 批,合格`;';
  expect(rulesOf('shared/src/wording/zh.ts', template)).toEqual(['1 half-width-punctuation']);
  expect(rulesOf('shared/src/wording/zh.ts', 'export const a = (n: number) => `${n} 批（${n}）`;')).toEqual(
    [],
  );
});

test('comments, English and names of the exchange format are left alone', () => {
  expect(rulesOf('shared/src/wording/zh.ts', '// 达标, 未达标\nexport const a = 1;')).toEqual([]);
  expect(rulesOf('shared/src/wording/en.ts', "export const a = 'Target met, 98.5 %';")).toEqual([]);
  expect(rulesOf('shared/src/wording/zh.ts', "export const a = '合格率(%)';")).toEqual([]);
});

test('the zh fields of data files are read, other fields are not', () => {
  const data = JSON.stringify(
    { name: { zh: '食品(抽检)', en: 'Food (sampled)' }, clause: '一(二)' },
    null,
    2,
  );
  expect(rulesOf('data/programmes/x.json', data)).toEqual(['3 half-width-punctuation']);
  expect(rulesOf('data/programmes/x.json', '{"notes":{"zh":["一","二,三"]}}')).toHaveLength(1);
});

test('a Chinese sentence outside wording fails, in a string as between tags', () => {
  expect(rulesOf('client/src/pages/a.tsx', 'export const A = () => <p>总览</p>;')).toEqual([
    '1 sentence-outside-wording',
  ]);
  expect(rulesOf('client/src/pages/a.tsx', 'export const A = () => <p title="总览" />;')).toHaveLength(1);
  expect(rulesOf('server/src/http/a.ts', "\nexport const a = '请重试';")).toEqual([
    '2 sentence-outside-wording',
  ]);
});

test('tests may speak Chinese, and so may the core where it reads workbooks', () => {
  expect(rulesOf('client/src/pages/a.test.tsx', "export const a = '总览';")).toEqual([]);
  expect(rulesOf('shared/src/submission/headings.ts', "export const a = ['抽检数', '合格率(%)'];")).toEqual(
    [],
  );
});

test('an exemption needs a reason', () => {
  expect(rulesOf('server/src/a.ts', "export const a = '合计'; // wording-ok: matched against cells")).toEqual(
    [],
  );
  expect(
    rulesOf('server/src/a.ts', "// wording-ok: matched against cells\nexport const a = '合计';"),
  ).toEqual([]);
  expect(rulesOf('server/src/a.ts', "export const a = '合计'; // wording-ok:")).toHaveLength(1);
});
