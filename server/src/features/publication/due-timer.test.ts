import { expect, test } from 'vitest';
import { fixedClock, type Clock } from '../../clock';
import { startTestServer } from '../../testing/start-test-server';
import { doDue } from './due-timer';

test('a new business day judges the alerts anew, without a start or a publication', async () => {
  const server = await startTestServer();
  const { stores, index } = server.services;
  let clock: Clock = fixedClock('2025-10-17T15:59:59.999Z');
  const due = doDue({ stores, index, clock: { now: () => clock.now(), today: () => clock.today() } });
  const [indicator] = index.programme.indicators;
  const judgedOn = async () => (await stores.alerts.judgedOn()).get(indicator?.code ?? '');
  const finalOnes = async () =>
    (await stores.alerts.list({})).filter(({ year, rules }) => year === 2025 && rules.includes('R2'));

  await due();
  expect(await judgedOn()).toBe('2025-10-17');
  expect(await finalOnes()).toEqual([]);

  // Midnight in Shanghai.
  clock = fixedClock('2025-10-17T16:00:00.000Z');
  await due();
  expect(await judgedOn()).toBe('2025-10-18');
  expect(await finalOnes()).toEqual([]);

  // The figures of the year were due, and nobody sent any: what stands is final, and some of it is short.
  clock = fixedClock('2026-07-01T01:00:00.000Z');
  await due();
  expect((await finalOnes()).length).toBeGreaterThan(0);
  const changed = await stores.alerts.list({});
  await due();
  expect(await stores.alerts.list({})).toEqual(changed);
});
