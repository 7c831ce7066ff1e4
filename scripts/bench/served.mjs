import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(1));

/** A port that is free now. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/**
 * Starts a program of Node that serves on a port, and waits until it answers.
 * @param {readonly string[]} args
 * @param {{ port: number, path: string, env?: Record<string, string>, waitMs?: number }} options
 */
export const serve = async (args, { port, path, env = {}, waitMs = 60_000 }) => {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...plainEnvironment(), PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-4_000)));
  let ended = false;
  child.on('exit', () => {
    ended = true;
    running.delete(child);
  });
  for (;;) {
    if (ended) throw new Error(`${args.join(' ')} ended before it answered:\n${complaints}`);
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      await response.arrayBuffer();
      if (response.ok) break;
    } catch {
      // Not listening yet.
    }
    if (performance.now() - began > waitMs)
      throw new Error(`${args.join(' ')} did not answer:\n${complaints}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    readyMs: performance.now() - began,
    /** Resident memory now and at its highest, MB; null where the system does not tell. */
    memory: () => memoryOf(child.pid ?? 0),
    /** Processor time of all its threads so far, ms; not a number where the system does not tell. */
    cpuMs: () => cpuOf(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        if (ended) return resolve(undefined);
        child.once('exit', () => resolve(undefined));
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
      }),
  };
};

/** A program of Node that works and answers one line of JSON. @param {readonly string[]} args */
export const runJson = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    let text = '';
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      running.delete(child);
      if (code === 0) resolve(JSON.parse(text));
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });

/** Ours without settings of the product that might be set in this shell. */
const plainEnvironment = () => {
  const kept = Object.entries(process.env).filter(
    ([key]) => !/^(ZHIBIAO_|DATABASE_URL$|HOST$|NODE_ENV$|npm_)/.test(key),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' };
};

const memoryOf = (/** @type {number} */ pid) => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (/** @type {string} */ name) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024);
    return { nowMb: field('VmRSS'), peakMb: field('VmHWM') };
  } catch {
    return null;
  }
};

/** Ticks of a hundredth of a second: user and system, fields 14 and 15 of /proc/PID/stat. */
const cpuOf = (/** @type {number} */ pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
};
