import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Migration } from '../migrations';
import { syncToDisk } from './copy-whole';
import { migrate } from './migrate';
import { applicationId, prepareWriter } from './pragmas';
import { translating } from './problem-of';

/**
 * Makes a new database beside its place and moves it there complete, so that a crash in between never leaves
 * a file that is half made.
 */
export const createFile = (file: string, migrations: readonly Migration[]): void => {
  const unfinished = `${file}.new`;
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true });
  translating(file, () => {
    const database = new Sqlite(unfinished);
    try {
      prepareWriter(database);
      database.pragma(`application_id = ${applicationId}`);
      migrate(database, migrations);
    } finally {
      // The last connection to close moves everything out of the -wal file and removes it.
      database.close();
    }
  });
  syncToDisk(unfinished);
  renameSync(unfinished, file);
  syncToDisk(dirname(file));
};
