import { deadlinesOf, deadlineLight } from '@zhibiao/shared/rectification';
import { expect, test } from 'vitest';
import { aCity, type City } from '../../testing/a-city';
import { temporaryFolder } from '../../testing/start-test-server';
import { openRectifications } from './open-rectifications';

const parts = { target: '98.5', planned: 4000, firm: true } as const;

const knownIn = (city: City, day: string) => city.instance(day).storage.stores.rectifications.list();

/** Closes the only one as if people had, on a day. */
const closeOn = async (city: City, day: string): Promise<void> => {
  const { rectifications } = city.instance(day).storage.stores;
  const [one] = await rectifications.list();
  const last = one?.steps.at(-1);
  if (one === undefined || last === undefined) throw new Error('nothing to close');
  const by = { id: 'reviewer', name: { zh: '甲', en: 'A' } };
  await rectifications.add(one.id, {
    ...last,
    act: 'close',
    state: 'closed',
    dueOn: null,
    at: `${day}T08:00:00.000Z`,
    by,
  });
};

test('a publication opens one for its alarm, with the owner and two working days to sign, and never a second', async () => {
  const city = await aCity(await temporaryFolder(), parts);
  await city.send('2025-04-18', [['c', '2025-Q1', 980, 1000]]);
  const opened = await knownIn(city, '2025-04-18');
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatchObject({ number: 1, year: 2025, indicator: 'rate', unit: 'c' });
  expect(opened[0]?.steps).toEqual([
    {
      act: 'open',
      state: 'new',
      owner: { kind: 'department', department: 'bureau' },
      // Friday; the weekend does not count.
      dueOn: '2025-04-22',
      at: opened[0]?.steps[0]?.at,
      by: null,
      said: {},
      finding: { level: 'orange', rateText: '98.0' },
    },
  ]);
  // The same figures again, a milder level, another start: what is being answered stays one.
  await city.send('2025-07-20', [['c', '2025-Q2', 986, 1000]]);
  await city.start('2025-07-21');
  const { storage, index } = city.instance('2025-07-21');
  const before = await storage.factsHash();
  expect(await openRectifications(storage.stores, index, '2025-07-21T02:00:00.000Z')).toBe(0);
  expect(await storage.factsHash()).toBe(before);
  expect(await knownIn(city, '2025-07-21')).toEqual(opened);
  const light = deadlineLight(opened[0]?.steps ?? [], '2025-07-21', deadlinesOf(index));
  expect(light).toEqual({ kind: 'late', days: 90 });
});

test('closed, it stays closed while the alarm eases; a relapse opens the same one again', async () => {
  const city = await aCity(await temporaryFolder(), parts);
  await city.send('2025-04-20', [['c', '2025-Q1', 980, 1000]]);
  await closeOn(city, '2025-04-28');
  await city.send('2025-07-20', [['c', '2025-Q2', 990, 1000]]);
  const acts = async (day: string) =>
    (await knownIn(city, day)).map(({ number, steps }) => [number, ...steps.map(({ act }) => act)]);
  expect(await acts('2025-07-20')).toEqual([[1, 'open', 'close']]);
  await city.send('2025-10-20', [['c', '2025-Q3', 950, 1000]]);
  expect(await acts('2025-10-20')).toEqual([[1, 'open', 'close', 'reopen']]);
  const [one] = await knownIn(city, '2025-10-20');
  expect(one?.steps.at(-1)).toMatchObject({ state: 'new', dueOn: '2025-10-22', finding: { level: 'red' } });
});

test('a publication that is undone opens nothing', async () => {
  const city = await aCity(await temporaryFolder(), parts);
  await city.send('2025-04-20', [['c', '2025-Q1', 990, 1000]]);
  const { storage, index } = city.instance('2025-04-20');
  const undone = await storage.stores.transaction(async (tx) => {
    await openRectifications(tx, index, '2025-04-20T02:00:00.000Z');
    return { ok: false as const, refusal: { code: 'publication.nothing-to-publish' as const } };
  });
  expect(undone.ok).toBe(false);
  expect(await knownIn(city, '2025-04-20')).toEqual([]);
});
