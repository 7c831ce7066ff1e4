import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { StorageProblem } from '../storage-problem';
import { problemOf } from './problem-of';

/** Ends the lock; asking twice does no harm. */
export type Unlock = () => void;

/**
 * Takes a data folder for this process alone. The lock is an exclusive transaction on an empty database,
 * which is a lock of the operating system: it ends with the process, however that dies, so nothing ever has
 * to be cleaned up. `lock.json` beside it only names the holder.
 */
export const lockFolder = async (folder: string, startedAt: string): Promise<Unlock> => {
  const file = join(folder, 'lock.sqlite');
  const database = await takeExclusively(folder, file);
  const holder = join(folder, 'lock.json');
  const fresh = `${holder}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify({ pid: process.pid, startedAt } satisfies Holder));
  renameSync(fresh, holder);
  return () => {
    if (!database.open) return;
    rmSync(holder, { force: true });
    database.close();
  };
};

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

const takeExclusively = async (folder: string, file: string): Promise<Sqlite.Database> => {
  let database: Sqlite.Database | null = null;
  try {
    database = new Sqlite(file, { timeout: 0 });
    // Without a journal file the lock leaves nothing behind.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    const problem = problemOf(error, file);
    if (!(problem instanceof StorageProblem)) throw problem;
    if (problem.code === 'busy') throw await inUse(folder);
    if (problem.code === 'failed') throw new StorageProblem('read-only', { file: folder }, error);
    throw problem;
  }
};

/** The holder writes its name right after it has the lock; a name left by a dead process is not believed. */
const inUse = async (folder: string): Promise<StorageProblem> => {
  for (let look = 0; look < 20; look += 1) {
    const holder = readHolder(join(folder, 'lock.json'));
    if (holder !== null && isAlive(holder.pid)) {
      return new StorageProblem('in-use', { folder, pid: holder.pid, startedAt: holder.startedAt });
    }
    await delay(50);
  }
  return new StorageProblem('in-use', { folder, pid: 0, startedAt: '' });
};

const readHolder = (file: string): Holder | null => {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>; // checked below
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : null;
  } catch {
    // Not there yet, or cut short: look again.
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
