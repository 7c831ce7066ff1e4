import { dutyAllows, type Operation } from '@zhibiao/shared/access';
import { TOTP, Secret } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { routeOperations } from '../../http/file-routes';
import type { Person } from '../../testing/a-person';
import { everyProcedure } from '../../testing/every-procedure';
import { cookieOf, goodPassword, liveInstance, type LiveInstance } from '../../testing/live-instance';

let live: LiveInstance;
beforeAll(async () => {
  live = await liveInstance();
});

const enterAs = async (name: string, password = goodPassword): Promise<Person> => {
  const { status, person, answer } = await live.enter(name, password);
  if (status !== 200) throw new Error(answer.text);
  return person;
};

/** Whether every procedure refuses a cookie; the ones that need no session aside. */
const expectDead = async (person: Person): Promise<void> => {
  for (const { path, type, operation } of everyProcedure()) {
    if (
      ['session.read', 'session.sign-in', 'session.sign-out', 'session.use-link', 'set-up.run'].includes(
        operation ?? '',
      )
    )
      continue;
    const call = type === 'query' ? person.tryQuery : person.tryChange;
    const { status, refusal } = await call(path, type === 'query' ? undefined : {});
    expect([path, status, refusal?.code]).toEqual([path, 401, 'access.not-signed-in']);
  }
  expect(await person.query('access.session')).toBeNull();
  expect((await person.get('/api/templates/figures.xlsx')).status).toBe(401);
};

describe('E4: a forced change is enforced by the server', () => {
  test('a session that must change its password opens nothing else, of all procedures and routes', async () => {
    const { create, open, grant } = live;
    const { id, token } = await create('must');
    await grant(id, ['reviewer']);
    const { data, person } = await open(token);
    expect(data).toEqual({ kind: 'in', actor: null, duty: 'change-password' });
    for (const { path, type, operation } of everyProcedure()) {
      if (dutyAllows('change-password', operation as Operation)) continue;
      const call = type === 'query' ? person.tryQuery : person.tryChange;
      const { status, refusal } = await call(path, type === 'query' ? undefined : {});
      expect([path, status, refusal]).toEqual([
        path,
        403,
        { code: 'access.duty-first', duty: 'change-password' },
      ]);
    }
    for (const [route, operation] of Object.entries(routeOperations)) {
      if (operation === 'health.read') continue;
      const [method = '', path = ''] = route.split(' ');
      const answer = await person.send({
        method: path === '/api/events' ? 'HEAD' : method,
        path: path.replace(':id', '1'),
      });
      expect([route, answer.status]).toEqual([route, 403]);
    }
    expect(await person.query('access.session')).toBeNull();
    expect((await person.query('access.entrance')).duty).toBe('change-password');
    // Once done, one is in with the role, under a new token.
    const changed = await person.tryChange('access.changePassword', { next: goodPassword });
    expect(changed.data).toEqual({ signedIn: true });
    await expectDead(person);
    const now = live.withCookie(cookieOf(changed));
    expect((await now.query('access.session'))?.actor).toMatchObject({ id, role: 'reviewer' });
  });

  test('under djbh a password is too old after 90 days, under asvs never', async () => {
    for (const profile of ['djbh', 'asvs'] as const) {
      const aged = await liveInstance({ settings: { ZHIBIAO_PASSWORD_PROFILE: profile } });
      await aged.someone('old', ['leader']);
      const dutyAfter = async (days: number) => {
        aged.clock.move(days * 1_440);
        return (await (await aged.enter('old', goodPassword)).person.query('access.entrance')).duty;
      };
      expect(await dutyAfter(89)).toBeNull();
      expect(await dutyAfter(2)).toBe(profile === 'djbh' ? 'change-password' : null);
    }
  });
});

describe('E2, E3: what a password may be', () => {
  test('profile, weak list, names and places, and the last five; 64 characters and more, none cut off', async () => {
    const { someone } = live;
    await someone('zhangsan', ['leader']);
    let person = await enterAs('zhangsan');
    const change = async (next: string, current: string) => {
      const called = await person.tryChange('access.changePassword', { current, next });
      if (called.status === 200) person = live.withCookie(cookieOf(called));
      return called.refusal?.code === 'access.password-refused' ? called.refusal.problems : called.status;
    };
    for (const [weak, problem] of [
      ['Kj8-short', 'too-short'],
      ['onlylowercaseletters', 'few-kinds'],
      ['Password123!', 'weak'],
      ['Iloveyou2024!', 'weak'],
      ['Woaini1314!', 'weak'],
      ['Shanwei@River7', 'personal'],
      ['汕尾Abcdef-77', 'personal'],
      ['Zhangsan-77-x', 'personal'],
      ['SWQS-2026-77', 'personal'],
      ['Lufeng#77-abc', 'personal'],
    ] as const) {
      expect([weak, await change(weak, goodPassword)]).toEqual([weak, expect.arrayContaining([problem])]);
    }
    const long = `Kj8-${'very long mountain river '.repeat(5)}`;
    const used = [goodPassword, 'Kj8-meadow-01x', 'Kj8-meadow-02x', 'Kj8-meadow-03x', `${long}a`];
    for (const [place, next] of used.slice(1).entries())
      expect(await change(next, used[place] ?? '')).toBe(200);
    for (const old of used) expect(await change(old, `${long}a`)).toEqual(['used-before']);
    // Equal in more than 72 bytes, and yet not the same.
    expect((await live.enter('zhangsan', `${long}b`)).status).toBe(401);
    expect((await live.enter('zhangsan', long)).status).toBe(401);
    expect((await live.enter('zhangsan', `${long}a`)).status).toBe(200);
  });
});

