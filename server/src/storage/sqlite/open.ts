import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@zhibiao/shared/calendar';
import { refuse } from '@zhibiao/shared/result';
import Sqlite from 'better-sqlite3';
import type { AuditHead } from '../../features/access/audit.store';
import type { Stores } from '../../stores';
import { migrations as allMigrations, type Migration } from '../migrations';
import { portsOn } from '../sql/ports-on';
import type { Storage } from '../storage';
import { isStorageProblem, StorageProblem } from '../storage-problem';
import { copyWhole } from './copy-whole';
import { createFile } from './create-file';
import { factsHashOf } from './facts-hash';
import { lockFolder, type Unlock } from './folder-lock';
import { inspectFile } from './inspect';
import { migrate } from './migrate';
import { lockWaitMilliseconds, prepareConnection, prepareWriter, requireSafeVersion } from './pragmas';
import { translating } from './problem-of';
import { soundVersionOf } from './sound-file';
import { committedConnection, writerOn, type Writer } from './writer';

/** How to open a data folder. */
export interface OpenOptions {
  /** Data folder; holds `zhibiao.sqlite`, its -wal and -shm, `backups/` and the lock. */
  readonly folder: string;
  /** True where a database must be there: a missing one is then a problem and never made anew. */
  readonly expectExisting: boolean;
  /** When this process started; kept in the lock and in the names of backups. */
  readonly startedAt: Instant;
  /** Reads beside a running server: no lock, no migration, and every write is refused. */
  readonly readOnly?: boolean;
  /** With `readOnly`: this process has the database open already and found it sound, so it is not read through again. */
  readonly knownSound?: boolean;
  /** Other migrations than the real ones, for tests of the upgrade. */
  readonly migrations?: readonly Migration[];
}

/** Name of the database in its data folder. */
export const databaseName = 'zhibiao.sqlite';

/** Opens the SQLite database of a data folder, or throws a `StorageProblem` that says why not. */
export const openSqlite = async (options: OpenOptions): Promise<Storage> => {
  const { folder, expectExisting, startedAt, readOnly = false, migrations = allMigrations } = options;
  const { knownSound = false } = options;
  const file = join(folder, databaseName);
  if (readOnly) {
    requireDatabase(file);
    const found = knownSound ? migrations.length : soundVersionOf(file, migrations.length);
    if (found < migrations.length)
      throw new StorageProblem('older', { file, found, known: migrations.length });
    return storageOn(file, null, () => undefined);
  }

  if (expectExisting) requireDatabase(file);
  else makeFolder(folder);
  const unlock = await lockFolder(folder, startedAt);
  try {
    prepareFile(file, migrations, join(folder, 'backups'), startedAt);
    const database = translating(file, () => openForWriting(file));
    return storageOn(file, database, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
};

const requireDatabase = (file: string): void => {
  if (!existsSync(file)) throw new StorageProblem('missing', { file });
};

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StorageProblem('read-only', { file: folder }, error);
  }
};

const prepareFile = (
  file: string,
  migrations: readonly Migration[],
  backups: string,
  startedAt: Instant,
): void => {
  if (!existsSync(file)) {
    // Commits that a database left behind would be mixed into a new one.
    if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)
      throw new StorageProblem('missing', { file });
    createFile(file, migrations);
    return;
  }
  const version = soundVersionOf(file, migrations.length);
  if (version === migrations.length) return;
  const database = translating(file, () => openForWriting(file));
  try {
    const time = startedAt.replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
    copyWhole(database, join(backups, `before-migration-${version + 1}-${time}.sqlite`));
    translating(file, () => migrate(database, migrations));
  } finally {
    database.close();
  }
};

const openForWriting = (file: string): Sqlite.Database => {
  const database = new Sqlite(file, { fileMustExist: true, timeout: lockWaitMilliseconds });
  try {
    requireSafeVersion(database);
    prepareWriter(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

const openForReading = (file: string): Sqlite.Database => {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: lockWaitMilliseconds });
  requireSafeVersion(database);
  prepareConnection(database);
  return database;
};

const storageOn = (file: string, database: Sqlite.Database | null, unlock: Unlock): Storage => {
  const writer = database === null ? null : writerOn(database, file);
  const reader = translating(file, () => openForReading(file));
  let listener: (head: AuditHead) => void = () => undefined;
  return {
    file,
    stores: storesOn({ reader, file, writer, audited: (head) => listener(head) }),
    onAudited: (told) => {
      listener = told;
    },
    lendWriter: (work) =>
      writer === null ? Promise.reject(new StorageProblem('read-only', { file })) : writer.lend(work),
    factsHash: () => factsHashOf(file),
    inspect: () => Promise.resolve(inspectFile(file)),
    backup: (target) => {
      copyWhole(reader, target);
      return Promise.resolve();
    },
    close: async () => {
      await writer?.settled();
      reader.close();
      database?.close();
      unlock();
    },
  };
};

interface Ground {
  readonly reader: Sqlite.Database;
  readonly file: string;
  readonly writer: Writer | null;
  readonly audited: (head: AuditHead) => void;
}

const storesOn = ({ reader, file, writer, audited }: Ground): Stores => ({
  // Outside a transaction an append is committed when it has ended.
  ...portsOn(committedConnection(reader, file, writer), audited),
  transaction: async (work) => {
    if (writer === null) throw new StorageProblem('read-only', { file });
    let head: AuditHead | null = null;
    const appended = (newest: AuditHead): void => {
      head = newest;
    };
    try {
      const outcome = await writer.transaction(async (connection) => {
        const stores: Stores = { ...portsOn(connection, appended), transaction: alreadyInside };
        const value = await work(stores);
        return { keep: value.ok, value };
      });
      if (outcome.ok && head !== null) audited(head);
      return outcome;
    } catch (error) {
      if (isStorageProblem(error, 'busy')) return refuse({ code: 'storage.busy' });
      throw error;
    }
  },
});

const alreadyInside = (): Promise<never> =>
  Promise.reject(new Error('a transaction was started inside another one'));
