import { expect, test } from 'vitest';
import { goodPassword, liveInstance, passwords, type LiveInstance } from '../../testing/live-instance';
import { disableIdleAccounts } from './idle-accounts';

const dayMinutes = 24 * 60;

/** Administrators sign in again: their sessions end with the day. */
const again = async (live: LiveInstance) => ({
  sysadmin: (await live.enter('sys', passwords.sysadmin)).person,
  secadmin: (await live.enter('sec', passwords.secadmin)).person,
});

// The other profile lets a password live as long as it likes: the two clocks are apart.
const instance = () => liveInstance({ settings: { ZHIBIAO_PASSWORD_PROFILE: 'asvs' } });

const events = async ({ server }: LiveInstance) =>
  (await server.services.stores.audit.list({ limit: 20, events: ['account.idle'] })).map(
    ({ actor, object, after }) => ({ actor, object, after }),
  );

test('E17 after 90 days without a sign-in the sweep disables an account; its session and link are gone', async () => {
  const live = await instance();
  const id = await live.someone('quiet', ['leader']);
  const { person } = await live.enter('quiet', goodPassword);
  const busy = await live.someone('busy', ['leader']);
  live.clock.move(89 * dayMinutes);
  await live.enter('busy', goodPassword);
  expect(await disableIdleAccounts(live.server.services)).toEqual([]);
  live.clock.move(dayMinutes);
  // The administrators have not signed in either, and are the last of their kind.
  expect(await disableIdleAccounts(live.server.services)).toEqual([id]);
  expect(await disableIdleAccounts(live.server.services)).toEqual([]);
  expect(await events(live)).toEqual([
    { actor: null, object: `account:${id}`, after: '{"enabled":false,"days":90}' },
  ]);
  expect((await person.tryQuery('programme.show')).status).toBe(401);
  expect((await live.enter('quiet', goodPassword)).refusal?.code).toBe('access.sign-in-failed');
  const { sysadmin } = await again(live);
  const list = await sysadmin.query('account.list');
  expect(list.find((account) => account.id === id)?.enabled).toBe(false);
  expect(list.find((account) => account.id === busy)?.enabled).toBe(true);
});

test('E17 without a sweep the sign-in itself disables it, in the words of a wrong password', async () => {
  const live = await instance();
  const id = await live.someone('quiet', ['leader']);
  await live.someone('wrong', ['leader']);
  await live.enter('wrong', goodPassword);
  live.clock.move(95 * dayMinutes);
  const late = await live.enter('quiet', goodPassword);
  const nobody = await live.enter('nobody-at-all', goodPassword);
  expect([late.status, late.refusal]).toEqual([nobody.status, nobody.refusal]);
  expect((await events(live)).map(({ object }) => object)).toEqual([`account:${id}`]);
});

test('E17 from the 76th day its owner is told at sign-in, the administrators before, and then it counts anew', async () => {
  const live = await instance();
  const id = await live.someone('quiet', ['leader']);
  await live.create('newcomer');
  live.clock.move(75 * dayMinutes);
  const first = await again(live);
  const of = async (who = first) =>
    (await who.secadmin.query('account.list')).find((account) => account.id === id)?.administration;
  expect(await of()).toMatchObject({ idle: { days: 75, left: 15, isNear: false } });
  live.clock.move(dayMinutes);
  const second = await again(live);
  expect(await of(second)).toMatchObject({ idle: { days: 76, left: 14, isNear: true } });
  const never = (await second.secadmin.query('account.list')).filter(
    ({ administration }) => administration?.lastSignInAt === null,
  );
  expect(never.map(({ administration }) => administration?.signInName)).toEqual(['newcomer']);
  const entered = await live.enter('quiet', goodPassword);
  expect(entered.data).toMatchObject({ kind: 'in', idle: { days: 76, left: 14 } });
  expect((await live.enter('quiet', goodPassword)).data).toMatchObject({ kind: 'in', idle: null });
  expect(await of(second)).toMatchObject({ idle: { days: 0, isNear: false } });
});

test('E17 an account that is enabled again counts from that day', async () => {
  const live = await instance();
  const id = await live.someone('quiet', ['leader']);
  live.clock.move(91 * dayMinutes);
  expect(await disableIdleAccounts(live.server.services)).toEqual([id]);
  const { sysadmin } = await again(live);
  await sysadmin.change('account.enable', { id, enabled: true });
  expect(await disableIdleAccounts(live.server.services)).toEqual([]);
  live.clock.move(89 * dayMinutes);
  expect(await disableIdleAccounts(live.server.services)).toEqual([]);
  live.clock.move(dayMinutes);
  expect(await disableIdleAccounts(live.server.services)).toEqual([id]);
});

test('E17 the days can be made fewer, never more, and a policy kept before has ninety', async () => {
  const live = await instance();
  const { policy } = await live.secadmin.query('account.policy');
  expect(policy.accountDays).toBe(90);
  const set = (accountDays: number) =>
    live.secadmin.tryChange('account.setPolicy', {
      policy: { ...policy, accountDays },
      password: passwords.secadmin,
    });
  expect((await set(91)).status).toBe(400);
  expect((await set(30)).status).toBe(200);
  const id = await live.someone('quiet', ['leader']);
  live.clock.move(30 * dayMinutes);
  expect(await disableIdleAccounts(live.server.services)).toEqual([id]);
});
