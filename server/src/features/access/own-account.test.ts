import { dutyAllows, type Operation } from '@zhibiao/shared/access';
import { beforeAll, describe, expect, test } from 'vitest';
import { routeOperations } from '../../http/file-routes';
import type { Person } from '../../testing/a-person';
import { everyProcedure } from '../../testing/every-procedure';
import { expectDead } from '../../testing/expect-dead';
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

describe('E4: a forced change is enforced by the server', () => {
  test('a session that must change its password opens nothing else, of all procedures and routes', async () => {
    const { create, open, grant } = live;
    const { id, token } = await create('must');
    await grant(id, ['reviewer']);
    const { data, person } = await open(token);
    expect(data).toEqual({ kind: 'in', actor: null, duty: 'change-password', idle: null });
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
