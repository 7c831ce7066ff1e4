import { problemText, type ProgrammeProblem } from '@zhibiao/shared/programme';
import type { ExitStatus } from './arguments';

/** Says what is wrong with a programme or units file on standard error, for people and as JSON. */
export const printProblems = (file: string, problems: readonly ProgrammeProblem[]): ExitStatus => {
  for (const problem of problems)
    process.stderr.write(`${file} ${problem.path || '/'}: ${problemText(problem, 'zh')}\n`);
  const listed = problems.map((problem) => ({
    ...problem,
    zh: problemText(problem, 'zh'),
    en: problemText(problem, 'en'),
  }));
  process.stderr.write(`${JSON.stringify({ file, problems: listed })}\n`);
  return 1;
};
