import { demonstrationActors, type Actor, type Role } from '@zhibiao/shared/access';
import { sessionCookieOf } from '../http/cookies';
import { aPerson, type Person } from './a-person';
import { httpClient } from './http-client';
import type { TestServer } from './start-test-server';

/** A role of the authorisation matrix, or nobody in particular. */
export type Caller = Role | 'anonymous';

/** The county that the county officer of these tests answers for, and one that is another's. */
export const [ownUnit, otherUnit] = ['441581', '441521'] as const;

/** Who acts for a role: the demonstration's person where it has one, somebody made up where it has none. */
export const actorFor = (
  { services: { index, config } }: TestServer,
  role: Role,
  unit: string = ownUnit,
): Actor => {
  const id = role === 'county' ? `demo-county-${unit}` : `demo-${role}`;
  const people = demonstrationActors(index.programme.departments, index.register);
  const found = people.find((person) => person.id === id)?.actor;
  const made = { id, role, name: { zh: role, en: role }, departments: [], unit: null };
  // Accounts of a live instance have ids of 24 characters.
  const known = config.mode === 'live' ? { id: id.padEnd(24, '0') } : {};
  return { ...made, ...found, ...known };
};

/** Makes the account of an actor, as a live instance has one for everybody; it has no password. */
export const keepAccount = async ({ services }: TestServer, actor: Actor): Promise<void> => {
  const { id, role, name, departments, unit } = actor;
  const account = {
    id,
    signInName: id,
    name,
    grants: [{ role, departments, unit }],
    enabled: true,
    password: null,
    mustChange: false,
    secondFactor: null,
    createdAt: services.clock.now(),
    lastSignInAt: null,
  };
  await services.stores.accounts.create(account, id);
};

/** A new session of somebody of this role; of nobody for `anonymous`. */
export const signInFor = async (server: TestServer, caller: Caller): Promise<Person> =>
  caller === 'anonymous' ? server.nobody : personOf(server, actorFor(server, caller));

/** A new session of exactly this actor, as it would stand after signing in. */
export const personOf = async (server: TestServer, actor: Actor): Promise<Person> => {
  const token = await server.services.sessions.open({
    accountId: actor.id,
    actor,
    duty: null,
    address: '127.0.0.1',
    browser: '',
  });
  const { name } = sessionCookieOf(server.services.config);
  return aPerson(clientOf(server), server.port, `${name}=${token}`);
};

const clients = new WeakMap<TestServer, ReturnType<typeof httpClient>>();

const clientOf = (server: TestServer): ReturnType<typeof httpClient> => {
  const client = clients.get(server) ?? httpClient(server.port);
  clients.set(server, client);
  return client;
};
