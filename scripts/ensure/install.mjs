import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installKey, keptKey } from './fingerprint.mjs';
import { run, say, Stop } from './run.mjs';

/**
 * Installs the packages when they are missing or not the ones of the lock file.
 * @param {string} root
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureInstalled(root) {
  const key = installKey(root);
  const kept = join(root, 'node_modules', '.ensured');
  if (keptKey(kept) === key) return false;
  if (await isAlreadyInstalled(root)) {
    writeFileSync(kept, `${key}\n`);
    return false;
  }
  await install(root);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(kept, `${key}\n`);
  return true;
}

/** @param {string} root */
async function install(root) {
  const started = Date.now();
  say('installing packages (once; one to two minutes, most of it compiling SQLite) …');
  const every5s = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    // node-gyp makes this folder when it begins and puts the driver into it when it ends.
    const compiling = existsSync(join(root, 'node_modules/better-sqlite3/build'));
    const doing = compiling
      ? 'compiling SQLite'
      : `${countPackages(join(root, 'node_modules'))} packages so far`;
    say(`… ${seconds} s, ${doing}`);
  };
  // Development packages hold the builder, so they are needed under NODE_ENV=production too.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = await npm(args, { cwd: root, every5s });
  if (status !== 0) throw new Stop('npm ci failed; its message stands above. Try again when it is mended.');
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * The very npm that runs us when there is one, else the one on the path.
 * @param {readonly string[]} args
 * @param {{ cwd: string, every5s: () => void }} options
 */
function npm(args, options) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js') && existsSync(script)) return run(process.execPath, [script, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/**
 * True when somebody ran npm themselves: everything locked is there, and SQLite loads under this Node.
 * @param {string} root
 */
async function isAlreadyInstalled(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (missingPackages(wanted, readFileSync(hidden, 'utf8')).length > 0) return false;
  const { status } = await run(
    process.execPath,
    ['-e', "new (require('better-sqlite3'))(':memory:').close()"],
    { cwd: root, quiet: true },
  );
  return status === 0;
}

/**
 * Packages that the lock file asks for and the installed tree lacks or has in another version.
 * @param {string} wanted text of package-lock.json
 * @param {string} installed text of node_modules/.package-lock.json
 */
export function missingPackages(wanted, installed) {
  const there = lockedPackages(installed);
  return Object.entries(lockedPackages(wanted))
    .filter(([path, { version, optional }]) => !optional && there[path]?.version !== version)
    .map(([path]) => path);
}

/**
 * @param {string} text
 * @returns {Record<string, { version: string, optional: boolean }>}
 */
function lockedPackages(text) {
  /** @type {[string, Record<string, unknown>][]} */
  const packages = Object.entries(JSON.parse(text).packages ?? {});
  return Object.fromEntries(
    packages
      .filter(([path, entry]) => path.includes('node_modules/') && entry['link'] !== true)
      .map(([path, entry]) => [
        path,
        { version: String(entry['version']), optional: Boolean(entry['optional'] ?? entry['devOptional']) },
      ]),
  );
}

/**
 * How many packages lie in the top folder, scopes opened; for the progress line.
 * @param {string} folder
 */
function countPackages(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .reduce((sum, name) => sum + (name.startsWith('@') ? readdirSync(join(folder, name)).length : 1), 0);
}
