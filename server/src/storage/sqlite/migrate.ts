import { chainOf } from '@zhibiao/shared/access';
import type SqliteDatabase from 'better-sqlite3';
import type { Migration } from '../migrations';
import { entryOf, sha256 } from '../sql/audit-row';

/** The number of the last migration a database has seen; 0 for a new one. */
export const versionOf = (database: SqliteDatabase.Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/** Runs the migrations that a database has not seen, each as one transaction with its number. */
export const migrate = (database: SqliteDatabase.Database, migrations: readonly Migration[]): void => {
  offerChain(database);
  // For migrations that hash what they take over; SQLite has no function for it.
  database.function('sha256_text', { deterministic: true }, (text: unknown) => sha256(String(text)));
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

/** What SQLite cannot do by itself: the chain of an audit entry, from the chain before and the entry's columns. */
const offerChain = (database: SqliteDatabase.Database): void => {
  database.function('audit_chain', { varargs: true, deterministic: true }, (...columns) => {
    const text = (place: number): string => String(columns[place] ?? '');
    const orNull = (place: number): string | null => (columns[place] === null ? null : text(place));
    const entry = entryOf({
      sequence: Number(columns[1]),
      at: text(2),
      actor_id: orNull(3),
      actor_role: orNull(4),
      actor_name_zh: orNull(5),
      actor_name_en: orNull(6),
      ip: text(7),
      session: text(8),
      event: text(9),
      object: text(10),
      outcome: text(11),
      state_before: orNull(12),
      state_after: orNull(13),
      request_id: text(14),
      chain: '',
    });
    return chainOf(text(0), entry, sha256);
  });
};
