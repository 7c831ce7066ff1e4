import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyOf, passingKey } from '../../instance-key';
import { emptyInstance, goodPassword, liveInstance, passwords, tokenOf } from '../../testing/live-instance';
import { temporaryFolder } from '../../testing/start-test-server';

const name = (text: string) => ({ zh: text, en: text });
const form = (token: string) => ({
  token,
  sysadmin: { signInName: 'sys', name: name('甲'), password: passwords.sysadmin },
  secadmin: { signInName: 'sec', name: name('乙') },
});

describe('E1: no default account', () => {
  test('a fresh instance has nobody; its one link is in the console and in a file that others cannot read', async () => {
    const { server, enter } = await emptyInstance();
    expect(await server.instance.storage.stores.accounts.count()).toBe(0);
    for (const guess of ['admin', 'root', 'sys', 'sysadmin', '管理员', 'demo-leader'])
      expect((await enter(guess, 'admin')).refusal?.code).toBe('access.sign-in-failed');
    const token = tokenOf(server.setUpPath);
    // 43 letters of 64 kinds: 256 bits.
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const file = join(server.folder, 'set-up-link.txt');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toContain(token);
    // Only the hash is in the database.
    expect((await readFile(server.instance.storage.file)).includes(token)).toBe(false);
    expect((await readFile(`${server.instance.storage.file}-wal`)).includes(token)).toBe(false);
    for (const path of ['access.session', 'access.entrance', 'access.roles'] as const)
      expect((await server.nobody.tryQuery(path)).answer.text).not.toContain(token);
  });

  test('it works once; then the set-up answers 404 and the file is gone', async () => {
    const { server } = await emptyInstance();
    const token = tokenOf(server.setUpPath);
    const wrong = await server.nobody.tryChange('access.setUp', form('A'.repeat(43)));
    expect([wrong.status, wrong.refusal]).toEqual([404, { code: 'access.link-gone' }]);
    // Two browsers at the same moment: one of them wins.
    const both = await Promise.all([1, 2].map(() => server.nobody.tryChange('access.setUp', form(token))));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404]);
    expect((await server.nobody.tryChange('access.setUp', form(token))).status).toBe(404);
    await expect(stat(join(server.folder, 'set-up-link.txt'))).rejects.toThrow('ENOENT');
    expect(await server.instance.storage.stores.accounts.count()).toBe(2);
  });

  test('it dies after thirty minutes, and a new start makes another', async () => {
    const { server, clock } = await emptyInstance();
    const old = tokenOf(server.setUpPath);
    clock.move(31);
    expect((await server.nobody.tryChange('access.setUp', form(old))).status).toBe(404);
    await server.stop();
    const again = await emptyInstance({ folder: server.folder });
    expect(tokenOf(again.server.setUpPath)).not.toBe(old);
    expect((await again.server.nobody.tryChange('access.setUp', form(old))).status).toBe(404);
    await again.server.nobody.change('access.setUp', form(tokenOf(again.server.setUpPath)));
    await again.server.stop();
    const third = await emptyInstance({ folder: server.folder });
    expect(third.server.setUpPath).toBeNull();
  });

  test('a weak password and one name for both are refused, and the link stays good', async () => {
    const { server } = await emptyInstance();
    const typed = form(tokenOf(server.setUpPath));
    const weak = { ...typed, sysadmin: { ...typed.sysadmin, password: 'Shanwei@2025' } };
    expect((await server.nobody.tryChange('access.setUp', weak)).refusal?.code).toBe(
      'access.password-refused',
    );
    const one = { ...typed, secadmin: { ...typed.secadmin, signInName: 'ＳＹＳ' } };
    expect((await server.nobody.tryChange('access.setUp', one)).refusal?.code).toBe('access.name-taken');
    await server.nobody.change('access.setUp', typed);
  });
});

describe('F8: set-up makes two people', () => {
  test('the security administrator’s password is unknown to the first person, and neither is the other', async () => {
    const { sysadmin, secadmin } = await liveInstance();
    expect((await sysadmin.query('access.session'))?.actor.role).toBe('sysadmin');
    expect((await secadmin.query('access.session'))?.actor.role).toBe('secadmin');
    expect((await sysadmin.tryQuery('account.policy')).status).toBe(403);
    expect((await secadmin.tryChange('account.create', { signInName: 'x1', name: name('x') })).status).toBe(
      403,
    );
  });
});

describe('H1: no built-in secret', () => {
  test('a key is drawn at the first start, for its owner alone, and kept', async () => {
    const folder = await temporaryFolder();
    const first = await keyOf(folder);
    expect((await stat(join(folder, 'instance.key'))).mode & 0o777).toBe(0o600);
    const second = await keyOf(folder);
    const sealed = first.seal('secret');
    expect(second.unseal(sealed)).toBe('secret');
    expect(sealed).not.toContain('secret');
    expect(passingKey().unseal(sealed)).toBeNull();
    expect(first.unseal(`${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(first.hash('a')).toBe(second.hash('a'));
    expect(first.hash('a')).not.toBe(passingKey().hash('a'));
  });

  test('a key that was typed by hand stops the start', async () => {
    for (const sample of ['0'.repeat(64), 'changeme', 'deadbeef'.repeat(8), '']) {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'instance.key'), sample);
      await expect(keyOf(folder)).rejects.toThrow('instance.key-weak');
    }
  });
});

describe('live and demonstration never mix', () => {
  test('a live folder is refused by the demonstration, and the other way round', async () => {
    const { server } = await emptyInstance();
    await server.stop();
    const { openInstance } = await import('../../open-instance');
    const { parseConfig } = await import('../../config');
    const { root, demonstrationFolder } = await import('../../testing/start-test-server');
    const open = (mode: 'live' | 'demonstration', folder: string) =>
      openInstance(parseConfig(mode, { ZHIBIAO_DATA: folder }, root), root, () => undefined);
    await expect(open('demonstration', server.folder)).rejects.toThrow('instance.other-mode');
    await expect(open('live', await demonstrationFolder())).rejects.toThrow('instance.other-mode');
  });

  test('in the demonstration nobody signs in with a password, and no account can be made', async () => {
    const { startTestServer } = await import('../../testing/start-test-server');
    const demonstration = await startTestServer();
    const typed = { name: 'demo-leader', password: goodPassword };
    expect((await demonstration.nobody.tryChange('access.enter', typed)).refusal).toEqual({
      code: 'access.no-passwords',
    });
    const sysadmin = await demonstration.signIn('demo-sysadmin');
    const made = await sysadmin.tryChange('account.create', { signInName: 'x1', name: name('x') });
    expect(made.refusal).toEqual({ code: 'access.no-passwords' });
    const people = await sysadmin.query('account.list');
    expect(people.map(({ id }) => id)).toContain('demo-reviewer');
    expect(people.every(({ administration }) => administration?.hasPassword === false)).toBe(true);
  });
});
