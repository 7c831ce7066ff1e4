import type { TaskView } from '@zhibiao/shared/collection';
import { beforeAll, describe, expect, test } from 'vitest';
import { approve } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

const luhe = '441523';
const water = 'water-works-pass-rate';

const named = (tasks: readonly TaskView[], indicator: string, unit: string): TaskView | undefined =>
  tasks.find((task) => task.indicator === indicator && task.unit === unit);

describe('the calendar of the demonstration', () => {
  let server: TestServer;
  let statistician: Person;
  beforeAll(async () => {
    server = await startTestServer();
    statistician = await server.signIn('demo-statistician');
  });

  test('the third quarter came in time, the city owes its survey later', async () => {
    const { period, whole, tasks } = await statistician.query('collection.progress', {});
    expect(period).toBe('2025-Q3');
    expect(tasks).toHaveLength(7 * 6 + 3);
    expect(whole).toMatchObject({ owed: 45, done: 45, waiting: 0, late: 0, decided: 45, onTime: 45 });
    expect(named(tasks, 'food-pass-rate', luhe)?.state).toEqual({ kind: 'done-on-time' });
    const later = await statistician.query('collection.progress', { period: '2025-Q4' });
    expect(named(later.tasks, 'service-satisfaction', '441500')).toMatchObject({
      dueOn: '2025-11-30',
      state: { kind: 'not-open' },
    });
    expect(later.whole.owed).toBe(0);
  });

  test('the quarter that one county forgot is late until a reviewer lets it in, and takes its rate down', async () => {
    const { late, lateTotal } = await statistician.query('collection.progress', {});
    expect(lateTotal).toBe(1);
    expect(late[0]).toMatchObject({ indicator: water, unit: luhe, period: '2024-Q3', dueOn: '2024-10-10' });
    // Handed in on 15 October of the next year, as the demonstration opens.
    expect(late[0]?.state).toEqual({ kind: 'waiting', days: 370 });
    const { units, departments } = await statistician.query('collection.progress', { period: '2024-Q3' });
    const unit = units.find((each) => each.unit === luhe);
    expect(unit).toMatchObject({ owed: 7, done: 6, waiting: 1, decided: 7, onTime: 6 });
    expect(departments.find(({ department }) => department === 'water')).toMatchObject({
      owed: 6,
      onTime: 5,
    });
  });

  test('a county is told of its own, a department of what it leads, and neither of more', async () => {
    const county = await server.signIn(`demo-county-${luhe}`);
    const { tasks } = await county.query('collection.progress', {});
    expect(new Set(tasks.map(({ unit }) => unit))).toEqual(new Set([luhe]));
    const department = await server.signIn('demo-statistician-department');
    const { tasks: led } = await department.query('collection.progress', {});
    expect(new Set(led.map(({ indicator }) => indicator))).toEqual(new Set(['agri-pass-rate']));
  });

  test('a period that cannot be chosen is declined', async () => {
    for (const period of ['2031-Q1', 'x', '2025-M03']) {
      const { status, refusal } = await statistician.tryQuery('collection.progress', { period });
      expect([period, status, refusal?.code]).toEqual([period, 404, 'calendar.unknown-period']);
    }
  });

  test('a leader reads the overview and not who owes what', async () => {
    const leader = await server.signIn('demo-leader');
    expect((await leader.tryQuery('collection.progress', {})).status).toBe(403);
  });
});

describe('a figure moves its task, and nothing else does', () => {
  let server: TestServer;
  let county: Person;
  const stateOf = async (person: Person): Promise<TaskView['state'] | undefined> => {
    const { tasks } = await person.query('collection.progress', { period: '2025-Q3' });
    return named(tasks, 'food-pass-rate', luhe)?.state;
  };

  test('from due soon by the reviewers to done on time, seen by county and lead bureau alike', async () => {
    // The sixth of October; nobody has reported the quarter yet.
    server = await startTestServer({ settings: { ZHIBIAO_CLOCK: '2025-10-06T02:00:00.000Z' } });
    county = await server.signIn(`demo-county-${luhe}`);
    const lead = await server.signIn('demo-statistician');
    expect(await stateOf(county)).toEqual({ kind: 'due-soon', daysLeft: 4 });
    const { tasks } = await county.query('collection.own');
    expect(tasks.filter(({ period }) => period === '2025-Q3')).toHaveLength(7);
    // What was forgotten a year ago comes first.
    expect(tasks[0]).toMatchObject({
      indicator: water,
      period: '2024-Q3',
      state: { kind: 'late', days: 361 },
    });

    const file = aSheet([['食品抽检合格率', luhe, '2025Q3', 190, 191]]);
    const { submission } = await county.submit('a.csv', file);
    expect(await stateOf(county)).toEqual({ kind: 'due-soon', daysLeft: 4 });

    const { ledgerPosition } = await county.query('submission.preview', { submission });
    await county.change('submission.submit', { submission, ledgerPosition, reason: '' });
    expect(await stateOf(county)).toEqual({ kind: 'waiting', days: 0 });
    expect((await lead.query('collection.progress', {})).whole).toMatchObject({ done: 0, waiting: 1 });
    expect(
      (await county.query('collection.own')).tasks.some(
        ({ indicator, period }) => indicator === 'food-pass-rate' && period === '2025-Q3',
      ),
    ).toBe(false);

    await approve(server, submission);
    expect(await stateOf(lead)).toEqual({ kind: 'done-on-time' });
  });

  test('withdrawn before a decision it is owed again', async () => {
    const file = aSheet([['农产品质量安全例行监测合格率', luhe, '2025Q3', 100, 100]]);
    const { submission } = await county.submit('b.csv', file);
    const { ledgerPosition } = await county.query('submission.preview', { submission });
    await county.change('submission.submit', { submission, ledgerPosition, reason: '' });
    const before = await county.query('collection.progress', { period: '2025-Q3' });
    expect(before.whole.waiting).toBe(1);
    await county.change('submission.withdraw', { submission });
    const after = await county.query('collection.progress', { period: '2025-Q3' });
    expect(after.whole).toMatchObject({ waiting: 0, done: 1 });
  });
});
