import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { parseConfig } from '../config';
import { openInstance } from '../open-instance';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the demonstration as it is after its first start, made once for a whole run; to copy, not to use. */
    readonly demonstration: string;
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Run by vitest before the tests that start the product: fills the demonstration that all of them copy. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  // Each project of a run asks, in the same process; a run that was cut off may have had its number.
  const run = `${process.pid}-${Math.floor(performance.timeOrigin)}`;
  const folder = join(tmpdir(), `zhibiao-once-${run}`);
  if (!existsSync(folder)) {
    const config = parseConfig('demonstration', { ZHIBIAO_DATA: folder }, root);
    const instance = await openInstance(config, root, () => undefined);
    await instance.storage.close();
  }
  project.provide('demonstration', folder);
  return () => rm(folder, { recursive: true, force: true });
};
