import type SqliteDatabase from 'better-sqlite3';
import { StorageProblem } from '../storage-problem';

/** `ZBQT` as a number: marks a file as a database of Zhibiao. */
export const applicationId = 0x5a425154;

/** Older ones have the WAL-reset bug, which can corrupt a database that two connections use (INC-14). */
const oldestSafeVersion = [3, 51, 3] as const;

/** A short wait, for it blocks the whole process; waiting longer is done between tries, in `writer.ts`. */
export const lockWaitMilliseconds = 20;

/** Refuses an SQLite that is known to damage databases. */
export const requireSafeVersion = (database: SqliteDatabase.Database): void => {
  const found = String(database.prepare('SELECT sqlite_version()').pluck().get());
  const parts = found.split('.').map(Number);
  const needed = oldestSafeVersion.join('.');
  for (const [place, least] of oldestSafeVersion.entries()) {
    const part = parts[place] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new StorageProblem('unsafe-settings', { setting: 'sqlite_version', found, needed });
  }
};

/** Settings of every connection. */
export const prepareConnection = (database: SqliteDatabase.Database): void => {
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -16384'); // 16 MB
};

/**
 * Settings of the connection that writes: what is acknowledged survives a power cut. better-sqlite3 sets
 * `synchronous` to NORMAL in WAL mode, which may lose the last commits, so both are read back.
 */
export const prepareWriter = (database: SqliteDatabase.Database): void => {
  prepareConnection(database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // Without it INSERT OR REPLACE removes a row past the triggers that keep the ledger append-only.
  database.pragma('recursive_triggers = ON');
  database.pragma('journal_size_limit = 67108864'); // 64 MB
  expectSetting(database, 'journal_mode', 'wal');
  expectSetting(database, 'synchronous', 2);
  expectSetting(database, 'foreign_keys', 1);
};

const expectSetting = (database: SqliteDatabase.Database, setting: string, needed: string | number): void => {
  const found: unknown = database.pragma(setting, { simple: true });
  if (found !== needed)
    throw new StorageProblem('unsafe-settings', { setting, found: String(found), needed });
};
