import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
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

  test('guesses at the code count even while calls without a code run beside them', async () => {
    const { someone, enter, clock } = live;
    await someone('raced', ['reviewer']);
    const person = await enterAs('raced');
    const { secret } = await person.change('access.beginFactor', { password: goodPassword });
    await person.change('access.confirmFactor', { code: codeAt(secret, Date.parse(clock.now())) });
    let judged = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      const answers = await Promise.all([
        enter('raced', goodPassword),
        enter('raced', goodPassword, { code: `10000${turn}` }),
        enter('raced', goodPassword),
        enter('raced', goodPassword, { code: `20000${turn}` }),
      ]);
      judged += answers.filter(({ refusal }) => refusal?.code === 'access.code-wrong').length;
    }
    // What came while the name was locked was not even looked at; sixteen were sent.
    expect(judged).toBeLessThanOrEqual(5);
    for (let turn = 0; turn < 5; turn += 1) await enter('raced', goodPassword, { code: `30000${turn}` });
    const right = codeAt(secret, Date.parse(clock.now()) + 30_000);
    expect((await enter('raced', goodPassword, { code: right })).status).toBe(401);
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
