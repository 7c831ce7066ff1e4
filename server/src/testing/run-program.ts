import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { root } from './start-test-server';

/** How a program ended and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  readonly json: () => unknown;
}

/** A program that goes on running. */
export interface Running {
  readonly child: ChildProcess;
  readonly lines: Interface;
  /** Its exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly stderr: () => string;
}

type Settings = Readonly<Record<string, string>>;

/** The environment of the tests without anything that would set the product up differently. */
const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^(ZHIBIAO_|npm_|PORT$|HOST$|DATABASE_URL$|NODE_OPTIONS$|VITEST)/.test(key),
    ),
  ),
  ...settings,
});

/** Starts a built program of the server, `main` or `cli`, as `npm` would. */
export const startProgram = (
  name: 'main' | 'cli',
  words: readonly string[],
  settings: Settings = {},
): Running => {
  const child = spawn(process.execPath, [join(root, 'server', 'dist', `${name}.js`), ...words], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = child;
  const complaints: Buffer[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  return {
    child,
    lines: createInterface({ input: stdout }),
    ended: once(child, 'close').then(() => child.exitCode),
    stderr: () => Buffer.concat(complaints).toString(),
  };
};

/** Runs a built program of the server to its end. */
export const runProgram = async (
  name: 'main' | 'cli',
  words: readonly string[],
  settings: Settings = {},
): Promise<Ended> => {
  const { ended, lines, stderr } = startProgram(name, words, settings);
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));
  const status = await ended;
  const stdout = said.join('\n');
  return { status, stdout, stderr: stderr(), json: (): unknown => JSON.parse(stdout) };
};

/** The port that a starting server prints; rejects when it ends instead. */
export const portOf = async ({ lines, ended, stderr }: Running): Promise<number> => {
  const listening = new Promise<number>((resolve) => {
    lines.on('line', (line) => {
      const port = /http:\/\/[^/]+:(\d+)\//.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
  const failed = ended.then((status) => {
    throw new Error(`the server ended with ${status}: ${stderr()}`);
  });
  return Promise.race([listening, failed]);
};
