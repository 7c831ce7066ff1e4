import { expect, test } from 'vitest';
import type { Issue } from '../submission';
import { describeRead } from './describe-read';
import { enSubmissionWords } from './en/submission-words';
import { zhSubmissionWords } from './zh/submission-words';

const anIssue = (row: number, part: Partial<Issue> = {}): Issue => ({
  code: 'submission.count-negative',
  level: 'error',
  cell: { sheet: '抽检', row, column: 'D' },
  params: { column: '合格数', value: '-492' },
  ...part,
});
const aRead = (issues: readonly Issue[]) =>
  ({
    ok: true,
    value: {
      rows: [],
      issues,
      errors: issues.filter(({ level }) => level === 'error').length,
      warnings: issues.filter(({ level }) => level === 'warning').length,
      rowsSeen: 6,
      rowsRefused: 1,
    },
  }) as const;

test('an issue says where, what was found, what is allowed and what to do', () => {
  const { message, outcome, rows } = describeRead(aRead([anIssue(3)]), 'zh');
  expect(outcome).toBe('reject-rows');
  expect(message).toBe(
    '读到 6 行数据，1 行有错误，共 1 处。改正之前不入库。\n' +
      '工作表“抽检”第 3 行 D 列：合格数“-492”是负数，不能小于 0。请核对原始记录。',
  );
  expect(rows).toMatchObject([{ row: 3, column: 'D', cell: '抽检!D3', level: 'error' }]);
  expect(describeRead(aRead([anIssue(3)]), 'en').message).toContain('Sheet “抽检”, row 3, column D: ');
});

test('a refused file is one sentence that says how to save it', () => {
  const refusal = { code: 'file.wrong-extension', params: { extension: 'xlsx', found: 'png' } } as const;
  expect(describeRead({ ok: false, refusal }, 'zh').message).toContain('内容其实是“PNG 图片”');
});

test('however many issues there are, the whole answer stays below 20,000 characters and counts the rest', () => {
  const issues = Array.from({ length: 2000 }, (_, row) =>
    anIssue(row + 2, { params: { column: '合格数', value: '长'.repeat(50) } }),
  );
  const { message, rows } = describeRead(aRead(issues), 'zh');
  expect(rows).toHaveLength(2000);
  expect([message, ...rows.map(({ text }) => text)].join('\n').length).toBeLessThan(20_000);
  expect(message).toMatch(/另有 1\d\d\d 条没有列出。$/);
});

test('both languages fill the same holes', () => {
  const holes = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  for (const table of ['issues', 'fileRefusals'] as const)
    for (const [code, zh] of Object.entries(zhSubmissionWords[table])) {
      const en: Readonly<Record<string, string>> = enSubmissionWords[table];
      const inEnglish = new Set(holes(en[code] ?? '').map((name) => name?.replace(/En$/, '')));
      for (const name of inEnglish) expect(holes(zh), code).toContain(name);
    }
});
