import { fileURLToPath } from 'node:url';
import { assess, assessUsage } from './cli/assess';
import { printLine, UsageProblem, type ExitStatus } from './cli/arguments';
import { checkProgramme, checkUsage } from './cli/check-programme';
import { importFile, importUsage } from './cli/import-file';
import { resetDemonstration, resetUsage } from './cli/reset-demonstration';
import { runVectorFiles, vectorsUsage } from './cli/run-vectors';
import { verify, verifyUsage } from './cli/verify';
import { faultLog } from './http/fault-log';
import { tellProblem } from './operator-problem';

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
    printLine(command === undefined ? help : `zhibiao ${command.usage}`);
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
    process.exitCode = error instanceof UsageProblem ? 2 : 1;
    const problem = tellProblem(error);
    if (error instanceof UsageProblem) process.stderr.write(`${error.message}\n`);
    else if (problem === null) faultLog('', 'cli', error);
    else {
      process.stderr.write(`${problem.zh}\n${problem.en}\n`);
      if (process.argv.includes('--json')) process.stderr.write(`${JSON.stringify({ problem })}\n`);
    }
  },
);

// Whoever reads through `head` has seen enough.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});
