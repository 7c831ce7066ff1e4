import Sqlite from 'better-sqlite3';
import { prepareConnection } from './pragmas';

/** Something that `verify` found wrong in the stored data; empty lists mean health. */
export interface Finding {
  readonly check: 'integrity' | 'foreign-keys' | 'ledger-gap' | 'append-only';
  /** What exactly: the engine's words, a table, or a key `food-pass-rate 441521 2025-Q3 single`. */
  readonly detail: string;
}

const mostFindings = 100;

/** Checks that SQLite can make in full, that the ledger has no gap, and that its guards stand. */
export const inspectFile = (file: string): readonly Finding[] => {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    prepareConnection(database);
    database.exec('BEGIN');
    return [
      // text-ok: a number of ours.
      ...texts(database, `PRAGMA integrity_check(${mostFindings})`)
        .filter((detail) => detail !== 'ok')
        .map((detail): Finding => ({ check: 'integrity', detail })),
      ...texts(
        database,
        `SELECT "table" || ' row ' || coalesce(rowid, '') FROM pragma_foreign_key_check`,
      ).map((detail): Finding => ({ check: 'foreign-keys', detail })),
      ...texts(database, gaps).map((detail): Finding => ({ check: 'ledger-gap', detail })),
      ...texts(database, missingTriggers).map((detail): Finding => ({ check: 'append-only', detail })),
    ];
  } finally {
    database.close();
  }
};

const texts = (database: Sqlite.Database, query: string): readonly string[] =>
  database.prepare(query).pluck().all().slice(0, mostFindings).map(String);

/** Ids rise by one from 1, so the highest is the number of rows. */
const gaps = `
SELECT name || ': ' || entries || ' entries, highest number ' || highest FROM (
  SELECT 'revision' AS name, count(*) AS entries, coalesce(max(id), 0) AS highest FROM revision
  UNION ALL SELECT 'alert_event', count(*), coalesce(max(id), 0) FROM alert_event
  UNION ALL SELECT 'audit_entry', count(*), coalesce(max(sequence), 0) FROM audit_entry
) WHERE entries <> highest`;

/** The triggers that keep what is written from being changed. */
const missingTriggers = `
SELECT expected.column1 || ' is gone' FROM (
  VALUES ('revision_no_update'), ('revision_no_delete'),
    ('alert_event_no_update'), ('alert_event_no_delete'), ('audit_entry_no_update'), ('audit_entry_no_delete'),
    ('programme_version_no_update'), ('programme_version_no_delete'), ('submission_no_delete'),
    ('submission_settles_once'), ('alert_no_delete'), ('alert_keeps_its_key')
) AS expected
WHERE NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = expected.column1)`;
