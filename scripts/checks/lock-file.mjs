// node scripts/checks/lock-file.mjs [--mend]
// A registry mirror that lacks the binaries of other platforms makes `npm install` leave them out of the lock
// file, and `npm ci` then refuses it, on this platform as well. This finds what is left out and puts it in.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {Record<string, unknown> & { version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} LockFile
 */

/**
 * Entries for optional packages that a locked package names exactly and the lock file does not hold. Without
 * a hash: it is not known here; npm fetches such a package only on the platform that its name tells.
 * @param {LockFile} lock
 * @returns {Record<string, Entry>}
 */
export function missingEntries(lock) {
  /** @type {Record<string, Entry>} */
  const missing = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (platform === null || !/^\d/.test(version) || isHeld(lock, path, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...(platform.cpu ? { cpu: [platform.cpu] } : {}),
        ...(entry.dev ? { dev: true } : {}),
        ...(platform.libc ? { libc: [platform.libc] } : {}),
        optional: true,
        os: [platform.os],
      };
    }
  }
  return missing;
}

/**
 * Whether a package at `path` would find `name` in its own or a higher node_modules.
 * @param {LockFile} lock
 * @param {string} path
 * @param {string} name
 */
function isHeld(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}${folder === '' ? '' : '/'}node_modules/${name}` in lock.packages) return true;
    if (!folder.includes('/node_modules/')) return `node_modules/${name}` in lock.packages;
  }
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * What the name of a binary package says: `@oxlint/binding-linux-arm-musleabihf` is for linux, arm, musl.
 * @param {string} name
 * @returns {{ os: string, cpu: string | undefined, libc: string | undefined } | null}
 */
export function platformOf(name) {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const os = systems.find((system) => words.includes(system));
  if (os === undefined) return null;
  const tail = words.at(-1) ?? '';
  const libc =
    os !== 'linux'
      ? undefined
      : tail.startsWith('musl')
        ? 'musl'
        : tail.startsWith('gnu')
          ? 'glibc'
          : undefined;
  return { os, cpu: processors.find((processor) => words.includes(processor)), libc };
}

/**
 * The lock file with what was left out, in npm's order.
 * @param {LockFile} lock
 * @param {Record<string, Entry>} missing
 * @returns {LockFile}
 */
export function completed(lock, missing) {
  const packages = Object.entries({ ...lock.packages, ...missing });
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(packages) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(repository, 'package-lock.json');
  /** @type {LockFile} */
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingEntries(lock);
  const names = Object.keys(missing);
  if (names.length > 0 && process.argv.includes('--mend')) {
    writeFileSync(path, `${JSON.stringify(completed(lock, missing), null, 2)}\n`);
    console.log(`lock file: ${names.length} packages of other platforms put in`);
  } else {
    for (const name of names) console.error(`lock file: ${name} is left out; npm ci would refuse`);
    if (names.length > 0) console.error('  mend with: node scripts/checks/lock-file.mjs --mend');
    else console.log(`lock file: ${Object.keys(lock.packages).length} packages, complete`);
    process.exitCode = names.length === 0 ? 0 : 1;
  }
}
