import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, root } from './served.mjs';

/**
 * S9: `npm start` on a filled data folder until the first answer, as often as asked; the first start, which
 * fills it, is not counted.
 * @param {{ folder: string, rounds: number }} options
 */
export const measureSecondStart = async ({ folder, rounds }) => {
  const dataFolder = join(folder, 'data-start');
  mkdirSync(dataFolder, { recursive: true });
  const firstMs = await startOnce(dataFolder);
  /** @type {number[]} */
  const secondMs = [];
  for (let round = 0; round < rounds; round += 1) secondMs.push(await startOnce(dataFolder));
  return { firstMs, secondMs };
};

const patienceMs = 60_000;

/** @param {string} dataFolder */
const startOnce = async (dataFolder) => {
  const port = await freePort();
  const env = Object.entries(process.env).filter(
    ([key]) => !/^(ZHIBIAO_|DATABASE_URL$|HOST$|npm_)/.test(key),
  );
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...Object.fromEntries(env), PORT: String(port), ZHIBIAO_DATA: dataFolder },
    stdio: 'ignore',
    // A group of its own, so that npm's shell and the server end together.
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/trpc/access.session`).then(
        (response) => response.ok,
        () => false,
      );
      if (answered) return performance.now() - began;
      if (child.exitCode !== null || performance.now() - began > patienceMs)
        throw new Error('npm start did not answer');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
};
