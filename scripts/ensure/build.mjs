import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installKey, fingerprint, keptKey, sourcesKey } from './fingerprint.mjs';
import { run, say, Stop } from './run.mjs';

/**
 * What is built from what. Vite builds the server as well: one builder, and nothing to transpile when
 * the server starts.
 * @typedef {{ name: string, sources: readonly string[], out: string, cwd: string, args: readonly string[] }} Target
 * @type {readonly Target[]}
 */
export const targets = [
  {
    name: 'client',
    sources: [
      'client/src',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'client/pack-assets.ts',
      'shared/src',
      'shared/package.json',
      'tsconfig.base.json',
    ],
    out: 'client/dist',
    cwd: 'client',
    args: ['build', '--logLevel', 'warn'],
  },
  {
    name: 'server',
    sources: [
      'server/src',
      'server/vite.config.ts',
      'shared/src',
      'shared/package.json',
      'data/programmes',
      'data/units',
      'tsconfig.base.json',
    ],
    out: 'server/dist',
    cwd: '.',
    args: ['build', '--config', 'server/vite.config.ts', '--logLevel', 'warn'],
  },
];

/**
 * Builds what is older than its sources, in content, not in date.
 * @param {string} root
 * @param {readonly Target[]} [chosen]
 * @returns {Promise<readonly string[]>} names of what was built
 */
export async function ensureBuilt(root, chosen = targets) {
  const packages = installKey(root);
  const stale = chosen
    .map((target) => ({ target, key: fingerprint({ packages, sources: sourcesKey(root, target.sources) }) }))
    .filter(({ target, key }) => keptKey(join(root, target.out, '.built')) !== key);
  /** @type {Error | null} */
  let failure = null;
  for (const { target, key } of stale) {
    try {
      await build(root, target);
      writeFileSync(join(root, target.out, '.built'), `${key}\n`);
    } catch (error) {
      // The other part may still be built, and tested.
      failure ??= error instanceof Error ? error : new Error(String(error));
    }
  }
  if (failure !== null) throw failure;
  return stale.map(({ target }) => target.name);
}

/**
 * @param {string} root
 * @param {Target} target
 */
async function build(root, target) {
  const started = Date.now();
  say(`building the ${target.name} …`);
  // A failed build must leave nothing that could be taken for a good one.
  rmSync(join(root, target.out), { recursive: true, force: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, output } = await run(process.execPath, [vite, ...target.args], {
    cwd: join(root, target.cwd),
    quiet: true,
    env: { NODE_ENV: 'production' },
  });
  if (status !== 0 || !existsSync(join(root, target.out))) {
    rmSync(join(root, target.out), { recursive: true, force: true });
    process.stderr.write(output);
    throw new Stop(`the ${target.name} cannot be built; the reason stands above.`);
  }
  say(`${target.name} built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
