import { fileURLToPath } from 'node:url';
import { printLine, UsageProblem, type ExitStatus } from './cli/arguments';
import { usages } from './cli/usages';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Command {
  readonly words: readonly string[];
  readonly usage: string;
  readonly run: (rest: readonly string[]) => Promise<ExitStatus>;
}

/** Every command there is; each is fetched when it is called for, and prints its usage with --help. */
const commands: readonly Command[] = [
  {
    words: ['assess'],
    usage: usages.assess,
    run: async (rest) => (await import('./cli/assess')).assess(rest),
  },
  {
    words: ['import'],
    usage: usages.import,
    run: async (rest) => (await import('./cli/import-file')).importFile(rest, root),
  },
  {
    words: ['approve'],
    usage: usages.approve,
    run: async (rest) => (await import('./cli/approve-and-publish')).approve(rest, root),
  },
  {
    words: ['publish'],
    usage: usages.publish,
    run: async (rest) => (await import('./cli/approve-and-publish')).publishNow(rest, root),
  },
  {
    words: ['programme', 'check'],
    usage: usages.check,
    run: async (rest) => (await import('./cli/check-programme')).checkProgramme(rest),
  },
  {
    words: ['verify'],
    usage: usages.verify,
    run: async (rest) => (await import('./cli/verify')).verify(rest, root),
  },
  {
    words: ['demo', 'reset'],
    usage: usages.reset,
    run: async (rest) => (await import('./cli/reset-demonstration')).resetDemonstration(rest, root),
  },
  {
    words: ['user', 'add'],
    usage: usages.userAdd,
    run: async (rest) => (await import('./cli/manage-users')).addUser(rest, root),
  },
  {
    words: ['user', 'list'],
    usage: usages.userList,
    run: async (rest) => (await import('./cli/manage-users')).listUsers(rest, root),
  },
  {
    words: ['user', 'disable'],
    usage: usages.userDisable,
    run: async (rest) => (await import('./cli/manage-users')).disableUser(rest, root),
  },
  {
    words: ['user', 'reset'],
    usage: usages.userReset,
    run: async (rest) => (await import('./cli/manage-users')).resetUser(rest, root),
  },
  {
    words: ['vectors'],
    usage: usages.vectors,
    run: async (rest) => (await import('./cli/run-vectors')).runVectorFiles(rest),
  },
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

const explain = async (error: unknown): Promise<void> => {
  if (error instanceof UsageProblem) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  const { tellProblem } = await import('./operator-problem');
  const problem = tellProblem(error);
  if (problem === null) {
    const { faultLog } = await import('./http/fault-log');
    faultLog('', 'cli', error);
    return;
  }
  process.stderr.write(`${problem.zh}\n${problem.en}\n`);
  if (process.argv.includes('--json')) process.stderr.write(`${JSON.stringify({ problem })}\n`);
};

// Whoever reads through `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
  await explain(error);
}
