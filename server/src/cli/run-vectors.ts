import { readFile } from 'node:fs/promises';
import { isVectorFile, runVectors } from '@zhibiao/shared/statistics/vectors';
import { OperatorProblem, reading } from '../operator-problem';
import { printJson, printLine, readArguments, UsageProblem, type ExitStatus } from './arguments';
import { usages } from './usages';

/** Runs golden-vector files of the known schema and reports every difference. */
export const runVectorFiles = async (words: readonly string[]): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(words, { json: { type: 'boolean' } }, usages.vectors);
  if (positionals.length === 0) throw new UsageProblem(usages.vectors);
  let failures = 0;
  for (const file of positionals) {
    const json = await reading(
      file,
      readFile(file, 'utf8').then((text): unknown => JSON.parse(text)),
    );
    if (!isVectorFile(json)) throw new OperatorProblem('vectors.unknown', { file });
    const report = runVectors(json);
    failures += report.failed;
    if (values.json === true) {
      printJson({ file, ...report });
      continue;
    }
    for (const { id, path, expected, got } of report.differences) {
      printLine(`${id} ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
    printLine(`${positionals.length > 1 ? `${file}: ` : ''}${report.passed} passed, ${report.failed} failed`);
  }
  return failures === 0 ? 0 : 1;
};
