import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Takes a lock folder or tells who holds it. The folder is made complete beside its place and renamed
 * into it, which succeeds for one process only. A lock whose owner is gone is taken over.
 * @param {string} lock path of the lock folder
 * @param {{ pid?: number, isAlive?: (pid: number) => boolean }} [who] for tests
 * @returns {{ taken: true, release: () => void } | { taken: false, owner: number }}
 */
export function takeLock(lock, { pid = process.pid, isAlive = processIsAlive } = {}) {
  mkdirSync(dirname(lock), { recursive: true });
  const mine = `${lock}.${pid}`;
  for (;;) {
    rmSync(mine, { recursive: true, force: true });
    mkdirSync(mine);
    writeFileSync(join(mine, 'owner'), `${pid}\n`);
    try {
      renameSync(mine, lock);
      return { taken: true, release: () => release(lock, pid) };
    } catch (error) {
      rmSync(mine, { recursive: true, force: true });
      if (!isOccupied(error)) throw error;
    }
    const owner = ownerOf(lock);
    if (owner === null) continue; // Released in this very moment.
    if (owner !== pid && isAlive(owner)) return { taken: false, owner };
    removeStale(lock, owner, pid);
  }
}

/**
 * Waits for the lock, asking again every quarter second.
 * @param {string} lock
 * @param {(owner: number) => void} onWait called once, when somebody else holds it
 */
export async function waitForLock(lock, onWait) {
  for (let first = true; ; first = false) {
    const answer = takeLock(lock);
    if (answer.taken) return answer.release;
    if (first) onWait(answer.owner);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** @param {string} lock */
function ownerOf(lock) {
  try {
    return Number(readFileSync(join(lock, 'owner'), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {string} lock
 * @param {number} pid
 */
function release(lock, pid) {
  if (ownerOf(lock) === pid) rmSync(lock, { recursive: true, force: true });
}

/**
 * Moves a dead owner's lock away. Between our look and the move another process may have taken over:
 * then what we moved is alive, and goes back.
 * @param {string} lock
 * @param {number} dead
 * @param {number} pid
 */
function removeStale(lock, dead, pid) {
  const aside = `${lock}.${pid}.stale`;
  try {
    renameSync(lock, aside);
    if (ownerOf(aside) !== dead) renameSync(aside, lock);
  } catch {
    // Another process was quicker; the loop looks again.
  }
  rmSync(aside, { recursive: true, force: true });
}

/** @param {number} pid */
function processIsAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {unknown} error */
function isOccupied(error) {
  const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
  return ['EEXIST', 'ENOTEMPTY', 'EPERM', 'ENOTDIR'].includes(code);
}
