import type { Alert, AlertChange } from '@zhibiao/shared/alert';
import type { Kysely, Selectable } from 'kysely';
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
        const alerts: Alert[] = [];
        for (const round of roundsOf(changes)) alerts.push(...(await recordRound(writing, round, at)));
        return alerts;
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

const keyOf = ({ indicator, unit, year }: Pick<AlertRow, 'indicator' | 'unit' | 'year'>): string =>
  `${indicator} ${unit} ${year}`;

const about = (change: AlertChange) => (change.kind === 'recovered' ? change : change.shortfall);

/** As few rounds as possible in which every alert changes at most once, in the order given. */
const roundsOf = (changes: readonly AlertChange[]): readonly (readonly AlertChange[])[] => {
  const rounds: AlertChange[][] = [];
  const seen = new Map<string, number>();
  for (const change of changes) {
    const key = keyOf(about(change));
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (rounds[round] ??= []).push(change);
  }
  return rounds;
};

const recordRound = async (
  writing: WritingConnection,
  changes: readonly AlertChange[],
  at: string,
): Promise<readonly Alert[]> => {
  await writing.many(upsertAlert, shortfallsOf(changes, at));
  await writing.many(recoverAlert, recoveriesOf(changes, at));
  const indicators = [...new Set(changes.map((change) => about(change).indicator))];
  const byKey = new Map(
    (await writing.rows(listing(writing.build, { indicators }))).map((row) => [keyOf(row), row]),
  );
  const rows = changes.map((change) => {
    const row = byKey.get(keyOf(about(change)));
    if (row === undefined) throw new Error('an alert recovered that was never opened');
    return row;
  });
  await writing.many(insertEvent, eventsOf(rows, changes, at));
  return rows.map(alertOf);
};

const upsertAlert = `
INSERT INTO alert (indicator, unit, year, state, light, leg, period, rate_text, shortfall, short_by, opened_at, changed_at)
VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (indicator, unit, year) DO UPDATE SET
  state = excluded.state, light = excluded.light, leg = excluded.leg, period = excluded.period,
  rate_text = excluded.rate_text, shortfall = excluded.shortfall, short_by = excluded.short_by,
  opened_at = CASE WHEN ? = 'updated' THEN alert.opened_at ELSE excluded.opened_at END,
  changed_at = excluded.changed_at`;

function* shortfallsOf(changes: readonly AlertChange[], at: string): Generator<readonly Value[]> {
  for (const change of changes) {
    if (change.kind === 'recovered') continue;
    const { indicator, unit, year, light, leg, period, rateText, shortfall, shortBy } = change.shortfall;
    yield [indicator, unit, year, light, leg, period, rateText, shortfall, shortBy, at, at, change.kind];
  }
}

const recoverAlert = `
UPDATE alert SET state = 'recovered', period = ?, rate_text = ?, shortfall = 0, short_by = NULL, changed_at = ?
WHERE indicator = ? AND unit = ? AND year = ?`;

function* recoveriesOf(changes: readonly AlertChange[], at: string): Generator<readonly Value[]> {
  for (const change of changes) {
    if (change.kind !== 'recovered') continue;
    yield [change.period, change.rateText, at, change.indicator, change.unit, change.year];
  }
}

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
