import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '@zhibiao/shared/access';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { goodPassword, liveInstance, passwords, type LiveInstance } from '../../testing/live-instance';

let live: LiveInstance;
beforeAll(async () => {
  live = await liveInstance();
});

const name = (text: string) => ({ zh: text, en: text });
const one = (role: Role) => ({ role, departments: [], unit: null });
const ownId = async (person: Person): Promise<string> =>
  (await person.query('access.session'))?.actor.id ?? '';

describe('F7: nobody raises themselves', () => {
  test('no administrator does anything to their own account, whatever right they hold', async () => {
    const { sysadmin, secadmin } = live;
    const [sys, sec] = [await ownId(sysadmin), await ownId(secadmin)];
    const grants = [one('auditor')];
    const own = await secadmin.tryChange('account.grant', { id: sec, grants, password: passwords.secadmin });
    expect(own.refusal).toEqual({ code: 'access.oneself' });
    for (const path of ['account.startLink', 'account.endSessions'] as const)
      expect((await sysadmin.tryChange(path, { id: sys })).refusal).toEqual({ code: 'access.oneself' });
    expect((await sysadmin.tryChange('account.enable', { id: sys, enabled: false })).refusal).toEqual({
      code: 'access.oneself',
    });
    expect((await secadmin.tryChange('account.unlock', { id: sec })).refusal?.code).toBe('access.oneself');
  });

  test('every other role is refused at the door of granting, for itself and for a confederate', async () => {
    const { someone, create, enter, sysadmin, server } = live;
    const friend = (await create('friend')).id;
    for (const role of ['leader', 'statistician', 'reviewer', 'auditor'] as const) {
      const id = await someone(`raise-${role}`, [role]);
      const { person } = await enter(`raise-${role}`, goodPassword);
      for (const target of [id, friend, 'a-nobody']) {
        const input = { id: target, grants: [one('secadmin')], password: goodPassword };
        const { status, refusal } = await person.tryChange('account.grant', input);
        expect([role, status, refusal?.code]).toEqual([role, 403, 'access.not-allowed']);
      }
      const made = await person.tryChange('account.create', { signInName: 'mole', name: name('mole') });
      expect(made.status).toBe(403);
    }
    expect(
      (
        await sysadmin.tryChange('account.grant', {
          id: friend,
          grants: [one('reviewer')],
          password: passwords.sysadmin,
        })
      ).status,
    ).toBe(403);
    expect((await server.instance.storage.stores.accounts.find(friend))?.grants).toEqual([]);
  });

  test('extra fields in any call are refused, prototype and all', async () => {
    const { sysadmin, server } = live;
    const before = await server.instance.storage.stores.accounts.count();
    for (const extra of [
      '"role":"secadmin"',
      '"grants":[]',
      '"isAdmin":true',
      '"id":"a"',
      '"enabled":true',
    ]) {
      const answer = await sysadmin.send({
        method: 'POST',
        path: '/trpc/account.create',
        headers: { 'Content-Type': 'application/json' },
        body: `{"signInName":"extra","name":{"zh":"x","en":"x"},${extra}}`,
      });
      expect([extra, answer.status]).toEqual([extra, 400]);
    }
    const polluted = await sysadmin.send({
      method: 'POST',
      path: '/trpc/account.create',
      headers: { 'Content-Type': 'application/json' },
      body: '{"signInName":"extra","name":{"zh":"x","en":"x"},"__proto__":{"grants":[{"role":"secadmin"}]}}',
    });
    expect([200, 400]).toContain(polluted.status);
    expect(Reflect.get({}, 'grants')).toBeUndefined();
    const list = await server.instance.storage.stores.accounts.list();
    expect(list.find(({ signInName }) => signInName === 'extra')?.grants ?? []).toEqual([]);
    expect(list.length).toBeLessThanOrEqual(before + 1);
  });
});

describe('F8: three administrators apart', () => {
  test('the server refuses grants that join what must be apart, and scopes that do not exist', async () => {
    const { create, secadmin } = live;
    const { id } = await create('apart');
    const grant = async (grants: readonly object[]) =>
      (await secadmin.tryChange('account.grant', { id, grants, password: passwords.secadmin })).refusal;
    const refused = (problem: string) => ({ code: 'access.grants-refused', problem });
    expect(await grant([one('sysadmin'), one('secadmin')])).toEqual(refused('administrators-apart'));
    expect(await grant([one('auditor'), one('sysadmin')])).toEqual(refused('administrators-apart'));
    expect(await grant([one('secadmin'), one('reviewer')])).toEqual(refused('administrator-with-figures'));
    expect(await grant([{ ...one('county'), unit: '999999' }])).toEqual(refused('unknown-scope'));
    expect(await grant([{ ...one('county'), unit: '441500' }])).toEqual(refused('unknown-scope'));
    expect(await grant([{ ...one('statistician'), departments: ['nope'] }])).toEqual(
      refused('unknown-scope'),
    );
    expect(await grant([{ ...one('county'), unit: '441521' }])).toBeNull();
  });

  test('a new account has no role, a random id and no password that anybody knows', async () => {
    const { create, sysadmin, server } = live;
    const made = [await create('new-1'), await create('new-2')];
    for (const { id } of made) expect(id).toMatch(/^a-[A-Za-z0-9_-]{22}$/);
    const account = await server.instance.storage.stores.accounts.find(made[0]?.id ?? '');
    expect(account).toMatchObject({ grants: [], password: null, enabled: true });
    for (const taken of ['new-1', 'NEW-1', 'ｎｅｗ-1', ' new-1 ']) {
      const again = await sysadmin.tryChange('account.create', { signInName: taken, name: name('x') });
      expect([taken, again.refusal?.code]).toEqual([taken, 'access.name-taken']);
    }
  });
});

