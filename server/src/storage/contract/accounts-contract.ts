import { describe, expect, test } from 'vitest';
import type { Account } from '../../features/access/account.store';
import type { OpenEngine } from './engine';
import { now } from './makers';

const anAccount = (letter: string, parts: Partial<Account> = {}): Account => ({
  id: `a-${letter.repeat(22)}`,
  signInName: `${letter.toUpperCase()}-Person`,
  name: { zh: '某人', en: 'Somebody' },
  grants: [],
  enabled: true,
  password: null,
  mustChange: false,
  secondFactor: null,
  createdAt: now,
  lastSignInAt: null,
  ...parts,
});

const hash = (text: string): string => `$argon2id$v=19$m=19456,t=2,p=1$${text}`;
const digest = (letter: string): string => letter.repeat(64);

/** What the ports of accounts promise. */
export const accountsContract = (open: OpenEngine): void => {
  describe('accounts', () => {
    test('an account is kept once under its folded name, found, listed and changed in part', async () => {
      const { storage, close } = await open();
      const { accounts } = storage.stores;
      expect(await accounts.count()).toBe(0);
      const [first, second] = [anAccount('b'), anAccount('a')];
      expect(await accounts.create(first, 'b-person')).toBe(true);
      expect(await accounts.create(anAccount('c'), 'b-person')).toBe(false);
      expect(await accounts.create(second, 'a-person')).toBe(true);
      expect(await accounts.count()).toBe(2);
      expect(await accounts.find(first.id)).toEqual(first);
      expect(await accounts.find('a-none')).toBeNull();
      expect(await accounts.findByName('b-person')).toEqual(first);
      expect(await accounts.findByName('B-person')).toBeNull();
      expect((await accounts.list()).map(({ id }) => id)).toEqual([second.id, first.id]);
      const grants = [{ role: 'county', departments: [], unit: '441521' }] as const;
      const secondFactor = { sealed: 'gcm1.x', confirmed: true, lastStep: 7 };
      const change = { grants, enabled: false, mustChange: true, secondFactor, lastSignInAt: now };
      await accounts.change(first.id, change);
      await accounts.change(first.id, {});
      expect(await accounts.find(first.id)).toEqual({ ...first, ...change });
      await accounts.change(first.id, { secondFactor: null });
      expect((await accounts.find(first.id))?.secondFactor).toBeNull();
      expect((await accounts.find(second.id))?.enabled).toBe(true);
      await close();
    });

    test('the last passwords are remembered and no more, and a new one ends the duty to change', async () => {
      const { storage, close } = await open();
      const { accounts } = storage.stores;
      const { id } = anAccount('a');
      await accounts.create(anAccount('a', { mustChange: true }), 'a-person');
      for (const text of ['one', 'two', 'three', 'four'])
        await accounts.setPassword(id, { hash: hash(text), setAt: now }, 3);
      expect(await accounts.earlierPasswords(id)).toEqual(['four', 'three', 'two'].map(hash));
      await accounts.rehash(id, hash('better'));
      expect(await accounts.find(id)).toMatchObject({
        password: { hash: hash('better'), setAt: now },
        mustChange: false,
      });
      await close();
    });

    test('a time step, a recovery code and a link are taken once', async () => {
      const { storage, close } = await open();
      const { accounts } = storage.stores;
      const { id } = anAccount('a');
      await accounts.create(
        anAccount('a', { secondFactor: { sealed: 'x', confirmed: true, lastStep: 0 } }),
        'a-person',
      );
      expect(await accounts.takeStep(id, 10)).toBe(true);
      expect(await accounts.takeStep(id, 10)).toBe(false);
      expect(await accounts.takeStep(id, 9)).toBe(false);
      await accounts.keepRecoveryCodes(id, [digest('a'), digest('b')]);
      expect(await accounts.takeRecoveryCode(id, digest('a'))).toBe(true);
      expect(await accounts.takeRecoveryCode(id, digest('a'))).toBe(false);
      expect(await accounts.countRecoveryCodes(id)).toBe(1);
      const link = (letter: string, accountId: string | null) => ({
        tokenHash: digest(letter),
        accountId,
        expiresAt: now,
      });
      await accounts.keepLink(link('a', id));
      await accounts.keepLink(link('b', id));
      await accounts.keepLink(link('c', null));
      expect(await accounts.findLink(digest('a'))).toBeNull();
      expect(await accounts.findLink(digest('b'))).toEqual(link('b', id));
      expect(await accounts.takeLink(digest('b'))).toBe(true);
      expect(await accounts.takeLink(digest('b'))).toBe(false);
      await accounts.dropLinks(id);
      expect(await accounts.findLink(digest('c'))).toEqual(link('c', null));
      await accounts.dropLinks(null);
      expect(await accounts.findLink(digest('c'))).toBeNull();
      await close();
    });

    test('there is one policy, the last', async () => {
      const { storage, close } = await open();
      const { accounts } = storage.stores;
      expect(await accounts.policy()).toBeNull();
      await accounts.keepPolicy('{"a":1}');
      await accounts.keepPolicy('{"a":2}');
      expect(await accounts.policy()).toBe('{"a":2}');
      await close();
    });

    test('the database itself refuses a plain password, a second account of a name and a made-up duty', async () => {
      const { storage, sql, close } = await open();
      await storage.stores.accounts.create(anAccount('a'), 'a-person');
      await storage.stores.accounts.create(anAccount('b'), 'b-person');
      for (const change of [
        "password_hash = 'secret', password_set_at = created_at",
        "password_hash = '$argon2id$x'",
        "name_key = 'b-person'",
        "grants = '{}'",
        'enabled = 2',
      ])
        expect(() => sql(`UPDATE account SET ${change} WHERE name_key = 'a-person'`)).toThrow();
      await close();
    });
  });

  describe('attempts', () => {
    test('failures are kept by name and source, replaced, forgotten', async () => {
      const { storage, close } = await open();
      const { attempts } = storage.stores;
      const entry = (source: string, count: number, lockedUntil = 0) => ({
        source,
        failures: { count, lastAt: 1_000 + count, lockedUntil },
      });
      await attempts.keep(digest('a'), entry('10.0.0.1', 1));
      await attempts.keep(digest('a'), entry('10.0.0.1', 5, 9_000));
      await attempts.keep(digest('a'), entry('10.0.0.2', 2));
      await attempts.keep(digest('b'), entry('10.0.0.1', 1));
      expect(await attempts.of(digest('a'))).toEqual([entry('10.0.0.1', 5, 9_000), entry('10.0.0.2', 2)]);
      await attempts.forget(digest('b'), '10.0.0.1');
      expect(await attempts.of(digest('b'))).toEqual([]);
      await attempts.forgetBefore(5_000, 6_000);
      expect(await attempts.of(digest('a'))).toEqual([entry('10.0.0.1', 5, 9_000)]);
      await attempts.forget(digest('a'));
      expect(await attempts.of(digest('a'))).toEqual([]);
      await close();
    });
  });
};
