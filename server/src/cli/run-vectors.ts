import { readFile } from 'node:fs/promises';
import { runVectors } from '@zhibiao/shared/statistics/vectors';
import { reading } from '../open-instance';
import { printJson, printLine, readArguments, UsageProblem, type ExitStatus } from './arguments';

/** How `vectors` is called. */
export const vectorsUsage = 'vectors FILE.json [FILE.json …] [--json]';

/** Runs golden-vector files of the known schema and reports every difference. */
export const runVectorFiles = async (words: readonly string[]): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(words, { json: { type: 'boolean' } }, vectorsUsage);
  if (positionals.length === 0) throw new UsageProblem(vectorsUsage);
  let failures = 0;
  for (const file of positionals) {
    const report = runVectors(await reading(file, readFile(file, 'utf8').then(JSON.parse)));
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
