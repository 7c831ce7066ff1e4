import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { translating } from './problem-of';

/**
 * Copies a database, while it is in use, into a new file that is there wholly or not at all. The copy is
 * compact and holds what was committed at one instant.
 */
export const copyWhole = (database: SqliteDatabase.Database, target: string): void => {
  const partial = `${target}.partial`;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(partial, { force: true });
  try {
    translating(target, () => database.prepare('VACUUM INTO ?').run(partial));
    syncToDisk(partial);
    renameSync(partial, target);
    syncToDisk(dirname(target));
  } finally {
    rmSync(partial, { force: true });
  }
};

/** Makes a file, or the names in a folder, survive a power cut. */
export const syncToDisk = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
