import type { Grant } from '@zhibiao/shared/access';
import type { Selectable } from 'kysely';
import type { Account, AccountChange, AccountStore } from '../../features/access/account.store';
import type { Connection } from '../connection';
import type { Database } from '../database';

/** Accounts, their passwords, second factors, recovery codes and one-time links. */
export const accountStore = (connection: Connection): AccountStore => {
  const { build } = connection;
  const one = async (column: 'id' | 'name_key', value: string): Promise<Account | null> => {
    const [row] = await connection.rows(build.selectFrom('account').selectAll().where(column, '=', value));
    return row === undefined ? null : accountOf(row);
  };
  return {
    count: async () => {
      const query = build.selectFrom('account').select(({ fn }) => fn.countAll().as('count'));
      const [row] = await connection.rows(query);
      return Number(row?.count ?? 0);
    },
    create: (account, nameKey) =>
      connection.atomic(async (writing) => {
        const query = build
          .insertInto('account')
          .values(columnsOf(account, nameKey))
          .onConflict((conflict) => conflict.column('name_key').doNothing());
        return (await writing.write(query)) === 1;
      }),
    find: (id) => one('id', id),
    findByName: (nameKey) => one('name_key', nameKey),
    list: async () =>
      (await connection.rows(build.selectFrom('account').selectAll().orderBy('name_key'))).map(accountOf),
    change: (id, change) =>
      connection.atomic(async (writing) => {
        const columns = changedColumns(change);
        if (Object.keys(columns).length === 0) return;
        await writing.write(build.updateTable('account').set(columns).where('id', '=', id));
      }),
    ...passwordsOn(connection),
    ...factorsOn(connection),
    ...linksOn(connection),
    policy: async () => {
      const [row] = await connection.rows(build.selectFrom('security_policy').select('policy'));
      return row?.policy ?? null;
    },
    keepPolicy: (policy) =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('security_policy'));
        await writing.write(build.insertInto('security_policy').values({ only: 1, policy }));
      }),
  };
};

type Passwords = Pick<AccountStore, 'setPassword' | 'rehash' | 'earlierPasswords'>;

const passwordsOn = (connection: Connection): Passwords => {
  const { build } = connection;
  const newestOf = (id: string) =>
    build.selectFrom('account_password').where('account', '=', id).orderBy('id', 'desc');
  return {
    setPassword: (id, { hash, setAt }, remembered) =>
      connection.atomic(async (writing) => {
        const change = { password_hash: hash, password_set_at: setAt, must_change: 0 };
        await writing.write(build.updateTable('account').set(change).where('id', '=', id));
        await writing.write(build.insertInto('account_password').values({ account: id, hash }));
        const kept = await writing.rows(newestOf(id).select('id').limit(Math.max(remembered, 1)));
        const oldest = kept.at(-1)?.id ?? 0;
        await writing.write(
          build.deleteFrom('account_password').where('account', '=', id).where('id', '<', oldest),
        );
      }),
    rehash: (id, hash) =>
      connection.atomic(async (writing) => {
        await writing.write(build.updateTable('account').set({ password_hash: hash }).where('id', '=', id));
      }),
    earlierPasswords: async (id) =>
      (await connection.rows(newestOf(id).select('hash'))).map(({ hash }) => hash),
  };
};

type Factors = Pick<
  AccountStore,
  'takeStep' | 'keepRecoveryCodes' | 'takeRecoveryCode' | 'countRecoveryCodes'
>;

