import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Product } from './start-product';

/** A live instance on an empty folder, with the link that its start prints. */
export interface LiveProduct extends Pick<Product, 'address' | 'stop'> {
  readonly setUpLink: string;
}

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

/** Starts the built product live, over plain HTTP on purpose, on an empty data folder. */
export const startLiveProduct = async (): Promise<LiveProduct> => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibiao-live-'));
  const { npm_lifecycle_event: _inherited, ...environment } = process.env;
  const child = spawn(process.execPath, [main, 'live', '--insecure-http'], {
    env: { ...environment, PORT: '0', ZHIBIAO_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const setUpLink = await new Promise<string>((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const found = /http:\/\/\S+\/set-up#[\w-]{43}(?=\s)/.exec(said);
      if (found !== null) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the product ended with ${code ?? 'a signal'}: ${said}`)));
  });
  return {
    setUpLink,
    address: new URL(setUpLink).origin,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
