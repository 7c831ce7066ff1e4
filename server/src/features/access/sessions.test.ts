import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { expectDead } from '../../testing/expect-dead';
import { goodPassword, liveInstance, type LiveInstance } from '../../testing/live-instance';

let live: LiveInstance;
beforeAll(async () => {
  live = await liveInstance();
});

const enterAs = async (name: string, password = goodPassword): Promise<Person> => {
  const { status, person, answer } = await live.enter(name, password);
  if (status !== 200) throw new Error(answer.text);
  return person;
};

describe('E10: end means end', () => {
  const cases: readonly (readonly [string, (id: string, person: Person) => Promise<unknown>])[] = [
    ['signing out', (_, person) => person.change('access.signOut')],
    [
      'changing the password',
      (_, person) =>
        person.change('access.changePassword', { current: goodPassword, next: 'Kj8-another-river' }),
    ],
    ['disabling', (id) => live.sysadmin.change('account.enable', { id, enabled: false })],
    ['a change of role', (id) => live.grant(id, ['leader'])],
    ['an administrator ending sessions', (id) => live.secadmin.change('account.endSessions', { id })],
    [
      'a new password by link',
      async (id) => {
        const { token } = await live.sysadmin.change('account.startLink', { id });
        await (await live.open(token)).person.change('access.changePassword', { next: 'Kj8-third-river' });
      },
    ],
  ];

  test.each(cases)('%s ends the old cookie for every procedure and closes its stream', async (what, end) => {
    const name = `end-${cases.findIndex(([title]) => title === what)}`;
    const id = await live.someone(name, ['reviewer']);
    const person = await enterAs(name);
    const stream = await person.listen();
    expect(stream.status).toBe(200);
    await end(id, person);
    // The test's own limit of time is what it must keep; the stream is cut at once.
    await stream.ended;
    await expectDead(person);
  });
});

describe('E9: idle and absolute time', () => {
  test('half an hour without a person ends the session, though the page asks and listens all the while', async () => {
    const idle = await liveInstance();
    await idle.someone('idle', ['leader']);
    const { person } = await idle.enter('idle', goodPassword);
    const stream = await person.listen();
    for (let turn = 0; turn < 3; turn += 1) {
      idle.clock.move(10);
      expect((await person.tryQuery('programme.show')).status).toBe(200);
    }
    idle.clock.move(1);
    expect((await person.tryQuery('programme.show')).status).toBe(401);
    // Swept within a few seconds.
    await stream.ended;
  });

  test('a display on the wall has nobody before it, and stays until its twelve hours are over', async () => {
    const hall = await liveInstance();
    await hall.someone('hall', ['wall']);
    const { person } = await hall.enter('hall', goodPassword);
    hall.clock.move(11 * 60);
    expect((await person.tryQuery('programme.show')).status).toBe(200);
    hall.clock.move(61);
    expect((await person.tryQuery('programme.show')).status).toBe(401);
  });

  test('what a person does keeps it alive, but never beyond twelve hours, not across a restart either', async () => {
    const busy = await liveInstance();
    await busy.someone('busy', ['leader']);
    const { person, cookie } = await busy.enter('busy', goodPassword);
    const touch = () =>
      person.send({ method: 'GET', path: '/trpc/access.session', headers: { 'X-Zhibiao-Active': '1' } });
    for (let minutes = 0; minutes < 690; minutes += 29) {
      busy.clock.move(29);
      expect((await touch()).text).toContain('leader');
    }
    await busy.server.stop();
    const { emptyInstance } = await import('../../testing/live-instance');
    const again = await emptyInstance({ folder: busy.server.folder, clock: busy.clock });
    const same = again.withCookie(cookie);
    expect(await same.query('access.session')).not.toBeNull();
    busy.clock.move(25);
    expect(await same.query('access.session')).toBeNull();
  });

  test('the policy makes both shorter at once, and never longer', async () => {
    const tight = await liveInstance();
    await tight.someone('quick', ['leader']);
    const { person } = await tight.enter('quick', goodPassword);
    const set = (policy: object) =>
      tight.secadmin.tryChange('account.setPolicy', {
        policy: {
          attempts: 5,
          lockMinutes: 15,
          idleMinutes: 30,
          absoluteHours: 12,
          secondFactorRoles: [],
          ...policy,
        },
        password: 'Elm5-harbour-quilt',
      });
    for (const loose of [{ idleMinutes: 31 }, { absoluteHours: 13 }, { attempts: 6 }, { lockMinutes: 1 }])
      expect((await set(loose)).status).toBe(400);
    expect((await set({ idleMinutes: 5 })).status).toBe(200);
    tight.clock.move(6);
    expect(await person.query('access.session')).toBeNull();
  });
});

describe('E11: one’s own sessions', () => {
  test('are listed with time, address and browser; one is ended, or all but this one', async () => {
    const { someone } = live;
    await someone('many', ['leader']);
    const [first, second, third] = [await enterAs('many'), await enterAs('many'), await enterAs('many')];
    const { sessions } = await first.query('access.account');
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ address: '127.0.0.1', openedAt: expect.stringMatching(/^2026-/) });
    const others = (await second.query('access.account')).sessions.find(({ current }) => current);
    expect(await first.change('access.endSessions', { which: others?.ref ?? '' })).toBe(1);
    expect(await second.query('access.session')).toBeNull();
    expect(await first.change('access.endSessions', { which: 'others' })).toBe(1);
    expect(await third.query('access.session')).toBeNull();
    expect(await first.query('access.session')).not.toBeNull();
    // A reference of somebody else's session ends nothing.
    const foreign = (await live.sysadmin.query('access.account')).sessions[0]?.ref ?? '';
    expect(await first.change('access.endSessions', { which: foreign })).toBe(0);
  });
});
