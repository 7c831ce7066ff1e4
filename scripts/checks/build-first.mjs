import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../ensure/build.mjs';
import { waitForLock } from '../ensure/lock.mjs';
import { say, Stop } from '../ensure/run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Run by vitest before the tests that start the built product. A build that fails leaves no dist folder:
 * those tests then fail, while the others still tell what they know.
 */
export async function setup() {
  const release = await waitForLock(join(root, 'data/local/ensure.lock'), () =>
    say('waiting for another command that is installing or building …'),
  );
  try {
    await ensureBuilt(root);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
  } finally {
    release();
  }
}
