import type SqliteDatabase from 'better-sqlite3';
import type { Migration } from '../migrations';

/** The number of the last migration a database has seen; 0 for a new one. */
export const versionOf = (database: SqliteDatabase.Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/** Runs the migrations that a database has not seen, each as one transaction with its number. */
export const migrate = (database: SqliteDatabase.Database, migrations: readonly Migration[]): void => {
  for (const { number, name, sqlite } of migrations) {
    const version = versionOf(database);
    if (number <= version) continue;
    if (number !== version + 1) throw new Error(`migration ${number} (${name}) does not follow ${version}`);
    database
      .transaction(() => {
        database.exec(sqlite);
        database.pragma(`user_version = ${number}`);
      })
      .immediate();
  }
};
