import { describe, expect, test } from 'vitest';
import type { Opened, OpenEngine } from './engine';
import { anAssessment, anEntry, aRevision, keepAssessments, now, opened, withSubmission } from './makers';

/** What the database refuses by itself, whoever writes and by whatever way. */
export const constraintsContract = (open: OpenEngine): void => {
  describe('the database itself', () => {
    test.each(illegalRevisions)('B3 refuses a revision with %s', async (_, changed) => {
      const database = await filled(open);
      const before = await database.storage.factsHash();
      expect(() => database.sql(revisionSql(changed))).toThrow();
      expect(await database.storage.factsHash()).toBe(before);
      await database.close();
    });

    test('takes the same revision without the fault', async () => {
      const database = await filled(open);
      database.sql(revisionSql({}));
      expect(await database.storage.stores.observations.current({ units: ['x'] })).toHaveLength(1);
      expect(await database.storage.inspect()).toEqual([]);
      await database.close();
    });

    test.each(illegalStatements)('B3, B4, I3 refuses %s', async (_, text) => {
      const database = await filled(open);
      const before = await database.storage.factsHash();
      expect(() => database.sql(text)).toThrow();
      expect(await database.storage.factsHash()).toBe(before);
      expect(await database.storage.inspect()).toEqual([]);
      await database.close();
    });
  });
};

const filled = async (open: OpenEngine): Promise<Opened> => {
  const database = await open();
  const { stores } = database.storage;
  await withSubmission(stores);
  await stores.observations.append([aRevision(), aRevision({ unit: '441523' })]);
  await keepAssessments(stores, [anAssessment()]);
  await stores.alerts.record([opened()], now);
  await stores.audit.append([anEntry()]);
  await stores.programmes.keep({
    kind: 'units',
    code: 'c',
    sha256: 'b'.repeat(64),
    json: '{}',
    loadedAt: now,
  });
  await stores.submissions.settle(1, 'approved', {
    at: now,
    counts: { new: 2, changed: 0, same: 0, refused: 0 },
    reason: '',
  });
  return database;
};

const lawful: Readonly<Record<string, string>> = {
  id: '3',
  indicator: `'food-pass-rate'`,
  unit: `'x'`,
  period: `'2025-Q3'`,
  basis: `'single'`,
  passes: '197',
  total: '200',
  rate: 'NULL',
  score: 'NULL',
  source: `''`,
  note: `''`,
  cell: `''`,
  recorded_at: `'2025-10-16T02:00:00.000Z'`,
  submission: '1',
};

const revisionSql = (changed: Readonly<Record<string, string>>): string => {
  const row = { ...lawful, ...changed };
  return `INSERT INTO revision (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
};

const illegalRevisions: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['more passes than samples', { passes: '201' }],
  ['negative passes', { passes: '-1' }],
  ['a negative total', { passes: '-2', total: '-1' }],
  ['more than a thousand million samples', { total: '1000000001' }],
  ['half a sample', { passes: '1.5' }],
  ['passes that are text', { passes: `'many'` }],
  ['passes without a total', { total: 'NULL' }],
  ['a total without passes', { passes: 'NULL' }],
  ['counts and a rate', { rate: `'98.5'` }],
  ['a rate and a score', { passes: 'NULL', total: 'NULL', rate: `'98.5'`, score: `'80'` }],
  ['a rate above 100', { passes: 'NULL', total: 'NULL', rate: `'100.1'` }],
  ['a negative rate', { passes: 'NULL', total: 'NULL', rate: `'-1'` }],
  ['a rate with a sign of percent', { passes: 'NULL', total: 'NULL', rate: `'98.5%'` }],
  ['a score that is a word', { passes: 'NULL', total: 'NULL', score: `'good'` }],
  ['a basis that nobody knows', { basis: `'yearly'` }],
  ['a period that does not begin with a year', { period: `'Q3'` }],
  ['no indicator', { indicator: 'NULL' }],
  ['an empty unit', { unit: `''` }],
  ['an instant without milliseconds', { recorded_at: `'2025-10-16T02:00:00Z'` }],
  ['a submission that does not exist', { submission: '99' }],
  ['an id that is taken', { id: '2' }],
];

const illegalStatements: readonly (readonly [string, string])[] = [
  ['to change a revision', `UPDATE revision SET passes = 200 WHERE id = 1`],
  ['to delete a revision', `DELETE FROM revision WHERE id = 1`],
  [
    'to put another revision in the place of one',
    revisionSql({ id: '1' }).replace('INSERT', 'INSERT OR REPLACE'),
  ],
  [
    'to change the current state but by a revision',
    `UPDATE observation SET revision = 1 WHERE unit = '441523'`,
  ],
  ['to change an audit entry', `UPDATE audit_entry SET outcome = 'refused'`],
  ['to delete an audit entry', `DELETE FROM audit_entry`],
  ['to change an alert event', `UPDATE alert_event SET level = 'none'`],
  ['to delete an alert event', `DELETE FROM alert_event`],
  ['to delete an alert', `DELETE FROM alert`],
  ['to hand an alert to another unit', `UPDATE alert SET unit = '441521'`],
  ['an alert of a level that nobody knows', `UPDATE alert SET level = 'gone'`],
  ['an alert of a rule that nobody knows', `UPDATE alert SET rules = 'X9'`],
  ['an alarm that was never opened', `UPDATE alert SET opened_at = NULL`],
  ['an alert without figures', `UPDATE alert SET figures = ''`],
  ['to change a programme version', `UPDATE programme_version SET json = '{"x":1}'`],
  ['to delete a programme version', `DELETE FROM programme_version`],
  ['to delete a submission', `DELETE FROM submission`],
  ['to settle a submission twice', `UPDATE submission SET state = 'discarded'`],
  ['a draft of no submission', `INSERT INTO submission_draft VALUES (99, '{}')`],
  ['a sheet of assessments in a basis that nobody knows', `UPDATE assessment_sheet SET basis = 'yearly'`],
  ['an empty sheet of assessments', `UPDATE assessment_sheet SET content = ''`],
  [
    'an audit entry by half an actor',
    `INSERT INTO audit_entry SELECT 2, at, NULL, actor_role, actor_name_zh,
    actor_name_en, ip, session, event, object, outcome, NULL, NULL, '', chain FROM audit_entry`,
  ],
  [
    'to put another audit entry in the place of one',
    `INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry`,
  ],
  ['an audit entry without a chain', audited(`''`)],
  ['an audit entry with a chain that is no hash', audited(`'${'X'.repeat(64)}'`)],
  [
    'a session whose token is not a hash',
    `INSERT INTO session VALUES ('secret', 'a', '{}', '2025-10-16T02:00:00.000Z',
    '2025-10-16T02:00:00.000Z', '2025-10-16T02:00:00.000Z')`,
  ],
];

function audited(chain: string): string {
  return `INSERT INTO audit_entry SELECT 2, at, actor_id, actor_role, actor_name_zh, actor_name_en, ip, session,
    event, object, outcome, NULL, NULL, '', ${chain} FROM audit_entry`;
}
