import { isAlarm, isNotified, type Alert, type AlertChange } from '@zhibiao/shared/alert';
import type { Kysely, Selectable } from 'kysely';
import type { AlertEntry, AlertFilter, AlertStore } from '../../features/alert/alert.store';
import type { Connection, Value } from '../connection';
import type { Database } from '../database';
import { isIn } from './key-matches';

/** Alerts and the life of each. */
export const alertStore = (connection: Connection): AlertStore => {
  const { build } = connection;
  return {
    list: async (filter) => (await connection.rows(listing(build, filter))).map(alertOf),
    record: (changes, at) =>
      connection.atomic(async (writing) => {
        await writing.many(upsertAlert, alertsOf(changes, at));
        await writing.many(insertEvent, eventsOf(changes, at));
      }),
    events: async (alert) => {
      const query = build.selectFrom('alert_event').selectAll().where('alert', '=', alert).orderBy('id');
      return (await connection.rows(query)).map(entryOf);
    },
    noteJudged: (indicators, day) =>
      connection.atomic((writing) =>
        writing.many(
          upsertJudged,
          indicators.map((indicator) => [indicator, day]),
        ),
      ),
    judgedOn: async () => {
      const rows = await connection.rows(build.selectFrom('alert_judged').selectAll());
      return new Map(rows.map(({ indicator, day }) => [indicator, day]));
    },
  };
};

const listing = (build: Kysely<Database>, filter: AlertFilter) => {
  const query = build
    .selectFrom('alert')
    .selectAll()
    .where(isIn('indicator', filter.indicators))
    .where(isIn('unit', filter.units))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc');
  return filter.year === undefined ? query : query.where('year', '=', filter.year);
};

const upsertAlert = `
INSERT INTO alert (indicator, unit, year, level, rules, period, since, figures, opened_at, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (indicator, unit, year) DO UPDATE SET
  level = excluded.level, rules = excluded.rules, period = excluded.period, since = excluded.since,
  figures = excluded.figures, opened_at = CASE WHEN ? = 'opened' THEN excluded.opened_at ELSE alert.opened_at END,
  changed_at = excluded.changed_at`;

function* alertsOf(changes: readonly AlertChange[], at: string): Generator<readonly Value[]> {
  for (const { event, alert } of changes) {
    const { indicator, unit, year, level, rules, period, since, figures } = alert;
    const said = [level, rules.join(' '), period, since, JSON.stringify(figures)] as const;
    yield [indicator, unit, year, ...said, isAlarm(level) ? at : null, at, event];
  }
}

const insertEvent = `
INSERT INTO alert_event (alert, event, level, rules, period, figures, notify, at)
SELECT id, ?, level, rules, period, figures, ?, ? FROM alert WHERE indicator = ? AND unit = ? AND year = ?`;

function* eventsOf(changes: readonly AlertChange[], at: string): Generator<readonly Value[]> {
  for (const { event, alert } of changes) {
    if (event === 'unchanged') continue;
    yield [event, isNotified(event) ? 1 : 0, at, alert.indicator, alert.unit, alert.year];
  }
}

const upsertJudged = `
INSERT INTO alert_judged (indicator, day) VALUES (?, ?)
ON CONFLICT (indicator) DO UPDATE SET day = excluded.day`;

type Said = Pick<Alert, 'level' | 'rules' | 'figures'>;

/** The CHECKs of the columns admit no other words, and only `record` writes figures. */
const saidIn = (row: Pick<Selectable<Database['alert']>, 'level' | 'rules' | 'figures'>): Said => ({
  level: row.level as Alert['level'],
  rules: (row.rules === '' ? [] : row.rules.split(' ')) as Alert['rules'],
  figures: JSON.parse(row.figures) as Alert['figures'],
});

const alertOf = (row: Selectable<Database['alert']>): Alert => ({
  id: row.id,
  indicator: row.indicator,
  unit: row.unit,
  year: row.year,
  ...saidIn(row),
  period: row.period,
  since: row.since,
  openedAt: row.opened_at,
  changedAt: row.changed_at,
});

const entryOf = (row: Selectable<Database['alert_event']>): AlertEntry => ({
  id: row.id,
  alert: row.alert,
  // The CHECK of the column admits nothing else.
  event: row.event as AlertEntry['event'],
  ...saidIn(row),
  period: row.period,
  notify: row.notify === 1,
  at: row.at,
});