describe('E12: the one-time link', () => {
  test('is good once, for half an hour, until a newer one; a used one opens nothing', async () => {
    const { create, sysadmin, open, server, clock } = await liveInstance();
    const { id, token } = await create('linked');
    const { token: newer } = await sysadmin.change('account.startLink', { id });
    expect((await open(token)).refusal).toEqual({ code: 'access.link-gone' });
    const both = await Promise.all([open(newer), open(newer)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404]);
    const { token: late } = await sysadmin.change('account.startLink', { id });
    expect(JSON.stringify(await server.instance.storage.stores.accounts.list())).not.toContain(late);
    await sysadmin.change('account.enable', { id, enabled: false });
    expect((await open(late)).status).toBe(404);
    await sysadmin.change('account.enable', { id, enabled: true });
    expect((await open(late)).status).toBe(404);
    const { token: old } = await sysadmin.change('account.startLink', { id });
    clock.move(31);
    expect((await open(old)).status).toBe(404);
  });
});

describe('E13: step-up', () => {
  test('own password, grants and policy ask for the present password, and guessing it locks', async () => {
    const { secadmin, create, someone, enter } = live;
    const { id } = await create('stepped');
    const { policy } = await secadmin.query('account.policy');
    for (const [path, input] of [
      ['account.grant', { id, grants: [one('leader')] }],
      ['account.setPolicy', { policy }],
      ['account.dropFactor', { id }],
    ] as const) {
      expect((await secadmin.tryChange(path, input)).status).toBe(400);
      const { status, refusal } = await secadmin.tryChange(path, { ...input, password: 'wrong' });
      expect([path, status, refusal?.code]).toEqual([path, 403, 'access.wrong-password']);
    }
    await secadmin.change('account.grant', { id, grants: [], password: passwords.secadmin });
    await someone('guess', ['leader']);
    const { person } = await enter('guess', goodPassword);
    for (let turn = 0; turn < 5; turn += 1)
      await person.tryChange('access.changePassword', { current: 'wrong', next: 'Kj8-another-river' });
    const right = { current: goodPassword, next: 'Kj8-another-river' };
    expect((await person.tryChange('access.changePassword', right)).refusal).toMatchObject({ left: 0 });
  });
});

describe('who sees whom', () => {
  test('colleagues see names of their own unit or department only, administrators the accounts', async () => {
    const { someone, enter, sysadmin } = live;
    const county = (unit: string) => ({ role: 'county', departments: [], unit }) as const;
    await someone('haifeng', [county('441521')]);
    await someone('lufeng', [county('441581')]);
    const { person } = await enter('haifeng', goodPassword);
    const seen = await person.query('account.list');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(({ grants }) => grants.every(({ unit }) => unit === '441521'))).toBe(true);
    expect(seen.every(({ administration }) => administration === null)).toBe(true);
    const all = await sysadmin.query('account.list');
    expect(all.some(({ administration }) => administration?.signInName === 'lufeng')).toBe(true);
    expect(JSON.stringify(all)).not.toMatch(/argon2|gcm1/);
  });
});

describe('H2, I8: secrets are shown nowhere', () => {
  test('passwords, tokens, codes and keys are in no audit line and no file of the instance', async () => {
    const heron = await liveInstance();
    const { token, id } = await heron.create('heron');
    await heron.grant(id, ['reviewer']);
    const password = 'Canary-7-password';
    await (await heron.open(token)).person.change('access.changePassword', { next: password });
    await heron.enter('Canary-typed-as-name', 'Canary-8-typed');
    const { person, cookie } = await heron.enter('heron', password);
    const { secret } = await person.change('access.beginFactor', { password });
    const { folder, instance } = heron.server;
    const key = (await readFile(join(folder, 'instance.key'), 'utf8')).trim();
    const typed = ['Canary-8-typed', 'anary-typed-as-name'];
    const canaries = [token, password, ...typed, cookie.split('=')[1] ?? '?', secret, key];
    const trail = JSON.stringify(await instance.storage.stores.audit.list({ limit: 500 }));
    expect(trail).toContain('"password.change"');
    for (const canary of canaries) expect(trail).not.toContain(canary);
    await heron.server.stop();
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || file.name === 'instance.key') continue;
      const bytes = await readFile(join(file.parentPath, file.name));
      for (const canary of canaries) expect([file.name, bytes.includes(canary)]).toEqual([file.name, false]);
    }
  });
});
