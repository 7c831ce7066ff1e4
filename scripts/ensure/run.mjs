import { spawn } from 'node:child_process';

/**
 * A line for the person waiting. Always on standard error: standard output belongs to the command that
 * npm runs next, and `npm run --silent cli -- … --json` must print JSON and nothing else.
 * @param {string} line
 */
export const say = (line) => void process.stderr.write(`zhibiao: ${line}\n`);

/** A step that cannot go on; the sentence tells what to do. */
export class Stop extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends every process that was started here, with what it started itself. */
export function endAll() {
  for (const child of running) {
    try {
      // A group of its own on POSIX, so that compilers started by npm end as well.
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGTERM');
      else child.kill();
    } catch {
      // It has just ended by itself.
    }
  }
}

/**
 * Runs a program to its end. Its output goes to standard error, or into `output` with `quiet`.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv, every5s?: () => void }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      detached: process.platform !== 'win32',
      stdio: ['ignore', options.quiet ? 'pipe' : 2, options.quiet ? 'pipe' : 2],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    const beat = options.every5s ? setInterval(options.every5s, 5_000) : undefined;
    const done = () => {
      clearInterval(beat);
      running.delete(child);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code) => {
      done();
      resolve({ status: code ?? 1, output });
    });
  });
}
