import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import type { Connection, WritingConnection } from '../connection';
import { isStorageProblem, StorageProblem } from '../storage-problem';
import { checkpointApart } from './checkpoint';
import { problemOf, translating } from './problem-of';
import { queryBuilder } from './query-builder';
import { listsOf, rowsOf } from './run-query';
import { statementsOf } from './statements';

/** What a transaction's work answers: a value, and whether what it wrote is to stay. */
export interface Outcome<T> {
  readonly keep: boolean;
  readonly value: T;
}

/** The one door through which anything is written: transactions pass one at a time, in the order they came. */
export interface Writer {
  /** When work throws or does not keep, nothing happened. Throws `storage.busy` when another program holds the file. */
  transaction<T>(work: (connection: WritingConnection) => Promise<Outcome<T>>): Promise<T>;
  /** Keeps the line while work writes through another connection: transactions that come meanwhile wait for it. */
  lend<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for the transactions that are already in line, and for what they left to do. */
  settled(): Promise<void>;
}

/** How long a transaction waits for another program that holds the database, counted from when it came. */
const patienceMilliseconds = 1000;
const retryMilliseconds = 20;

/** Bulk writes let other work run after this long, so that pages are answered while a file is stored. */
const turnMilliseconds = 8;
const rowsBetweenLooks = 128;

/** A transaction that writes more rows leaves its checkpoint to another thread. */
const rowsToCheckpointApart = 5000;

/** Guards the writing connection of a database. */
export const writerOn = (database: SqliteDatabase.Database, file: string): Writer => {
  const statements = statementsOf(database);
  const current = new AsyncLocalStorage<Transaction>();
  let line: Promise<unknown> = Promise.resolve();
  let checkpoint: Promise<void> = Promise.resolve();

  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = line.then(task);
    line = turn.catch(() => undefined);
    return turn;
  };

  const begin = async (since: number): Promise<void> => {
    for (;;) {
      try {
        translating(file, () => database.exec('BEGIN IMMEDIATE'));
        return;
      } catch (error) {
        if (!isStorageProblem(error, 'busy') || performance.now() - since > patienceMilliseconds) throw error;
      }
      await delay(retryMilliseconds);
    }
  };

  const attempt = async <T>(
    since: number,
    work: (connection: WritingConnection) => Promise<Outcome<T>>,
  ): Promise<T> => {
    await begin(since);
    const transaction: Transaction = { open: true, broken: false, running: 0, rows: 0 };
    try {
      const outcome = await current.run(transaction, () =>
        work(connectionOf(database, file, statements, transaction)),
      );
      transaction.open = false;
      if (outcome.keep) {
        commit(database, file, transaction);
        if (transaction.rows > rowsToCheckpointApart) checkpoint = checkpointApart(file);
      }
      return outcome.value;
    } finally {
      transaction.open = false;
      // After a full disk SQLite has rolled back by itself.
      if (database.inTransaction) database.exec('ROLLBACK');
    }
  };

  return {
    transaction: (work) => {
      if (current.getStore()?.open === true)
        return Promise.reject(
          new Error('inside a transaction write only through the stores that it was given'),
        );
      const since = performance.now();
      return inLine(() => attempt(since, work));
    },
    lend: (work) => inLine(work),
    settled: () => inLine(() => checkpoint),
  };
};

interface Transaction {
  open: boolean;
  /** A write failed: even if that was caught, half of something may be there, so nothing may stay. */
  broken: boolean;
  /** Writes begun and not yet ended. */
  running: number;
  /** Rows written in bulk. */
  rows: number;
}

const commit = (database: SqliteDatabase.Database, file: string, transaction: Transaction): void => {
  if (transaction.running > 0) throw new Error('the transaction ended before all its writes did: await them');
  if (transaction.broken) throw new Error('a write of the transaction failed: it cannot be committed');
  if (!database.inTransaction) throw new Error('the transaction was rolled back by the engine');
  translating(file, () => {
    database.pragma(
      `wal_autocheckpoint = ${transaction.rows > rowsToCheckpointApart ? 0 : pagesToCheckpoint}`,
    );
    database.exec('COMMIT');
  });
};

/** SQLite's own: about 4 MB. */
const pagesToCheckpoint = 1000;

const connectionOf = (
  database: SqliteDatabase.Database,
  file: string,
  statements: ReturnType<typeof statementsOf>,
  transaction: Transaction,
): WritingConnection => {
  const alive = (): void => {
    if (!transaction.open) throw new Error('a store was used after its transaction had ended');
    // A statement would otherwise commit by itself, outside any transaction.
    if (!database.inTransaction) throw new Error('the transaction was rolled back by the engine');
  };

  const step = <T>(run: () => T): Promise<T> => {
    try {
      alive();
      return Promise.resolve(run());
    } catch (error) {
      transaction.broken = true;
      return Promise.reject(problemOf(error, file));
    }
  };

  const connection: WritingConnection = {
    build: queryBuilder,
    rows: (query) => step(() => rowsOf(statements, query)),
    lists: (query) => step(() => listsOf(statements, query)),
    write: (query) =>
      step(() => {
        const { sql, parameters } = query.compile();
        return statements(sql).run(...parameters).changes;
      }),
    many: async (sql, parameterLists) => {
      transaction.running += 1;
      let rows = 0;
      try {
        alive();
        const statement = statements(sql);
        let looked = performance.now();
        let rowsAtLook = 0;
        for (const parameters of parameterLists) {
          rows += statement.run(parameters).changes;
          if (rows - rowsAtLook < rowsBetweenLooks) continue;
          rowsAtLook = rows;
          if (performance.now() - looked > turnMilliseconds) {
            await nextTurn();
            alive();
            looked = performance.now();
          }
        }
      } catch (error) {
        transaction.broken = true;
        throw problemOf(error, file);
      } finally {
        transaction.rows += rows;
        transaction.running -= 1;
      }
    },
    atomic: async (work) => {
      transaction.running += 1;
      try {
        return await work(connection);
      } catch (error) {
        transaction.broken = true;
        throw error;
      } finally {
        transaction.running -= 1;
      }
    },
  };
  return connection;
};

/** The connection outside transactions: reads what is committed, and lets each write be a transaction. */
export const committedConnection = (
  reader: SqliteDatabase.Database,
  file: string,
  writer: Writer | null,
): Connection => {
  const statements = statementsOf(reader);
  const step = <T>(run: () => T): Promise<T> => {
    try {
      return Promise.resolve(run());
    } catch (error) {
      return Promise.reject(problemOf(error, file));
    }
  };
  return {
    build: queryBuilder,
    rows: (query) => step(() => rowsOf(statements, query)),
    lists: (query) => step(() => listsOf(statements, query)),
    atomic: (work) =>
      writer === null
        ? Promise.reject(new StorageProblem('read-only', { file }))
        : writer.transaction(async (connection) => ({ keep: true, value: await work(connection) })),
  };
};
