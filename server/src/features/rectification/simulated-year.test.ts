import type { Actor, Role } from '@zhibiao/shared/access';
import {
  deadlineLight,
  deadlinesOf,
  rectificationActs,
  rectificationStates,
  type ActRequest,
} from '@zhibiao/shared/rectification';
import { expect, test } from 'vitest';
import { disagreementsIn } from '../../cli/disagreements';
import { aCity } from '../../testing/a-city';
import { temporaryFolder } from '../../testing/start-test-server';
import { takeStep } from './take-step';

const person = (role: Role, unit: string | null = null): Actor => ({
  id: role,
  role,
  name: { zh: role, en: role },
  departments: [],
  unit,
});
const county = person('county', 'k');
const bureau = person('statistician');
const reviewer = person('reviewer');
const leader = person('leader');

test('a year of four quarters, with corrections between, through every state and every step back', async () => {
  const city = await aCity(await temporaryFolder(), {
    target: '98.5',
    planned: 4000,
    firm: true,
    scope: 'part',
  });
  const storesOn = (day: string) => city.instance(day).storage.stores;
  const alertNow = async (day: string) =>
    (await storesOn(day).alerts.list({ units: ['k'] })).find(({ year }) => year === 2025);
  const caseNow = async (day: string) => {
    const found = (await storesOn(day).rectifications.list()).find(({ unit }) => unit === 'k');
    if (found === undefined) throw new Error('nothing was opened');
    return found;
  };
  const log: string[] = [];
  /** What somebody does on a day, or why it is refused. */
  const does = async (day: string, actor: Actor, act: ActRequest['act'], parts: Partial<ActRequest> = {}) => {
    const { storage, index, clock } = city.instance(day);
    const request: ActRequest = { act, said: { text: 'x' }, to: null, ...parts };
    const doer = { actor, address: '', requestId: '' };
    const one = await caseNow(day);
    const result = await takeStep({ stores: storage.stores, index, clock })(doer, one.id, request);
    const after = result.ok
      ? `${result.value.state}${result.value.dueOn === null ? '' : ` until ${result.value.dueOn}`}`
      : `refused: ${result.refusal.code}`;
    log.push(`${day} ${actor.role} ${act} → ${after}`);
  };
  const quarter = async (day: string, period: string, passes: number): Promise<void> => {
    await city.send(day, [['k', period, passes, 1000]]);
    const alert = await alertNow(day);
    const { steps } = await caseNow(day);
    const said = [alert?.level ?? 'none', ...(alert?.rules ?? [])].join(' ');
    log.push(`${day} ${period} ${passes} → ${said}, ${steps.at(-1)?.state}`);
  };
  const light = async (day: string): Promise<void> => {
    const { steps } = await caseNow(day);
    const { kind, ...rest } = deadlineLight(steps, day, deadlinesOf(city.instance(day).index));
    log.push(`${day} light ${kind}${'days' in rest ? ` ${rest.days}` : ''}`);
  };
  const plan = { said: { text: 'x', measures: [{ what: 'train', by: '2025-05-20' }] } };

  await quarter('2025-04-20', '2025-Q1', 980);
  await does('2025-04-21', bureau, 'sign');
  await does('2025-04-22', county, 'sign');
  await does('2025-04-22', county, 'hand-in');
  await does('2025-04-23', county, 'plan', { said: { text: 'x' } });
  await does('2025-04-23', county, 'plan', plan);
  await does('2025-04-24', leader, 'comment');
  await does('2025-05-09', county, 'hand-in', { said: { text: 'x', retest: { passes: 40, total: 40 } } });
  await does('2025-05-12', county, 'close');
  await does('2025-05-12', reviewer, 'return');
  await light('2025-05-30');
  await does('2025-05-30', county, 'hand-in');
  await does('2025-06-03', reviewer, 'close', { said: {} });
  await does('2025-06-03', reviewer, 'close');
  await quarter('2025-07-20', '2025-Q2', 986);
  await quarter('2025-07-25', '2025-Q1', 955);
  await does('2025-07-28', leader, 'hand-over', { to: { kind: 'department', department: 'bureau' } });
  await does('2025-07-29', county, 'sign');
  await does('2025-07-30', bureau, 'explain');
  await does('2025-07-30', bureau, 'sign');
  await does('2025-07-31', reviewer, 'lift');
  await quarter('2025-08-01', '2025-Q1', 995);
  await does('2025-08-04', reviewer, 'lift');
  await light('2025-08-04');
  await quarter('2025-10-20', '2025-Q3', 1000);
  await quarter('2026-01-20', '2025-Q4', 900);
  await light('2026-01-30');

  const alert = await alertNow('2026-01-30');
  const life = await storesOn('2026-01-30').alerts.events(alert?.id ?? -1);
  // By hand, from section i and the days of the programme; weekends are no working days.
  expect(log).toEqual([
    '2025-04-20 2025-Q1 980 → orange O3 Y2 B1, new',
    '2025-04-21 statistician sign → refused: rectification.not-owner',
    '2025-04-22 county sign → signed-for until 2025-04-29',
    '2025-04-22 county hand-in → refused: rectification.wrong-state',
    '2025-04-23 county plan → refused: rectification.measures-missing',
    '2025-04-23 county plan → under-way until 2025-05-21',
    '2025-04-24 leader comment → under-way until 2025-05-21',
    '2025-05-09 county hand-in → to-verify until 2025-05-16',
    '2025-05-12 county close → refused: access.not-allowed',
    '2025-05-12 reviewer return → under-way until 2025-05-26',
    '2025-05-30 light late 4',
    '2025-05-30 county hand-in → to-verify until 2025-06-06',
    '2025-06-03 reviewer close → refused: rectification.text-missing',
    '2025-06-03 reviewer close → closed',
    // The orange that it was closed under still stands and is no relapse.
    '2025-07-20 2025-Q2 986 → orange O3 Y2, closed',
    // A correction makes it worse than it was at the closing: that is one.
    '2025-07-25 2025-Q1 955 → red R3 O1 O3 Y2, new',
    '2025-07-28 leader hand-over → new until 2025-07-30',
    '2025-07-29 county sign → refused: rectification.not-owner',
    '2025-07-30 statistician explain → new until 2025-07-30',
    '2025-07-30 statistician sign → signed-for until 2025-08-06',
    '2025-07-31 reviewer lift → refused: rectification.alert-stands',
    '2025-08-01 2025-Q1 995 → none, signed-for',
    '2025-08-04 reviewer lift → closed',
    // Late once in May: closed, it keeps its mark.
    '2025-08-04 light closed-late 4',
    '2025-10-20 2025-Q3 1000 → none, closed',
    '2026-01-20 2025-Q4 900 → red R1 R2 R3 O1 B1, new',
    '2026-01-30 light late 8',
  ]);
  expect(life.map(({ event, level }) => `${event} ${level}`)).toEqual([
    'opened orange',
    'escalated red',
    'closed none',
    'opened red',
  ]);
  const { steps } = await caseNow('2026-01-30');
  expect(new Set(steps.map(({ act }) => act))).toEqual(new Set(rectificationActs));
  expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(rectificationStates));
  const found = await disagreementsIn(city.instance('2026-01-20'));
  expect(found.filter(({ check }) => !check.startsWith('audit'))).toEqual([]);
});
