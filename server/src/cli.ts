import { fileURLToPath } from 'node:url';
import { assess, assessUsage } from './cli/assess';
import { UsageProblem, type ExitStatus } from './cli/arguments';
import { checkProgramme, checkUsage } from './cli/check-programme';
import { importFile, importUsage } from './cli/import-file';
import { PlansProblem } from './cli/read-plans';
import { resetDemonstration, resetUsage } from './cli/reset-demonstration';
import { runVectorFiles, vectorsUsage } from './cli/run-vectors';
import { verify, verifyUsage } from './cli/verify';
import { ConfigProblem } from './config';
import { faultLog } from './http/fault-log';
import { InstanceProblem } from './open-instance';
import { StorageProblem } from './storage/storage-problem';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Command {
  readonly words: readonly string[];
  readonly usage: string;
  readonly run: (rest: readonly string[]) => Promise<ExitStatus>;
}

/** Every command there is; each prints its usage with --help. */
const commands: readonly Command[] = [
  { words: ['assess'], usage: assessUsage, run: assess },
  { words: ['import'], usage: importUsage, run: (rest) => importFile(rest, root) },
  { words: ['programme', 'check'], usage: checkUsage, run: checkProgramme },
  { words: ['verify'], usage: verifyUsage, run: (rest) => verify(rest, root) },
  { words: ['demo', 'reset'], usage: resetUsage, run: (rest) => resetDemonstration(rest, root) },
  { words: ['vectors'], usage: vectorsUsage, run: runVectorFiles },
];

const help = [
  'zhibiao COMMAND [--json] [--help]',
  ...commands.map(({ usage }) => `  ${usage}`),
  'Exit status: 0 done, 1 refused or found something, 2 wrong usage.',
].join('\n');

const main = async (words: readonly string[]): Promise<ExitStatus> => {
  const command = commands.find((entry) => entry.words.every((word, position) => words[position] === word));
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${command === undefined ? help : `zhibiao ${command.usage}`}\n`);
    return 0;
  }
  if (command === undefined) throw new UsageProblem(help);
  return command.run(words.slice(command.words.length));
};

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const expected =
      error instanceof UsageProblem ||
      error instanceof ConfigProblem ||
      error instanceof InstanceProblem ||
      error instanceof PlansProblem ||
      error instanceof StorageProblem;
    if (expected) process.stderr.write(`${error.message}\n`);
    else faultLog('', 'cli', error);
    process.exitCode = error instanceof UsageProblem ? 2 : 1;
  },
);
