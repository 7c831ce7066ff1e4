import { expect, test } from 'vitest';
import { enOperatorProblems } from './en/operator-problems';
import { operatorProblemText } from './operator-problem-text';
import { zhOperatorProblems } from './zh/operator-problems';

const holes = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole))].sort();

test('every reason has a sentence in both languages that names the same things', () => {
  for (const [code, sentence] of Object.entries(zhOperatorProblems)) {
    // Object.entries loses that the keys are the table's own.
    const english = enOperatorProblems[code as keyof typeof zhOperatorProblems];
    expect(holes(english), code).toEqual(holes(sentence));
    expect(sentence, code).toMatch(/。$/);
    expect(english, code).toMatch(/\.$/);
  }
});

test('a folder in use names the process that has it, and says nothing of a process it does not know', () => {
  const known = { folder: '/srv/data', pid: 71, startedAt: '2025-10-16T02:00:00.000Z' };
  expect(operatorProblemText('storage.in-use', known, 'en')).toContain('(pid 71, started 2025-10-16T02:00');
  expect(operatorProblemText('storage.in-use', known, 'zh')).toContain('（进程号 71，2025-10-16T02:00');
  expect(operatorProblemText('storage.in-use', { folder: '/srv/data' }, 'zh')).toContain('另一个进程使用。');
});

test('a damaged database of the demonstration is answered with the command that rebuilds it', () => {
  const text = operatorProblemText('storage.corrupt', { file: 'a', check: 'quick_check', detail: 'b' }, 'en');
  expect(text).toContain('quick_check');
  expect(text).toContain('npm run --silent cli -- demo reset');
});
