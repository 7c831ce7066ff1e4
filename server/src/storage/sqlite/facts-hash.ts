import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { prepareConnection } from './pragmas';

/** What counts as a fact, in a fixed order of tables, columns and rows. */
const sections = [
  ['programmes', 'SELECT id, kind, code, sha256 FROM programme_version ORDER BY id'],
  [
    'revisions',
    `SELECT id, indicator, unit, period, basis, passes, total, rate, score, source, note, cell, recorded_at, submission
     FROM revision ORDER BY id`,
  ],
  [
    'observations',
    'SELECT indicator, unit, period, basis, revision FROM observation ORDER BY indicator, unit, period, basis',
  ],
  [
    'alerts',
    `SELECT id, indicator, unit, year, level, rules, period, since, figures, opened_at, changed_at
     FROM alert ORDER BY id`,
  ],
  [
    'alert-events',
    'SELECT id, alert, event, level, rules, period, figures, notify, at FROM alert_event ORDER BY id',
  ],
  ['rectifications', 'SELECT year, number, alert FROM rectification ORDER BY year, number'],
  [
    'rectification-steps',
    // By their numbers: the ids for outside are drawn, and the demonstration is the same one each time.
    `SELECT s.id, r.year, r.number, s.act, s.state, s.owner_kind, s.owner, s.due_on, s.at, s.by_id, s.said, s.level,
       s.rate_text
     FROM rectification_step s JOIN rectification r ON r.id = s.rectification ORDER BY s.id`,
  ],
  [
    'publications',
    'SELECT number, ledger_position, published_at, by_id, note, reason, hash FROM publication ORDER BY number',
  ],
  [
    'published-sheets',
    `SELECT publication, indicator, period, basis, content FROM published_sheet
     ORDER BY publication, indicator, period, basis`,
  ],
  [
    'samples',
    `SELECT r.indicator, r.number, b.approved, r.grp, r.verdict, r.day, r.line FROM sample_row r
     JOIN sample_batch b ON b.id = r.batch AND b.approved IS NOT NULL ORDER BY r.indicator, r.number, r.batch`,
  ],
  [
    'failing-samples',
    `SELECT f.grp, f.day, f.indicator, f.number, b.approved, f.product, f.items FROM sample_failure f
     JOIN sample_batch b ON b.id = f.batch AND b.approved IS NOT NULL
     ORDER BY f.grp, f.day, f.indicator, f.number, f.batch`,
  ],
] as const;

const rowsBetweenTurns = 2000;

/**
 * SHA-256 over all committed facts: programmes, revisions, current observations, alerts. Equal before and
 * after means that nothing changed. Reads one instant, on a connection of its own.
 */
export const factsHashOf = async (file: string): Promise<string> => {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    prepareConnection(database);
    database.exec('BEGIN');
    const hash = createHash('sha256');
    for (const [name, query] of sections) {
      hash.update(`\n${name}\n`);
      let rows = 0;
      for (const row of database.prepare(query).raw().iterate()) {
        hash.update(`${JSON.stringify(row)}\n`);
        rows += 1;
        if (rows % rowsBetweenTurns === 0) await nextTurn();
      }
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
};
