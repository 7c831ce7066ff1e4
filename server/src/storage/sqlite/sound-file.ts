import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { StorageProblem } from '../storage-problem';
import { versionOf } from './migrate';
import { applicationId } from './pragmas';
import { translating } from './problem-of';

/**
 * Makes sure that a file is a healthy database of ours that this code knows, before anything writes to it,
 * and answers its version. Opened for reading only: a file that is refused stays as it is, to the last byte.
 */
export const soundVersionOf = (file: string, known: number): number => {
  // SQLite takes a file without bytes for a new database.
  if (statSync(file).size === 0) throw new StorageProblem('empty-file', { file });
  return translating(file, () => {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 500 });
    try {
      if (database.pragma('application_id', { simple: true }) !== applicationId)
        throw new StorageProblem('foreign', { file });
      const found = versionOf(database);
      if (found > known) throw new StorageProblem('newer', { file, found, known });
      const detail = String(database.pragma('quick_check(1)', { simple: true }));
      if (detail !== 'ok') throw new StorageProblem('corrupt', { file, check: 'quick_check', detail });
      if (found < 1)
        throw new StorageProblem('corrupt', { file, check: 'user_version', detail: String(found) });
      return found;
    } finally {
      database.close();
    }
  });
};
