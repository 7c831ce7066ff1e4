import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/** The demonstration as a user starts it, on its own data folder and a free port. */
export interface Product {
  readonly address: string;
  stop(): Promise<void>;
  /** Ends the server and leaves its folder, as a power cut does; `resume` starts it again at the same address. */
  halt(): Promise<void>;
  resume(): Promise<void>;
}

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /http:\/\/[^\s/]+\//.exec(said);
      if (found !== null) resolve(found[0].slice(0, -1));
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code ?? 'a signal'}: ${said}`)));
  });

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the demonstration as it is after its first start, made once for a whole run; to copy, not to use. */
    readonly demonstration: string;
  }
}

/** Starts the built product, with other settings than the usual ones if need be; the stories and nothing else use it. */
export const startProduct = async (settings: Readonly<Record<string, string>> = {}): Promise<Product> => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibiao-story-'));
  // Other settings may mean another programme, which fills its own folder.
  if (Object.keys(settings).length === 0) await cp(inject('demonstration'), folder, { recursive: true });
  const { npm_lifecycle_event: _inherited, ...environment } = process.env;
  const start = (port: string): ChildProcess =>
    spawn(process.execPath, [main, 'demonstration'], {
      env: { ...environment, ZHIBIAO_DATA: folder, ...settings, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let child = start(settings['PORT'] ?? '0');
  const address = await addressOf(child);
  const halt = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return {
    address,
    halt,
    resume: async () => {
      child = start(new URL(address).port);
      await addressOf(child);
    },
    stop: async () => {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
