import type { Rectification, RectificationStep } from '@zhibiao/shared/rectification';
import type { Kysely, Selectable } from 'kysely';
import type { RectificationStore } from '../../features/rectification/rectification.store';
import type { Connection, Value } from '../connection';
import type { Database } from '../database';

/** Rectifications and the steps of each. */
export const rectificationStore = (connection: Connection): RectificationStore => {
  const { build } = connection;
  return {
    list: async () => {
      const [rows, steps] = await Promise.all([
        connection.rows(everyOne(build)),
        connection.rows(build.selectFrom('rectification_step').selectAll().orderBy('id')),
      ]);
      const byRectification = new Map<string, Step[]>();
      for (const step of steps) {
        const list = byRectification.get(step.rectification);
        if (list === undefined) byRectification.set(step.rectification, [step]);
        else list.push(step);
      }
      return rows.map((row) => rectificationOf(row, byRectification.get(row.id) ?? []));
    },
    find: async (id) => {
      const [row] = await connection.rows(everyOne(build).where('r.id', '=', id));
      if (row === undefined) return null;
      const steps = build.selectFrom('rectification_step').selectAll().where('rectification', '=', id);
      return rectificationOf(row, await connection.rows(steps.orderBy('id')));
    },
    open: (alert, id, step) =>
      connection.atomic(async (writing) => {
        await writing.many(insertRectification, [[id, alert]]);
        await writing.many(insertStep, [valuesOf(id, step)]);
      }),
    add: (id, step) => connection.atomic((writing) => writing.many(insertStep, [valuesOf(id, step)])),
  };
};

const everyOne = (build: Kysely<Database>) =>
  build
    .selectFrom('rectification as r')
    .innerJoin('alert as a', 'a.id', 'r.alert')
    .select(['r.id', 'r.number', 'r.alert', 'r.year', 'a.indicator', 'a.unit'])
    .orderBy('r.year', 'desc')
    .orderBy('r.number');

const insertRectification = `
INSERT INTO rectification (id, year, number, alert)
SELECT ?, a.year, 1 + (SELECT coalesce(max(r.number), 0) FROM rectification r WHERE r.year = a.year), a.id
FROM alert a WHERE a.id = ?`;

const insertStep = `
INSERT INTO rectification_step (rectification, act, state, owner_kind, owner, due_on, at, by_id, by_name_zh,
  by_name_en, said, level, rate_text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const valuesOf = (id: string, step: RectificationStep): readonly Value[] => {
  const { act, state, owner, dueOn, at, by, said, finding } = step;
  return [
    id,
    act,
    state,
    owner.kind,
    owner.kind === 'unit' ? owner.unit : owner.department,
    dueOn,
    at,
    by?.id ?? null,
    by?.name.zh ?? null,
    by?.name.en ?? null,
    JSON.stringify(said),
    finding.level,
    finding.rateText,
  ];
};

type Step = Selectable<Database['rectification_step']>;
type Row = Omit<Rectification, 'steps'>;

const rectificationOf = (row: Row, steps: readonly Step[]): Rectification => ({
  id: row.id,
  number: row.number,
  alert: row.alert,
  indicator: row.indicator,
  unit: row.unit,
  year: row.year,
  steps: steps.map(stepOf),
});

/** The CHECKs of the columns admit no other words, and only `valuesOf` writes what was said. */
const stepOf = (row: Step): RectificationStep => ({
  act: row.act as RectificationStep['act'],
  state: row.state as RectificationStep['state'],
  owner:
    row.owner_kind === 'unit'
      ? { kind: 'unit', unit: row.owner }
      : { kind: 'department', department: row.owner },
  dueOn: row.due_on,
  at: row.at,
  by:
    row.by_id === null
      ? null
      : { id: row.by_id, name: { zh: row.by_name_zh ?? '', en: row.by_name_en ?? '' } },
  said: JSON.parse(row.said) as RectificationStep['said'],
  finding: { level: row.level as RectificationStep['finding']['level'], rateText: row.rate_text },
});
