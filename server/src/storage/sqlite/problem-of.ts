import Sqlite from 'better-sqlite3';
import { StorageProblem } from '../storage-problem';

/**
 * Names what the engine's error means for the operator. Errors that are our own bugs (a broken constraint,
 * bad SQL) stay as they are.
 */
export const problemOf = (error: unknown, file: string): unknown => {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const { code, message } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StorageProblem('busy', {}, error);
  if (code === 'SQLITE_FULL') return new StorageProblem('full', { file }, error);
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return new StorageProblem('read-only', { file }, error);
  if (code === 'SQLITE_NOTADB') return new StorageProblem('foreign', { file }, error);
  if (code.startsWith('SQLITE_CORRUPT'))
    return new StorageProblem('corrupt', { file, check: 'read', detail: message }, error);
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN'))
    return new StorageProblem('failed', { file, detail: `${code}: ${message}` }, error);
  return error;
};

/** Runs a step on the database and translates what it throws. */
export const translating = <T>(file: string, step: () => T): T => {
  try {
    return step();
  } catch (error) {
    throw problemOf(error, file);
  }
};