const factorsOn = (connection: Connection): Factors => {
  const { build } = connection;
  return {
    takeStep: (id, step) =>
      connection.atomic(async (writing) => {
        const query = build
          .updateTable('account')
          .set({ factor_step: step })
          .where('id', '=', id)
          .where('factor_step', '<', step);
        return (await writing.write(query)) === 1;
      }),
    keepRecoveryCodes: (id, hashes) =>
      connection.atomic(async (writing) => {
        await writing.write(build.deleteFrom('recovery_code').where('account', '=', id));
        for (const hash of hashes)
          await writing.write(build.insertInto('recovery_code').values({ account: id, hash }));
      }),
    takeRecoveryCode: (id, hash) =>
      connection.atomic(async (writing) => {
        const query = build.deleteFrom('recovery_code').where('account', '=', id).where('hash', '=', hash);
        return (await writing.write(query)) === 1;
      }),
    countRecoveryCodes: async (id) =>
      (await connection.rows(build.selectFrom('recovery_code').select('hash').where('account', '=', id)))
        .length,
  };
};

type Links = Pick<AccountStore, 'keepLink' | 'findLink' | 'takeLink' | 'dropLinks'>;

const linksOn = (connection: Connection): Links => {
  const { build } = connection;
  const drop = (accountId: string | null) =>
    build.deleteFrom('one_time_link').where('account', accountId === null ? 'is' : '=', accountId);
  return {
    keepLink: ({ tokenHash, accountId, expiresAt }) =>
      connection.atomic(async (writing) => {
        await writing.write(drop(accountId));
        const values = { token_hash: tokenHash, account: accountId, expires_at: expiresAt };
        await writing.write(build.insertInto('one_time_link').values(values));
      }),
    findLink: async (tokenHash) => {
      const [row] = await connection.rows(
        build.selectFrom('one_time_link').selectAll().where('token_hash', '=', tokenHash),
      );
      return row === undefined ? null : { tokenHash, accountId: row.account, expiresAt: row.expires_at };
    },
    takeLink: (tokenHash) =>
      connection.atomic(
        async (writing) =>
          (await writing.write(build.deleteFrom('one_time_link').where('token_hash', '=', tokenHash))) === 1,
      ),
    dropLinks: (accountId) =>
      connection.atomic(async (writing) => {
        await writing.write(drop(accountId));
      }),
  };
};

const flag = (value: boolean): number => (value ? 1 : 0);

const columnsOf = (account: Account, nameKey: string) => ({
  id: account.id,
  sign_in_name: account.signInName,
  name_key: nameKey,
  name_zh: account.name.zh,
  name_en: account.name.en,
  grants: JSON.stringify(account.grants),
  enabled: flag(account.enabled),
  password_hash: account.password?.hash ?? null,
  password_set_at: account.password?.setAt ?? null,
  must_change: flag(account.mustChange),
  ...factorColumns(account.secondFactor),
  created_at: account.createdAt,
  last_sign_in_at: account.lastSignInAt,
});

const factorColumns = (factor: Account['secondFactor']) => ({
  factor_sealed: factor?.sealed ?? null,
  factor_confirmed: flag(factor?.confirmed ?? false),
  factor_step: factor?.lastStep ?? 0,
});

const changedColumns = (change: AccountChange): Partial<ReturnType<typeof columnsOf>> => ({
  ...(change.grants === undefined ? {} : { grants: JSON.stringify(change.grants) }),
  ...(change.enabled === undefined ? {} : { enabled: flag(change.enabled) }),
  ...(change.mustChange === undefined ? {} : { must_change: flag(change.mustChange) }),
  ...(change.secondFactor === undefined ? {} : factorColumns(change.secondFactor)),
  ...(change.lastSignInAt === undefined ? {} : { last_sign_in_at: change.lastSignInAt }),
});

const accountOf = (row: Selectable<Database['account']>): Account => ({
  id: row.id,
  signInName: row.sign_in_name,
  name: { zh: row.name_zh, en: row.name_en },
  // Only lists of grants are written.
  grants: JSON.parse(row.grants) as readonly Grant[],
  enabled: row.enabled === 1,
  password:
    row.password_hash === null || row.password_set_at === null
      ? null
      : { hash: row.password_hash, setAt: row.password_set_at },
  mustChange: row.must_change === 1,
  secondFactor:
    row.factor_sealed === null
      ? null
      : { sealed: row.factor_sealed, confirmed: row.factor_confirmed === 1, lastStep: row.factor_step },
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
});