describe('E5: the hash', () => {
  test('argon2id with 19 MiB and two passes; a weaker one is renewed at sign-in', async () => {
    const { someone, server } = live;
    const id = await someone('hashed', ['leader']);
    const { accounts } = server.instance.storage.stores;
    const hashNow = async () => (await accounts.find(id))?.password?.hash ?? '';
    const strong = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/;
    expect(await hashNow()).toMatch(strong);
    const { hash } = await import('@node-rs/argon2');
    await accounts.rehash(id, await hash(goodPassword, { memoryCost: 4096, timeCost: 1, parallelism: 1 }));
    expect(await hashNow()).not.toMatch(strong);
    await enterAs('hashed');
    expect(await hashNow()).toMatch(strong);
    await enterAs('hashed');
  });
});

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

describe('E14: a second factor', () => {
  const codeAt = (secret: string, milliseconds: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: milliseconds });

  test('is enrolled, asked for, taken once within one step, limited, and has ten recovery codes', async () => {
    const { someone, enter, clock, server } = live;
    const id = await someone('totp', ['reviewer']);
    const person = await enterAs('totp');
    expect((await person.tryChange('access.beginFactor', { password: 'wrong' })).refusal?.code).toBe(
      'access.wrong-password',
    );
    const { secret, address } = await person.change('access.beginFactor', { password: goodPassword });
    expect(address).toMatch(/^otpauth:\/\/totp\/Zhibiao:totp\?/);
    const now = () => Date.parse(clock.now());
    const kept = (await server.instance.storage.stores.accounts.find(id))?.secondFactor?.sealed ?? '';
    expect(kept).not.toContain(secret);
    // Until it is confirmed it does not count.
    expect((await enter('totp', goodPassword)).data?.kind).toBe('in');
    const confirmed = await person.tryChange('access.confirmFactor', { code: codeAt(secret, now()) });
    const codes = confirmed.data?.recoveryCodes ?? [];
    expect(new Set(codes).size).toBe(10);
    expect(await person.query('access.session')).toBeNull();

    expect((await enter('totp', goodPassword)).data).toEqual({ kind: 'code' });
    const enterWith = async (code: string) => (await enter('totp', goodPassword, { code })).status;
    expect(await enterWith(codeAt(secret, now()))).toBe(401);
    expect(await enterWith(codeAt(secret, now() + 30_000))).toBe(200);
    expect(await enterWith(codeAt(secret, now() + 30_000))).toBe(401);
    expect(await enterWith(codeAt(secret, now() + 90_000))).toBe(401);
    expect(await enterWith(codes[0] ?? '')).toBe(200);
    expect(await enterWith(codes[0] ?? '')).toBe(401);
    // Guessing codes locks like guessing passwords; knowing the password does not set the count back.
    await enterWith('000000');
    expect((await enter('totp', goodPassword)).data).toEqual({ kind: 'code' });
    for (let turn = 0; turn < 3; turn += 1) await enterWith(`00000${turn}`);
    expect(await enterWith(codes[1] ?? '')).toBe(401);
    await live.secadmin.change('account.unlock', { id });
    expect(await enterWith(codes[1] ?? '')).toBe(200);
  });

  test('a one-time link does not go around it', async () => {
    const { someone, clock, open, sysadmin } = live;
    const id = await someone('guarded', ['reviewer']);
    const person = await enterAs('guarded');
    const { secret } = await person.change('access.beginFactor', { password: goodPassword });
    await person.change('access.confirmFactor', { code: codeAt(secret, Date.parse(clock.now())) });
    const { token } = await sysadmin.change('account.startLink', { id });
    expect((await open(token)).data).toEqual({ kind: 'code' });
    expect((await open(token, '000000')).refusal?.code).toBe('access.code-wrong');
    const opened = await open(token, codeAt(secret, Date.parse(clock.now()) + 30_000));
    expect(opened.data).toMatchObject({ kind: 'in', duty: 'change-password' });
  });

  test('the policy may demand it of reviewers: then nothing opens until it is enrolled', async () => {
    const strict = await liveInstance();
    await strict.someone('strict', ['reviewer']);
    await strict.secadmin.change('account.setPolicy', {
      policy: {
        attempts: 5,
        lockMinutes: 15,
        idleMinutes: 30,
        absoluteHours: 12,
        secondFactorRoles: ['reviewer'],
      },
      password: 'Elm5-harbour-quilt',
    });
    const { data, person } = await strict.enter('strict', goodPassword);
    expect(data).toMatchObject({ kind: 'in', duty: 'enrol-second-factor' });
    expect((await person.tryQuery('evaluation.overview', {})).refusal).toEqual({
      code: 'access.duty-first',
      duty: 'enrol-second-factor',
    });
    const { secret } = await person.change('access.beginFactor', {});
    const done = await person.tryChange('access.confirmFactor', {
      code: codeAt(secret, Date.parse(strict.clock.now())),
    });
    const now = strict.withCookie(cookieOf(done));
    expect((await now.query('access.session'))?.actor.role).toBe('reviewer');
  });
});
