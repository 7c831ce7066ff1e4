import { demonstrationActors, type Actor, type Role } from '@zhibiao/shared/access';
import { aPerson, type Person } from './a-person';
import { httpClient } from './http-client';
import type { TestServer } from './start-test-server';

/** A role of the authorisation matrix, or nobody in particular. */
export type Caller = Role | 'anonymous';

/** The county that the county officer of these tests answers for, and one that is another's. */
export const [ownUnit, otherUnit] = ['441581', '441521'] as const;

/** Who acts for a role: the demonstration's person where it has one, somebody made up where it has none. */
export const actorFor = ({ services: { index } }: TestServer, role: Role): Actor => {
  const id = role === 'county' ? `demo-county-${ownUnit}` : `demo-${role}`;
  const people = demonstrationActors(index.programme.departments, index.register);
  const found = people.find((person) => person.id === id);
  return found?.actor ?? { id, role, name: { zh: role, en: role }, departments: [], unit: null };
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
  return aPerson(clientOf(server), server.port, `zhibiao_session=${token}`);
};

const clients = new WeakMap<TestServer, ReturnType<typeof httpClient>>();

const clientOf = (server: TestServer): ReturnType<typeof httpClient> => {
  const client = clients.get(server) ?? httpClient(server.port);
  clients.set(server, client);
  return client;
};
