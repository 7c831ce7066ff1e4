// Makes `npm start` and `npm test` sufficient on a fresh clone. Plain Node, no package.
//   node scripts/ensure.mjs [build] [browser]
// Installs what is missing; with `build` builds what is stale; with `browser` sees to Chromium.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ensureBrowser } from './ensure/browser.mjs';
import { ensureBuilt } from './ensure/build.mjs';
import { ensureInstalled } from './ensure/install.mjs';
import { waitForLock } from './ensure/lock.mjs';
import { isNodeNewEnough, wantedNode } from './ensure/node-version.mjs';
import { endAll, say, Stop } from './ensure/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const wishes = new Set(process.argv.slice(2));

/** @type {() => void} */
let release = () => {};

/**
 * Ends what was started here: nothing stays behind.
 * @param {number} status
 */
function leave(status) {
  endAll();
  process.exit(status);
}

process.on('exit', () => release());
process.on('SIGINT', () => leave(130));
process.on('SIGTERM', () => leave(143));
process.on('SIGHUP', () => leave(129));
// npm does not pass SIGTERM on through its shell: when the parent has gone, so do we.
const parent = process.ppid;
if (process.env['npm_lifecycle_event']) {
  setInterval(() => process.ppid !== parent && leave(143), 500).unref();
}

try {
  if (!isNodeNewEnough(process.versions.node)) {
    throw new Stop(`Node.js ${wantedNode} or newer is needed, this is ${process.versions.node}.`);
  }
  release = await waitForLock(join(root, 'data/local/ensure.lock'), (owner) =>
    say(`waiting for another command (process ${owner}) that is installing or building …`),
  );
  const installed = await ensureInstalled(root);
  const built = wishes.has('build') ? await ensureBuilt(root) : [];
  const fetched = wishes.has('browser') ? await ensureBrowser() : false;
  if (!installed && built.length === 0 && !fetched) say('everything is up to date');
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  leave(1);
}
