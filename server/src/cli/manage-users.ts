import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { policyFloor, signInKey } from '@zhibiao/shared/access';
import type { Result, Refusal } from '@zhibiao/shared/result';
import { refusalSentence, zhDictionary } from '@zhibiao/shared/wording';
import { parseConfig, type Config } from '../config';
import {
  createAccount,
  dropFactor,
  enableAccount,
  idleOf,
  sessionKeeper,
  startLink,
  type Doer,
  type ManagingGround,
} from '../features/access';
import { keyOf } from '../instance-key';
import { openInstance } from '../open-instance';
import { OperatorProblem } from '../operator-problem';
import { databaseName } from '../storage/sqlite/open';
import { printJson, printLine, readArguments, required, UsageProblem, type ExitStatus } from './arguments';
import { usages } from './usages';

/** Whoever may write into the data folder; the audit names nobody and no address. */
const doer: Doer = { actor: null, address: '', requestId: '' };

interface Session {
  readonly ground: ManagingGround;
  readonly json: boolean;
  readonly linkTo: (token: string) => string;
}

/** Opens the live instance for one command; refuses while a server holds its folder, and where there is none. */
const withAccounts = async (
  root: string,
  json: boolean,
  work: (session: Session) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const config: Config = parseConfig('live', process.env, root);
  const file = join(config.dataFolder, databaseName);
  if (!existsSync(file)) throw new OperatorProblem('storage.missing', { file });
  const { storage, clock, index } = await openInstance(config, root, () => undefined);
  const { stores } = storage;
  try {
    const key = await keyOf(config.dataFolder);
    const sessions = sessionKeeper(stores, { clock, policy: () => policyFloor, onEnd: () => undefined });
    const policy = { current: () => policyFloor, adopt: () => undefined };
    const address = config.baseUrl ?? `http://${config.host}:${config.port}`;
    const linkTo = (token: string): string => `${address}/link#${token}`;
    return await work({ ground: { stores, clock, index, key, sessions, policy }, json, linkTo });
  } finally {
    await storage.close();
  }
};

const done = <T>(result: Result<T, Refusal>): T => {
  if (result.ok) return result.value;
  const reason = refusalSentence(result.refusal, zhDictionary.refusals);
  throw new OperatorProblem('account.refused', { reason });
};

const found = async ({ ground }: Session, name: string): Promise<string> => {
  const key = signInKey(name);
  const account = key === null ? null : await ground.stores.accounts.findByName(key);
  if (account === null) throw new OperatorProblem('account.unknown', { name });
  return account.id;
};

/** `user add`: makes an account without role and prints the link by which its owner chooses a password. */
export const addUser = (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(
    words,
    { name: { type: 'string' }, 'name-en': { type: 'string' }, json: { type: 'boolean' } },
    usages.userAdd,
  );
  const signInName = oneName(positionals, usages.userAdd);
  const zh = required(values.name, 'name', usages.userAdd);
  return withAccounts(root, values.json === true, async ({ ground, json, linkTo }) => {
    // Whoever came first by this way would have nobody to grant them a role.
    if ((await ground.stores.accounts.count()) === 0) throw new OperatorProblem('account.set-up-first', {});
    const name = { zh, en: values['name-en'] ?? zh };
    const { id, token } = done(await createAccount(ground, doer, { signInName, name }));
    if (json) printJson({ id, signInName, link: linkTo(token) });
    else printLine(linkTo(token));
    return 0;
  });
};

/** `user list`: every account with its roles and state; no secrets. */
export const listUsers = (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values } = readArguments(words, { json: { type: 'boolean' } }, usages.userList);
  return withAccounts(root, values.json === true, async ({ ground, json }) => {
    const accounts = await ground.stores.accounts.list();
    const idle = await Promise.all(accounts.map((account) => idleOf(ground, account)));
    const rows = accounts.map(({ id, signInName, name, grants, enabled, lastSignInAt, ...kept }, place) => ({
      id,
      signInName,
      name,
      grants,
      enabled,
      hasPassword: kept.password !== null,
      secondFactor: kept.secondFactor?.confirmed === true,
      lastSignInAt,
      neverUsed: lastSignInAt === null,
      idleDays: idle[place]?.days ?? 0,
    }));
    if (json) printJson(rows);
    for (const row of json ? [] : rows) {
      const roles = row.grants.map(({ role }) => role).join(',') || '-';
      printLine(
        [row.signInName, row.name.zh, roles, row.enabled ? 'enabled' : 'disabled', used(row)].join('\t'),
      );
    }
    return 0;
  });
};

const used = ({ neverUsed, idleDays }: { readonly neverUsed: boolean; readonly idleDays: number }): string =>
  `${neverUsed ? 'never used, ' : ''}idle ${idleDays} days`;

/** `user disable`: keeps an account out; its sessions and links end. */
export const disableUser = (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(words, { json: { type: 'boolean' } }, usages.userDisable);
  const name = oneName(positionals, usages.userDisable);
  return withAccounts(root, values.json === true, async (session) => {
    const id = await found(session, name);
    done(await enableAccount(session.ground, doer, { id, enabled: false }));
    if (session.json) printJson({ id, enabled: false });
    else printLine(`${name}: disabled`);
    return 0;
  });
};

/** `user reset`: lets an account in again by a one-time link; on demand without the second factor it lost. */
export const resetUser = (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(
    words,
    { 'second-factor': { type: 'boolean' }, json: { type: 'boolean' } },
    usages.userReset,
  );
  const name = oneName(positionals, usages.userReset);
  return withAccounts(root, values.json === true, async (session) => {
    const { ground, json, linkTo } = session;
    const id = await found(session, name);
    done(await enableAccount(ground, doer, { id, enabled: true }));
    if (values['second-factor'] === true) done(await dropFactor(ground, doer, id));
    const token = done(await startLink(ground, doer, id));
    if (json) printJson({ id, link: linkTo(token) });
    else printLine(linkTo(token));
    return 0;
  });
};

const oneName = ([name, ...more]: readonly string[], usage: string): string => {
  if (name === undefined || more.length > 0) throw new UsageProblem(usage);
  return name;
};
