import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One short hash for named texts. The order of the entries does not matter, their names do.
 * @param {Readonly<Record<string, string | Buffer>>} parts
 */
export function fingerprint(parts) {
  const hash = createHash('sha256');
  for (const name of Object.keys(parts).sort()) {
    const content = parts[name] ?? '';
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * The parts of a package.json that change what is installed; an edited script must not cost a reinstall.
 * @param {string} text the file
 */
export function installFields(text) {
  const { scripts: _scripts, description: _description, ...rest } = JSON.parse(text);
  return JSON.stringify(rest);
}

/**
 * What the installed packages depend on: manifests, lock file, and the machine they are compiled for.
 * @param {string} root the repository
 */
export function installKey(root) {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  /** @type {string[]} */
  const workspaces = JSON.parse(manifest).workspaces ?? [];
  /** @type {Record<string, string>} */
  const parts = {
    'package.json': installFields(manifest),
    'package-lock.json': readFileSync(join(root, 'package-lock.json'), 'utf8'),
    machine: `${process.platform} ${process.arch} abi ${process.versions.modules}`,
  };
  for (const workspace of workspaces) {
    const path = `${workspace}/package.json`;
    parts[path] = installFields(readFileSync(join(root, path), 'utf8'));
  }
  return fingerprint(parts);
}

const tests = /\.(test|story|long)\.tsx?$/;

/**
 * The content hash of files and whole folders. Tests do not count: they are in no build.
 * What does not exist counts as absent.
 * @param {string} root
 * @param {readonly string[]} sources paths from the root
 */
export function sourcesKey(root, sources) {
  /** @type {Record<string, string | Buffer>} */
  const parts = {};
  for (const source of sources) {
    for (const path of filesIn(root, source)) {
      if (!tests.test(path)) parts[path] = readFileSync(join(root, path));
    }
  }
  return fingerprint(parts);
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) =>
        entry.isDirectory() ? filesIn(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
      );
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [path];
    throw error;
  }
}

/**
 * Reads a key file; an absent one is null.
 * @param {string} path
 */
export const keptKey = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null);
