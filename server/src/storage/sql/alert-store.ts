import type { Alert, AlertChange } from '@zhibiao/shared/alert';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { AlertEvent, AlertFilter, AlertStore } from '../../features/alert/alert.store';
import type { Connection, Value, WritingConnection } from '../connection';
import type { Database } from '../database';
import { isIn } from './key-matches';

/** Alerts and the life of each. */
export const alertStore = (connection: Connection): AlertStore => {
  const { build } = connection;
  return {
    open: async () => (await connection.rows(openAlerts(build))).map(alertOf),
    list: async (filter) => (await connection.rows(listing(build, filter))).map(alertOf),
    record: (changes, at) =>
      connection.atomic(async (writing) => {
        const rows: AlertRow[] = [];
        for (const change of changes) rows.push(await recordOne(writing, change, at));
        await writing.many(insertEvent, eventsOf(rows, changes, at));
        return rows.map(alertOf);
      }),
    events: async (alert) => {
      const query = build.selectFrom('alert_event').selectAll().where('alert', '=', alert).orderBy('id');
      return (await connection.rows(query)).map(eventOf);
    },
  };
};

const openAlerts = (build: Kysely<Database>) =>
  build
    .selectFrom('alert')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('indicator')
    .orderBy('unit')
    .orderBy('year');

const listing = (build: Kysely<Database>, filter: AlertFilter) => {
  let query = build
    .selectFrom('alert')
    .selectAll()
    .where(isIn('indicator', filter.indicators))
    .where(isIn('unit', filter.units))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc');
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  return query;
};

type AlertRow = Selectable<Database['alert']>;

const recordOne = async (writing: WritingConnection, change: AlertChange, at: string): Promise<AlertRow> => {
  const query =
    change.kind === 'recovered' ? recovery(writing.build, change, at) : shortfall(writing.build, change, at);
  const [row] = await writing.rows(query);
  if (row === undefined) throw new Error('an alert recovered that was never opened');
  return row;
};

const insertEvent = `
INSERT INTO alert_event (alert, event, light, leg, period, rate_text, shortfall, short_by, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function* eventsOf(
  rows: readonly AlertRow[],
  changes: readonly AlertChange[],
  at: string,
): Generator<readonly Value[]> {
  for (const [place, { kind }] of changes.entries()) {
    const row = rows[place];
    if (row === undefined) continue;
    const { id, light, leg, period, rate_text: rateText, shortfall: by, short_by: shortBy } = row;
    yield [id, kind, light, leg, period, rateText, by, shortBy, at];
  }
}

const recovery = (build: Kysely<Database>, change: Extract<AlertChange, { kind: 'recovered' }>, at: string) =>
  build
    .updateTable('alert')
    .set({
      state: 'recovered',
      period: change.period,
      rate_text: change.rateText,
      shortfall: 0,
      short_by: null,
      changed_at: at,
    })
    .where('indicator', '=', change.indicator)
    .where('unit', '=', change.unit)
    .where('year', '=', change.year)
    .returningAll();

const shortfall = (
  build: Kysely<Database>,
  { kind, shortfall: found }: Exclude<AlertChange, { kind: 'recovered' }>,
  at: string,
) => {
  const standing = {
    state: 'open',
    light: found.light,
    leg: found.leg,
    period: found.period,
    rate_text: found.rateText,
    shortfall: found.shortfall,
    short_by: found.shortBy,
    changed_at: at,
  };
  return build
    .insertInto('alert')
    .values({ indicator: found.indicator, unit: found.unit, year: found.year, opened_at: at, ...standing })
    .onConflict((conflict) =>
      conflict.columns(['indicator', 'unit', 'year']).doUpdateSet({
        ...standing,
        opened_at: kind === 'updated' ? sql<string>`alert.opened_at` : at,
      }),
    )
    .returningAll();
};

const alertOf = (row: AlertRow): Alert => ({
  id: row.id,
  indicator: row.indicator,
  unit: row.unit,
  year: row.year,
  // The CHECKs of the columns admit nothing else.
  state: row.state as Alert['state'],
  light: row.light as Alert['light'],
  leg: row.leg as Alert['leg'],
  period: row.period,
  rateText: row.rate_text,
  shortfall: row.shortfall,
  shortBy: row.short_by,
  openedAt: row.opened_at,
  changedAt: row.changed_at,
});

const eventOf = (row: Selectable<Database['alert_event']>): AlertEvent => ({
  id: row.id,
  alert: row.alert,
  // The CHECKs of the columns admit nothing else.
  event: row.event as AlertEvent['event'],
  light: row.light as AlertEvent['light'],
  leg: row.leg as AlertEvent['leg'],
  period: row.period,
  rateText: row.rate_text,
  shortfall: row.shortfall,
  shortBy: row.short_by,
  at: row.at,
});
