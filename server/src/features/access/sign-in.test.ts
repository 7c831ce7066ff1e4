import { beforeAll, describe, expect, test } from 'vitest';
import { goodPassword, liveInstance, type LiveInstance } from '../../testing/live-instance';

let live: LiveInstance;
beforeAll(async () => {
  live = await liveInstance();
  await live.someone('wang', ['reviewer']);
});

const failed = (left: number, minutes = 0) => ({ code: 'access.sign-in-failed', left, minutes });

describe('E6: lock-out', () => {
  test('five wrong lock for 15 minutes, the right password then gives the same answer, and later works', async () => {
    // An instance of its own: moving the clock ends the others' sessions.
    const { enter, clock, someone } = await liveInstance();
    await someone('lock', ['leader']);
    const said = [];
    for (let turn = 0; turn < 5; turn += 1) said.push((await enter('lock', 'wrong')).refusal);
    expect(said).toEqual([failed(4), failed(3), failed(2), failed(1), failed(0, 15)]);
    const [right, wrong, nobody] = [
      await enter('lock', goodPassword),
      await enter('lock', 'wrong'),
      await enter('ghost', 'wrong'),
    ];
    expect(right.refusal).toEqual(failed(0, 15));
    expect(right.answer.headers['set-cookie']).toBeUndefined();
    expect([right.status, right.refusal]).toEqual([wrong.status, wrong.refusal]);
    expect(nobody.refusal).toEqual(failed(4));
    clock.move(16);
    // The first wrong one after a lock locks again, twice as long.
    expect((await enter('lock', 'wrong')).refusal).toEqual(failed(0, 30));
    clock.move(31);
    expect((await enter('lock', goodPassword)).status).toBe(200);
    expect((await enter('lock', 'wrong')).refusal).toEqual(failed(4));
  });

  test('an account is locked from the source that tried, not for everybody; the whole only after many', async () => {
    const proxied = await liveInstance({ settings: { ZHIBIAO_TRUSTED_PROXIES: '127.0.0.1' } });
    await proxied.someone('mayor', ['leader']);
    const from = (address: string, password: string) =>
      proxied.server.nobody.send({
        method: 'POST',
        path: '/trpc/access.enter',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `6.6.6.6, ${address}` },
        body: JSON.stringify({ name: 'mayor', password }),
      });
    const attack = async (address: string) => {
      for (let turn = 0; turn < 5; turn += 1) await from(address, 'wrong');
    };
    await attack('10.0.0.1');
    expect((await from('10.0.0.1', goodPassword)).status).toBe(401);
    expect((await from('10.0.0.200', goodPassword)).status).toBe(200);
    for (let source = 2; source <= 10; source += 1) await attack(`10.0.0.${source}`);
    expect((await from('10.0.0.200', goodPassword)).status).toBe(401);
    const [mayor] = (await proxied.secadmin.query('account.list')).filter(
      ({ administration }) => administration?.signInName === 'mayor',
    );
    expect(mayor?.administration?.locked).toBe(true);
    await proxied.secadmin.change('account.unlock', { id: mayor?.id ?? '' });
    expect((await from('10.0.0.200', goodPassword)).status).toBe(200);
  });

  test('E18: a forged X-Forwarded-For changes nothing without a configured proxy', async () => {
    const { server, someone } = live;
    await someone('forged', ['leader']);
    for (let turn = 0; turn < 5; turn += 1) {
      await server.nobody.send({
        method: 'POST',
        path: '/trpc/access.enter',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.9.9.${turn}` },
        body: JSON.stringify({ name: 'forged', password: 'wrong' }),
      });
    }
    expect((await live.enter('forged', goodPassword)).status).toBe(401);
  });

  test('C5: attempts count inside a batch, and 1,000 of them in one request are refused whole', async () => {
    const { server, someone, enter } = live;
    await someone('batch', ['leader']);
    const batch = (count: number, last: string) =>
      server.nobody.send({
        method: 'POST',
        path: `/trpc/${Array.from({ length: count }, () => 'access.enter').join(',')}?batch=1`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(
          Object.fromEntries(
            Array.from({ length: count }, (_, place) => [
              place,
              { name: 'batch', password: place === count - 1 ? last : 'wrong' },
            ]),
          ),
        ),
      });
    const thousand = await batch(1_000, goodPassword);
    expect(thousand.status).toBeGreaterThanOrEqual(400);
    expect((await enter('batch', 'wrong')).refusal).toEqual(failed(4));
    const ten = await batch(10, goodPassword);
    expect(ten.headers['set-cookie']).toBeUndefined();
    expect(ten.text).not.toContain('"result"');
    expect((await enter('batch', goodPassword)).refusal).toEqual(failed(0, 15));
  });

  test('a lock survives a restart', async () => {
    const first = await liveInstance();
    await first.someone('wang', ['leader']);
    for (let turn = 0; turn < 5; turn += 1) await first.enter('wang', 'wrong');
    await first.server.stop();
    const { emptyInstance } = await import('../../testing/live-instance');
    const again = await emptyInstance({ folder: first.server.folder });
    expect((await again.enter('wang', goodPassword)).refusal).toEqual(failed(0, 15));
  });

  test('a minute has a bound for each address, whatever the names', async () => {
    const still = await liveInstance({ milliseconds: () => 0 });
    let refused = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const { refusal } = await still.server.nobody.tryChange('access.openLink', { token: `x${turn}` });
      if (refusal?.code === 'access.too-many-calls') refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe('E7: nobody learns which names exist', () => {
  test('known, unknown, disabled, without password: same status, same words, same size', async () => {
    const { enter, someone, create, sysadmin } = live;
    const disabled = await someone('gone', ['leader']);
    await sysadmin.change('account.enable', { id: disabled, enabled: false });
    await create('fresh');
    const shapes = [];
    for (const [name, password] of [
      ['wang', 'wrong'],
      ['nobody-here', 'wrong'],
      ['gone', goodPassword],
      ['fresh', 'wrong'],
      ['a b', 'wrong'],
      ['', 'wrong'],
    ] as const) {
      const { status, refusal, answer } = await enter(name, password);
      shapes.push([status, JSON.stringify(refusal), answer.bytes.length, answer.headers['set-cookie']]);
    }
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  });

  test('and takes about as long (the long tests measure it within 10 %)', async () => {
    const { enter, someone } = live;
    await someone('timed', ['leader']);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let turn = 0; turn < 12; turn += 1) {
      for (const kind of ['known', 'unknown'] as const) {
        const began = performance.now();
        await enter(kind === 'known' ? 'timed' : `ghost-${turn}`, 'wrong');
        times[kind].push(performance.now() - began);
      }
    }
    const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[6] ?? 0;
    // Without the dummy hash an unknown name would take a tenth of the time.
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.5);
    expect(median(times.unknown) / median(times.known)).toBeLessThan(2);
  });
});

describe('E8, E16: the token', () => {
  test('is new at every sign-in, only its hash is kept, and a preset one is not adopted', async () => {
    const { enter, withCookie, server, someone } = live;
    await someone('token', ['leader']);
    const [first, second] = [await enter('token', goodPassword), await enter('token', goodPassword)];
    expect(first.cookie).not.toBe(second.cookie);
    const preset = `zhibiao_insecure=${'B'.repeat(43)}`;
    const fixed = await withCookie(preset).tryChange('access.enter', {
      name: 'token',
      password: goodPassword,
    });
    expect(fixed.answer.headers['set-cookie']?.[0]).not.toContain('B'.repeat(43));
    expect(await withCookie(preset).query('access.session')).toBeNull();
    const kept = await server.instance.storage.stores.sessions.listOf(
      (await first.person.query('access.session'))?.actor.id ?? '',
    );
    expect(JSON.stringify(kept)).not.toContain(first.cookie.split('=')[1] ?? '?');
  });

  test('signing in over an open session ends the old one', async () => {
    const { enter } = live;
    const before = await enter('token', goodPassword);
    await before.person.change('access.enter', { name: 'token', password: goodPassword });
    expect(await before.person.query('access.session')).toBeNull();
  });

  test('a sign-in sent by another site is refused', async () => {
    const { server } = live;
    for (const headers of [
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://oa.shanwei.gov.cn', 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const answer = await server.nobody.send({
        method: 'POST',
        path: '/trpc/access.enter',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ name: 'token', password: goodPassword }),
      });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('G3: the cookie', () => {
  test('over plain HTTP it has a name of its own, and every page is told', async () => {
    const { answer } = await live.enter('token', goodPassword);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^zhibiao_insecure=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await live.server.nobody.query('access.entrance')).insecure).toBe(true);
  });

  test('behind HTTPS it is __Host-, Secure, HttpOnly and SameSite=Strict, and HSTS is set', async () => {
    const origin = 'https://zhibiao.example';
    const { startTestServer } = await import('../../testing/start-test-server');
    const server = await startTestServer({ mode: 'live', settings: { ZHIBIAO_BASE_URL: origin } });
    const headers = { Origin: origin, Host: 'zhibiao.example', 'Sec-Fetch-Site': 'same-origin' };
    const answer = await server.nobody.send({
      method: 'POST',
      path: '/trpc/access.signOut',
      headers: { ...headers, 'Content-Type': 'application/json' },
    });
    expect(answer.headers['set-cookie']?.[0]).toBe(
      '__Host-zhibiao=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0; Secure',
    );
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    const told = await server.nobody.send({ method: 'GET', path: '/trpc/access.entrance', headers });
    expect(told.text).toContain('"insecure":false');
  });
});

describe('several roles', () => {
  test('the person picks one at sign-in and stays the same person in each; an account without role waits', async () => {
    const { enter, someone, create, open } = live;
    const id = await someone('both', ['statistician', 'reviewer']);
    expect((await enter('both', goodPassword)).data).toEqual({
      kind: 'role',
      roles: ['statistician', 'reviewer'],
    });
    for (const role of ['statistician', 'reviewer'] as const) {
      const { person } = await enter('both', goodPassword, { role });
      expect((await person.query('access.session'))?.actor).toMatchObject({ id, role });
    }
    expect((await enter('both', goodPassword, { role: 'sysadmin' })).data?.kind).toBe('role');
    const { token } = await create('roleless');
    await (await open(token)).person.change('access.changePassword', { next: goodPassword });
    expect((await enter('roleless', goodPassword)).refusal).toEqual({ code: 'access.no-role' });
  });
});
